//! Ways through the tree of a spec. Every part is met together with its JSON pointer, which is what messages need.

use serde_json::Value;

use crate::model::escape;

/// The HTTP methods that OpenAPI knows in a path item.
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// References that lead to references: more than this is a circle.
const MAX_HOPS: usize = 16;

/// A part of the spec and where it stands.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    pub pointer: String,
    pub node: &'a Value,
}

impl<'a> Place<'a> {
    /// What stands under a key.
    pub fn child(&self, key: &str) -> Option<Place<'a>> {
        let node = self.node.get(key)?;
        Some(Place {
            pointer: format!("{}/{}", self.pointer, escape(key)),
            node,
        })
    }

    /// The entries of the mapping under a key; none if there is no such mapping.
    pub fn entries(&self, key: &str) -> Vec<(&'a str, Place<'a>)> {
        let Some(place) = self.child(key) else {
            return Vec::new();
        };
        let entries = place.node.as_object().into_iter().flatten();
        entries
            .map(|(name, node)| {
                let pointer = format!("{}/{}", place.pointer, escape(name));
                (name.as_str(), Place { pointer, node })
            })
            .collect()
    }

    /// The items of the list under a key; none if there is no such list.
    pub fn items(&self, key: &str) -> Vec<Place<'a>> {
        let Some(place) = self.child(key) else {
            return Vec::new();
        };
        let items = place.node.as_array().into_iter().flatten().enumerate();
        items
            .map(|(index, node)| Place {
                pointer: format!("{}/{index}", place.pointer),
                node,
            })
            .collect()
    }

    pub fn has(&self, key: &str) -> bool {
        self.node.get(key).is_some()
    }

    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.as_str()
    }

    pub fn flag(&self, key: &str) -> bool {
        self.node.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    /// Whether there is a text that says something.
    pub fn says(&self, key: &str) -> bool {
        self.text(key).is_some_and(|text| !text.trim().is_empty())
    }

    /// Whether a list of strings under a key has this one.
    pub fn lists(&self, key: &str, wanted: &str) -> bool {
        self.node
            .get(key)
            .and_then(Value::as_array)
            .is_some_and(|items| items.iter().any(|item| item == wanted))
    }
}

/// An operation and what it stands in.
pub struct Operation<'a> {
    pub path: &'a str,
    pub method: &'a str,
    pub place: Place<'a>,
    pub item: Place<'a>,
}

impl<'a> Operation<'a> {
    pub fn id(&self) -> Option<&'a str> {
        self.place.text("operationId")
    }
}

/// What a schema is part of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Component,
    Property,
    /// `items` or `additionalProperties`.
    Element,
    /// An entry of `allOf`, `oneOf`, `anyOf`, or `not`.
    Part,
    /// The schema of a parameter or header.
    Parameter,
    /// The schema of a request or response body.
    Body,
}

/// The whole spec.
#[derive(Clone, Copy)]
pub struct Tree<'a> {
    document: &'a Value,
}

impl<'a> Tree<'a> {
    pub fn new(document: &'a Value) -> Self {
        Self { document }
    }

    pub fn root(&self) -> Place<'a> {
        Place {
            pointer: String::new(),
            node: self.document,
        }
    }

    /// Where a local reference leads, in one step.
    pub fn target(&self, reference: &str) -> Option<Place<'a>> {
        let pointer = reference.strip_prefix('#')?;
        Some(Place {
            pointer: pointer.to_owned(),
            node: self.document.pointer(pointer)?,
        })
    }

    /// The part itself, or what its references lead to; nothing if they lead nowhere.
    pub fn resolve(&self, place: Place<'a>) -> Option<Place<'a>> {
        let mut place = place;
        for _ in 0..MAX_HOPS {
            match place.text("$ref") {
                Some(reference) => place = self.target(reference)?,
                None => return Some(place),
            }
        }
        None
    }

    /// The schema that a property really is: through `$ref`, and through the `allOf` that carries a description for one.
    pub fn schema(&self, place: Place<'a>) -> Option<Place<'a>> {
        let mut place = place;
        for _ in 0..MAX_HOPS {
            place = self.resolve(place)?;
            let parts = place.items("allOf");
            match <[Place<'a>; 1]>::try_from(parts) {
                Ok([part]) => place = part,
                Err(_) => return Some(place),
            }
        }
        None
    }

    pub fn components(&self, kind: &str) -> Vec<(&'a str, Place<'a>)> {
        self.root()
            .child("components")
            .map_or(Vec::new(), |components| components.entries(kind))
    }

    pub fn component_schema(&self, name: &str) -> Option<Place<'a>> {
        self.root()
            .child("components")?
            .child("schemas")?
            .child(name)
    }

    pub fn operations(&self) -> Vec<Operation<'a>> {
        let mut found = Vec::new();
        for (path, item) in self.root().entries("paths") {
            for (method, place) in METHODS
                .iter()
                .filter_map(|method| Some((*method, item.child(method)?)))
            {
                found.push(Operation {
                    path,
                    method,
                    place,
                    item: item.clone(),
                });
            }
        }
        found
    }

    /// The parameters of an operation, those of its path item among them unless it overrides them.
    pub fn parameters(&self, operation: &Operation<'a>) -> Vec<Place<'a>> {
        let own: Vec<_> = self.resolved(operation.place.items("parameters"));
        let key = |place: &Place<'a>| (place.text("in"), place.text("name"));
        let mut all: Vec<_> = self.resolved(operation.item.items("parameters"));
        all.retain(|shared| !own.iter().any(|place| key(place) == key(shared)));
        all.extend(own);
        all
    }

    /// The responses of an operation: code, and the response itself.
    pub fn responses(&self, operation: &Operation<'a>) -> Vec<(&'a str, Place<'a>)> {
        operation
            .place
            .entries("responses")
            .into_iter()
            .filter(|(code, _)| !code.starts_with("x-"))
            .filter_map(|(code, place)| Some((code, self.resolve(place)?)))
            .collect()
    }

    fn resolved(&self, places: Vec<Place<'a>>) -> Vec<Place<'a>> {
        places
            .into_iter()
            .filter_map(|place| self.resolve(place))
            .collect()
    }

    /// Every schema of the spec with what it is part of; references are not followed, so each is met once.
    pub fn schemas(&self) -> Vec<(Role, Place<'a>)> {
        let mut found = Vec::new();
        for (_, place) in self.components("schemas") {
            collect(Role::Component, place, &mut found);
        }
        for (_, place) in self
            .components("parameters")
            .into_iter()
            .chain(self.components("headers"))
        {
            collect_child(Role::Parameter, &place, "schema", &mut found);
        }
        for (_, place) in self.components("requestBodies") {
            collect_bodies(&place, &mut found);
        }
        for (_, place) in self.components("responses") {
            collect_response(&place, &mut found);
        }
        for (_, item) in self.root().entries("paths") {
            for place in item.items("parameters") {
                collect_child(Role::Parameter, &place, "schema", &mut found);
            }
        }
        for operation in self.operations() {
            for place in operation.place.items("parameters") {
                collect_child(Role::Parameter, &place, "schema", &mut found);
            }
            if let Some(body) = operation.place.child("requestBody") {
                collect_bodies(&body, &mut found);
            }
            for (_, place) in operation.place.entries("responses") {
                collect_response(&place, &mut found);
            }
        }
        found
    }
}

fn collect_response<'a>(place: &Place<'a>, found: &mut Vec<(Role, Place<'a>)>) {
    collect_bodies(place, found);
    for (_, header) in place.entries("headers") {
        collect_child(Role::Parameter, &header, "schema", found);
    }
}

fn collect_bodies<'a>(place: &Place<'a>, found: &mut Vec<(Role, Place<'a>)>) {
    for (_, media_type) in place.entries("content") {
        collect_child(Role::Body, &media_type, "schema", found);
    }
}

fn collect_child<'a>(role: Role, place: &Place<'a>, key: &str, found: &mut Vec<(Role, Place<'a>)>) {
    if let Some(schema) = place.child(key) {
        collect(role, schema, found);
    }
}

fn collect<'a>(role: Role, place: Place<'a>, found: &mut Vec<(Role, Place<'a>)>) {
    found.push((role, place.clone()));
    for (_, property) in place.entries("properties") {
        collect(Role::Property, property, found);
    }
    for key in ["items", "additionalProperties"] {
        if place.node.get(key).is_some_and(Value::is_object) {
            collect_child(Role::Element, &place, key, found);
        }
    }
    for part in ["allOf", "oneOf", "anyOf"]
        .into_iter()
        .flat_map(|key| place.items(key))
    {
        collect(Role::Part, part, found);
    }
    collect_child(Role::Part, &place, "not", found);
}
