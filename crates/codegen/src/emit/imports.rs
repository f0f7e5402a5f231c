//! The names that a generated file takes from elsewhere: imported where the file has no item of that name, else by their path.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Field, Redact, Type};
use crate::names;

/// What can be imported, and from where.
const KNOWN: [(&str, &str); 17] = [
    ("Change", "callslip_core"),
    ("EventStream", "callslip_core"),
    ("FilePart", "callslip_core"),
    ("OneOrMany", "callslip_core"),
    ("Personal", "callslip_core"),
    ("Secret", "callslip_core"),
    ("Timestamp", "callslip_core"),
    ("UnknownVariant", "callslip_core"),
    ("rt", "callslip_core"),
    ("Box", "std::boxed"),
    ("HashMap", "std::collections"),
    ("Option", "std::option"),
    ("String", "std::string"),
    ("Vec", "std::vec"),
    ("Map", "serde_json"),
    ("Value", "serde_json"),
    ("Uuid", "uuid"),
];

/// Names that need no import.
const PRELUDE: [&str; 4] = ["Box", "Option", "String", "Vec"];

/// The imports of one file.
pub struct Imports {
    /// What the file has items of.
    taken: BTreeSet<String>,
    /// How the types of the spec are named in it: in their own file by their names alone.
    types: &'static str,
    used: RefCell<BTreeSet<&'static str>>,
}

impl Imports {
    /// Of a file with these items.
    pub fn new(taken: impl IntoIterator<Item = String>, types: &'static str) -> Self {
        Self {
            taken: taken.into_iter().collect(),
            types,
            used: RefCell::default(),
        }
    }

    /// How a known name is written here.
    pub fn name(&self, name: &'static str) -> String {
        let known = KNOWN.iter().find(|(known, _)| *known == name);
        match known {
            Some((_, from)) if self.taken.contains(name) => format!("::{from}::{name}"),
            Some(_) if !PRELUDE.contains(&name) => {
                self.used.borrow_mut().insert(name);
                name.to_owned()
            }
            _ => name.to_owned(),
        }
    }

    /// The type of a schema.
    pub fn schema(&self, name: &str) -> String {
        format!("{}{}", self.types, names::pascal(name))
    }

    /// `Outer<inner>`.
    fn of(&self, outer: &'static str, inner: &str) -> String {
        format!("{}<{inner}>", self.name(outer))
    }

    pub fn option(&self, inner: &str) -> String {
        self.of("Option", inner)
    }

    pub fn change(&self, inner: &str) -> String {
        self.of("Change", inner)
    }

    /// The Rust type of a schema type.
    pub fn kind(&self, kind: &Type) -> String {
        match kind {
            Type::Any => self.name("Value"),
            Type::String | Type::Uri => self.name("String"),
            Type::DateTime => self.name("Timestamp"),
            Type::Uuid => self.name("Uuid"),
            Type::Integer => "i64".to_owned(),
            Type::Number => "f64".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Binary => format!("{}::ByteStream", self.name("rt")),
            Type::File => self.name("FilePart"),
            Type::Array(items) => self.of("Vec", &self.kind(items)),
            Type::Map(values) if **values == Type::Any => {
                let (map, key, value) = (self.name("Map"), self.name("String"), self.name("Value"));
                format!("{map}<{key}, {value}>")
            }
            Type::Map(values) => {
                let (map, key) = (self.name("HashMap"), self.name("String"));
                format!("{map}<{key}, {}>", self.kind(values))
            }
            Type::Named(name) => self.schema(name),
        }
    }

    /// The type of a field's value, hidden if it must be.
    pub fn value(&self, field: &Field) -> String {
        let mut inner = self.kind(&field.kind);
        if field.boxed {
            inner = self.of("Box", &inner);
        }
        match field.redact {
            Some(Redact::Personal) => self.of("Personal", &inner),
            Some(Redact::Secret) => self.of("Secret", &inner),
            None => inner,
        }
    }

    /// The `use` lines.
    pub fn lines(&self) -> String {
        let mut from: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for name in self.used.borrow().iter() {
            if let Some((name, path)) = KNOWN.iter().find(|(known, _)| known == name) {
                from.entry(path).or_default().push(name);
            }
        }
        let line = |(path, names): (&str, Vec<&str>)| match names.as_slice() {
            [name] => format!("use {path}::{name};\n"),
            names => format!("use {path}::{{{}}};\n", names.join(", ")),
        };
        from.into_iter().map(line).collect()
    }
}

/// The names that types of the spec have in Rust.
pub fn of_schemas(api: &Api) -> impl Iterator<Item = String> {
    api.schemas.iter().map(|schema| names::pascal(&schema.name))
}
