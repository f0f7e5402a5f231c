//! What a body should look like, as tables that the code generator writes and that cost nothing until a body fails to
//! decode or somebody asks for its drift. Those of an SDK are statics; those made of a specification at run time live as long as it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::text::segments;
use crate::values::change::Change;
use crate::values::one_or_many::OneOrMany;
use crate::values::redact::{Personal, Secret};

/// What a JSON value should be.
#[derive(Debug)]
#[must_use]
pub enum Shape<'a> {
    /// Any JSON value; nothing is checked inside it.
    Any,
    /// A string.
    String,
    /// A string that holds a date and time with an offset, as RFC 3339 writes it.
    DateTime,
    /// A string that holds a UUID.
    Uuid,
    /// A whole number of 64 bits with a sign.
    Integer,
    /// A number of double precision.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A string out of a set that may grow.
    Enum(&'a [&'a str]),
    /// A string or a list of strings.
    StringOrList,
    /// A list whose items all have one shape.
    Array(&'a Shape<'a>),
    /// A list that is also sent as `false` where it is empty.
    ListOrFalse(&'a Shape<'a>),
    /// An object with keys of the service's choosing and values of one shape.
    Map(&'a Shape<'a>),
    /// An object with known fields.
    Object(&'a Object<'a>),
    /// One of several objects, told apart by a tag.
    Union(&'a Union<'a>),
    /// Bytes that are no JSON.
    Binary,
    /// No body.
    Empty,
}

/// An object with known fields.
#[derive(Debug)]
pub struct Object<'a> {
    /// Name of the schema.
    pub name: &'a str,
    /// The fields, in the order of the document.
    pub fields: Fields<'a>,
}

/// A field of an [`Object`].
#[derive(Debug)]
#[must_use]
pub struct Field<'a> {
    /// The name on the wire.
    pub name: &'a str,
    /// What the value should be.
    pub shape: Shape<'a>,
    /// Whether the specification says that the field is always there.
    pub documented: Presence,
    /// What becomes of the field where it is missing or cannot be read.
    pub lack: Lack,
    /// Whether the specification allows `null`.
    pub nullable: bool,
    /// Whether the value is personal or secret.
    pub redacted: bool,
    /// The other names of what the specification declares to be one field, as where the service has renamed it: it is there if
    /// it is there under any of them.
    pub also: &'a [&'a str],
}

/// Whether a field has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has to be.
    Required,
    /// It may be absent.
    Optional,
}

/// What becomes of a field that is missing, or whose value cannot be read even after it was converted.
///
/// Nothing that reads like a fact is ever made up: a number, a boolean or a time is absent, and only a value that is visibly
/// empty stands in for a string, a list, a map or an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It is absent, and that is nothing to tell unless something unreadable stood there.
    Absent,
    /// It is absent, and that is told: it should have been there.
    Told,
    /// An empty string, list, map or object stands in for it, and that is told.
    Filled,
    /// The object is none without it.
    Fatal,
}

/// One of several objects, told apart by the value of one field.
#[derive(Debug)]
pub struct Union<'a> {
    /// Name of the schema.
    pub name: &'a str,
    /// Name of the field that decides.
    pub tag: &'a str,
    /// Value of the tag and the object that it stands for.
    pub variants: &'a [(&'a str, &'a Object<'a>)],
    /// Where the tag may be left out: a field that only one variant has, and the value of the tag that it stands for.
    pub implied: &'a [(&'a str, &'a str)],
}

/// The fields of an object.
#[derive(Debug)]
pub enum Fields<'a> {
    /// As they are.
    List(&'a [Field<'a>]),
    /// Made of the types of a struct, which can hold itself: a list could not be worked out before itself.
    Made(fn() -> &'static [Field<'static>]),
}

/// A type that stands for a schema.
pub trait Schema {
    /// What it is in JSON.
    const SHAPE: Shape<'static>;

    /// Whether it holds personal data or a secret.
    const REDACTED: bool = false;

    /// Whether a field that may be absent is.
    fn is_absent(&self) -> bool {
        false
    }

    /// Whether it is a string that tells nothing apart.
    fn is_blank(&self) -> bool {
        false
    }
}

/// A type that stands for an object.
pub trait ObjectSchema: Schema {
    /// The object.
    const OBJECT: &'static Object<'static>;
}

/// What plain types, and those that hold others, are in JSON, and behind `=>` whether that is personal or secret.
macro_rules! schema {
    ($([$($generics:tt)*] $kind:ty: $shape:expr $(=> $redacted:expr)? $(, $asks:ident $ask:expr)?;)*) => {
        $(impl<$($generics)*> Schema for $kind {
            const SHAPE: Shape<'static> = $shape;
            $(const REDACTED: bool = $redacted;)?

            $(fn $asks(&self) -> bool {
                let ask: fn(&Self) -> bool = $ask;
                ask(self)
            })?
        })*
    };
}

schema! {
    [] i64: Shape::Integer;
    [] f64: Shape::Number;
    [] bool: Shape::Boolean;
    [] DateTime<Utc>: Shape::DateTime;
    [] Uuid: Shape::Uuid;
    [] Value: Shape::Any;
    [] OneOrMany: Shape::StringOrList;
    [] String: Shape::String, is_blank Self::is_empty;
    [] Map<String, Value>: Shape::Map(&Shape::Any), is_absent Self::is_empty;
    [T: Schema] Vec<T>: Shape::Array(&T::SHAPE), is_absent Self::is_empty;
    [T: Schema] HashMap<String, T>: Shape::Map(&T::SHAPE), is_absent Self::is_empty;
    [T: Schema] Box<T>: T::SHAPE => T::REDACTED;
    [T: Schema] Option<T>: T::SHAPE => T::REDACTED, is_absent Self::is_none;
    [T: Schema] Change<T>: T::SHAPE => T::REDACTED, is_absent Self::is_leave;
    [T: Schema] Personal<T>: T::SHAPE => true, is_blank |it| T::is_blank(it);
    [T: Schema] Secret<T>: T::SHAPE => true, is_blank |it| it.expose_secret().is_blank();
}

impl<'a> Shape<'a> {
    /// A list that is also sent as `false` where it is empty.
    pub const fn or_false(self) -> Self {
        match self {
            Self::Array(items) => Self::ListOrFalse(items),
            other => other,
        }
    }

    /// What stands at a JSON pointer.
    pub(crate) fn at(&'a self, pointer: &str) -> Option<&'a Self> {
        segments(pointer).try_fold(self, |shape, name| match shape {
            Self::Object(object) => {
                let at = object.position(&name)?;
                object.fields().get(at).map(|field| &field.shape)
            }
            _ => None,
        })
    }

    /// What is expected, in words that a message can show.
    pub(crate) fn expected(&self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::String | Self::Enum(_) => "string",
            Self::DateTime => "date-time",
            Self::Uuid => "uuid",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::StringOrList => "string or list of strings",
            Self::Array(_) => "array",
            Self::ListOrFalse(_) => "array or `false`",
            Self::Map(_) | Self::Object(_) | Self::Union(_) => "object",
            Self::Binary => "bytes",
            Self::Empty => "nothing",
        }
    }
}

impl<'a> Field<'a> {
    const fn new(name: &'a str, shape: Shape<'a>, documented: Presence, lack: Lack) -> Self {
        Self {
            name,
            shape,
            documented,
            lack,
            nullable: false,
            redacted: false,
            also: &[],
        }
    }

    /// Documented as always there, and never absent in Rust: an empty value stands in for it.
    pub const fn required(name: &'a str, shape: Shape<'a>) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Filled)
    }

    /// May be absent.
    pub const fn optional(name: &'a str, shape: Shape<'a>) -> Self {
        Self::new(name, shape, Presence::Optional, Lack::Absent)
    }

    /// Documented as always there, but not relied on.
    pub const fn relaxed(name: &'a str, shape: Shape<'a>) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Absent)
    }

    /// Not documented as always there, but never absent in Rust: an empty value stands in for it.
    pub const fn presumed(name: &'a str, shape: Shape<'a>) -> Self {
        Self::new(name, shape, Presence::Optional, Lack::Filled)
    }

    /// Documented as always there, and of a type for which nothing can stand in: a number, a boolean, a time.
    pub const fn told(name: &'a str, shape: Shape<'a>) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Told)
    }

    /// Documented as always there, and the object is none without it.
    pub const fn essential(name: &'a str, shape: Shape<'a>) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Fatal)
    }

    /// The document does not say that it is always there.
    pub const fn undocumented(mut self) -> Self {
        self.documented = Presence::Optional;
        self
    }

    /// May be `null`.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// Holds personal data or a secret, if that is so.
    pub const fn redacted_if(mut self, redacted: bool) -> Self {
        self.redacted = redacted;
        self
    }

    /// One field with those of these names.
    pub const fn also(mut self, names: &'a [&'a str]) -> Self {
        self.also = names;
        self
    }
}

impl<'a> Object<'a> {
    /// The fields, in the order of the document.
    pub fn fields(&self) -> &'a [Field<'a>] {
        match self.fields {
            Fields::List(fields) => fields,
            Fields::Made(fields) => fields(),
        }
    }

    /// Whether `false` in place of the whole says that one of its lists is empty.
    pub(crate) fn may_be_false(&self) -> bool {
        self.fields()
            .iter()
            .any(|field| matches!(field.shape, Shape::ListOrFalse(_)))
    }

    /// Where the field of that name stands in `fields`.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.fields().iter().position(|field| field.name == name)
    }
}

impl<'a> Union<'a> {
    /// The object that a value of the tag stands for.
    pub(crate) fn variant(&self, tag: &str) -> Option<&'a Object<'a>> {
        let (_, object) = self.variants.iter().find(|(value, _)| *value == tag)?;
        Some(object)
    }

    /// The object that the fields of an object without tag stand for.
    pub(crate) fn implied(&self, has: impl Fn(&str) -> bool) -> Option<&'a Object<'a>> {
        self.variant(implied_tag(self.implied, &has)?)
    }
}

/// The tag that the fields of an object stand for; none if they stand for several.
pub(crate) fn implied_tag<'a>(
    implied: &[(&'a str, &'a str)],
    has: &dyn Fn(&str) -> bool,
) -> Option<&'a str> {
    let mut tags = implied
        .iter()
        .filter(|(field, _)| has(field))
        .map(|(_, tag)| *tag);
    let tag = tags.next()?;
    tags.all(|other| other == tag).then_some(tag)
}
