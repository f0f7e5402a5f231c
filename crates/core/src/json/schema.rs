//! What a body should look like, as tables that the code generator writes and that cost nothing until a body fails to
//! decode or somebody asks for its drift.

/// What a JSON value should be.
#[derive(Debug)]
pub enum Shape {
    /// Any JSON value; nothing is checked inside it.
    Any,
    /// A text.
    String,
    /// A text that holds a date and time with an offset, as RFC 3339 writes it.
    DateTime,
    /// A text that holds a UUID.
    Uuid,
    /// A whole number of 64 bits with a sign.
    Integer,
    /// A number of double precision.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A text out of a set that may grow.
    Enum(&'static [&'static str]),
    /// A text or a list of texts.
    StringOrList,
    /// A list whose items all have one shape.
    Array(&'static Shape),
    /// A list that is also sent as `false` where it is empty.
    ListOrFalse(&'static Shape),
    /// An object with keys of the service's choosing and values of one shape.
    Map(&'static Shape),
    /// An object with known fields.
    Object(&'static Object),
    /// One of several objects, told apart by a tag.
    Union(&'static Union),
    /// Bytes that are no JSON.
    Binary,
    /// No body.
    Empty,
}

/// An object with known fields.
#[derive(Debug)]
pub struct Object {
    /// Name of the schema.
    pub name: &'static str,
    /// The fields, sorted by the bytes of their names: they are looked up by binary search.
    pub fields: &'static [Field],
}

/// A field of an [`Object`].
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What the value should be.
    pub shape: Shape,
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
    pub also: &'static [&'static str],
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
/// Nothing that reads like a fact is ever made up: a number, a truth value or a time is absent, and only a value that is visibly
/// empty stands in for a text, a list, a map or an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It is absent, and that is nothing to tell unless something unreadable stood there.
    Absent,
    /// It is absent, and that is told: it should have been there.
    Told,
    /// An empty text, list, map or object stands in for it, and that is told.
    Filled,
    /// The object is none without it.
    Fatal,
}

/// One of several objects, told apart by the value of one field.
#[derive(Debug)]
pub struct Union {
    /// Name of the schema.
    pub name: &'static str,
    /// Name of the field that decides.
    pub tag: &'static str,
    /// Value of the tag and the object that it stands for.
    pub variants: &'static [(&'static str, &'static Object)],
    /// Where the tag may be left out: a field that only one variant has, and the value of the tag that it stands for.
    pub implied: &'static [(&'static str, &'static str)],
}

impl Shape {
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

impl Object {
    /// Whether `false` in place of the whole says that one of its lists is empty.
    pub(crate) fn may_be_false(&self) -> bool {
        self.fields
            .iter()
            .any(|field| matches!(field.shape, Shape::ListOrFalse(_)))
    }

    /// Where the field of that name stands in `fields`.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.fields
            .binary_search_by(|field| field.name.cmp(name))
            .ok()
    }
}

impl Union {
    /// The object that a value of the tag stands for.
    pub(crate) fn variant(&self, tag: &str) -> Option<&'static Object> {
        let (_, object) = self.variants.iter().find(|(value, _)| *value == tag)?;
        Some(object)
    }

    /// The object that the fields of an object without tag stand for.
    pub(crate) fn implied(&self, has: impl Fn(&str) -> bool) -> Option<&'static Object> {
        self.variant(implied_tag(self.implied, has)?)
    }
}

/// The tag that the fields of an object stand for; none if they stand for several.
pub(crate) fn implied_tag(
    implied: &'static [(&'static str, &'static str)],
    has: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let mut tags = implied
        .iter()
        .filter(|(field, _)| has(field))
        .map(|(_, tag)| *tag);
    let tag = tags.next()?;
    tags.all(|other| other == tag).then_some(tag)
}
