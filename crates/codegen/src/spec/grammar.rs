//! Which keys OpenAPI 3.0.3 knows in which object, and of what kind their values are; other readers pass over keys that they do
//! not know, so a misspelt one would do nothing without a word. On the way every schema and every reference is met once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::node::{Data, Node};
use crate::problem::{Problems, hint, similar};

/// The extensions that mean something here: where each stands, and what it says.
pub const EXTENSIONS: [(&str, &str, &str); 8] = [
    (
        "x-source",
        "anything that is described",
        "where it is documented, if the source document does not have it, or no example shows it",
    ),
    (
        "x-extensible-enum",
        "a string schema, in the place of `enum`",
        "the known values of a string of which the document shows only some; an open enum in Rust, a plain string to other tools",
    ),
    (
        "x-enum-descriptions",
        "beside `enum` or `x-extensible-enum`",
        "value -> what it means, for rustdoc",
    ),
    (
        "x-enum-sources",
        "beside `enum` or `x-extensible-enum`",
        "value -> where it is documented, if the source document does not have it",
    ),
    (
        "x-discriminator",
        "a `oneOf`, in the place of `discriminator`",
        "the same for a tag that may be absent",
    ),
    (
        "x-tag-by-property",
        "in `x-discriminator`",
        "property -> the tag that it stands for where the tag is absent; only that variant has the property",
    ),
    (
        "x-file",
        "an example",
        "the file with its body, below the folder of the spec; `value` is written from it",
    ),
    (
        "x-answers",
        "an example of an error",
        "which requests a mock answers with it; `malformed`: those that have not the form of the spec; `contradictory`: those whose parameters are good one by one, but exclude each other or are in the wrong order; `absent`: those for what is not there",
    ),
];

const ROOT: &str = "the document";
const SCHEMA: &str = "a schema";

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

/// A reference, and the kind of components that may stand in its place.
#[derive(Clone, Debug)]
pub struct Reference {
    pub at: Node,
    /// `-` where no reference is followed.
    pub kind: &'static str,
    /// Whether it is all that a component is.
    pub is_component: bool,
}

/// What the document is made of.
#[derive(Debug, Default)]
pub struct Parts {
    /// Every schema with what it is part of; references are not followed, so each is met once.
    pub schemas: Vec<(Role, Node)>,
    pub references: Vec<Reference>,
    /// What is not as OpenAPI has it.
    pub problems: Problems,
    /// Whether something of the document is not seen because of it: what a misspelt key has, say.
    pub is_hidden: bool,
}

impl Parts {
    pub fn of(document: &Node) -> Self {
        let mut parts = Self::default();
        parts.object(ROOT, document, Role::Body, false);
        parts
    }

    fn object(&mut self, name: &'static str, node: &Node, role: Role, is_component: bool) {
        if !node.is_map() {
            return self.wrong(node, format!("{name} must be a mapping; write it so"));
        }
        let Some(object) = GRAMMAR.objects.get(name) else {
            return;
        };
        if name == SCHEMA {
            self.schemas.push((role, node.clone()));
        }
        if object.components != "."
            && let Some(reference) = node.get("$ref")
        {
            self.references.push(Reference {
                at: node.clone(),
                kind: object.components,
                is_component,
            });
            return self.reference(name, node, reference);
        }
        // A key that is there under a name like its own is not missing.
        let is_misspelt = |key: &str| {
            let unknown = node.map().map(|(name, _)| name);
            let mut unknown =
                unknown.filter(|name| !object.keys.iter().any(|known| known.name == *name));
            unknown.any(|name| similar(name, [key]).is_some())
        };
        for key in object
            .marked('!')
            .filter(|key| !node.has(key) && !is_misspelt(key))
        {
            let message = format!("{name} has no `{key}`; add `{key}`");
            let is_text =
                |known: &&Key| known.name == key && matches!(known.form, Form::Simple(..));
            match object.keys.iter().find(is_text) {
                Some(_) => self.problems.push(node.wrong(message)),
                None => self.wrong(node, message),
            }
        }
        let mut either = object.marked('|').peekable();
        if let Some(first) = either.peek().copied()
            && either.clone().all(|key| !node.has(key))
        {
            let keys = either.collect::<Vec<_>>().join("` nor `");
            self.wrong(node, format!("{name} has neither `{keys}`; add `{first}`"));
        }
        for (key, value) in node.map() {
            if key.starts_with("x-") {
                self.extension(key, value);
            } else if let Some(known) = object.keys.iter().find(|known| known.name == key) {
                self.value(name, known, value);
            } else {
                self.unknown_key(name, object, key, value);
            }
        }
        let kind = node.text("type").unwrap_or_default();
        let needed = GRAMMAR.needed.get(&(name, kind)).into_iter().flatten();
        for key in needed.filter(|key| !node.has(key)) {
            let message = format!("{name} of the type {kind} has no `{key}`; add `{key}`");
            self.wrong(node, message);
        }
    }

    fn wrong(&mut self, node: &Node, message: String) {
        self.is_hidden = true;
        self.problems.push(node.wrong(message));
    }

    fn unknown_key(&mut self, name: &str, object: &Object, key: &str, value: &Node) {
        let known = object.keys.iter().map(|key| key.name);
        let otherwise = "remove it, or let its name begin with `x-`";
        let fix = match GRAMMAR.newer.get(&(name, key)) {
            Some(advice) => (*advice).to_owned(),
            None => hint(key, known, otherwise),
        };
        let what = format!("OpenAPI 3.0.3 does not know the key `{key}` in {name}");
        self.wrong(value, format!("{what}; {fix}"));
    }

    fn extension(&mut self, key: &str, value: &Node) {
        let known = EXTENSIONS.map(|(name, ..)| name);
        if known.contains(&key) {
            return;
        }
        if key == "x-rust-type" || key.starts_with("x-dropshot-") {
            self.wrong(value, format!("the generator would take orders from `{key}`; remove it: what an SDK is like is said in sdk.toml"));
        } else if let Some(meant) = similar(key, known) {
            self.wrong(
                value,
                format!("nothing reads the extension `{key}`; did you mean `{meant}`?"),
            );
        }
    }

    fn reference(&mut self, name: &str, node: &Node, reference: &Node) {
        if reference.str().is_none() {
            self.wrong(reference, "`$ref` must be a string; write it so".to_owned());
        }
        for (key, value) in node.map().filter(|(key, _)| *key != "$ref") {
            let fix = if name == SCHEMA {
                "write `allOf: [{$ref: …}]` in place of `$ref: …`".to_owned()
            } else {
                format!("move `{key}` to where the `$ref` points")
            };
            self.wrong(
                value,
                format!("`{key}` beside `$ref` is ignored by every reader of OpenAPI 3.0; {fix}"),
            );
        }
    }

    fn value(&mut self, owner: &str, known: &Key, node: &Node) {
        let key = known.name;
        let wanted = match &known.form {
            Form::Simple(_, fits) if fits(node) => return,
            Form::Simple(wanted, _) => wanted,
            Form::FlagOr(_) if is_flag(node) => return,
            Form::FlagOr(name) => return self.object(name, node, Role::Element, false),
            Form::One(name) => {
                let role = match key {
                    "items" => Role::Element,
                    "not" => Role::Part,
                    _ if owner == "a media type" => Role::Body,
                    _ => Role::Parameter,
                };
                return self.object(name, node, role, false);
            }
            Form::List(name) if node.is_list() => {
                let items = node.list().iter();
                return items.for_each(|item| self.object(name, item, Role::Part, false));
            }
            Form::List(_) => "a list",
            Form::Named(entries) if node.is_map() => return self.named(entries, node),
            Form::Named(_) => "a mapping",
            Form::Word(words) => match node.str() {
                None => "one of the words that are known",
                Some(word) if words.contains(&word) => return,
                Some(word) => {
                    let otherwise = format!("write one of {}", words.join(", "));
                    let fix = hint(word, words.iter().copied(), &otherwise);
                    return self.wrong(node, format!("`{key}` cannot be `{word}`; {fix}"));
                }
            },
        };
        self.wrong(node, format!("`{key}` must be {wanted}; write it so"));
    }

    fn named(&mut self, entries: &Entries, node: &Node) {
        for (name, entry) in node.map() {
            if let Some(message) = (entries.refusal)(name) {
                self.wrong(entry, message);
            } else if let Some(role) = entries.role {
                self.object(entries.object, entry, role, role == Role::Component);
            } else if !name.starts_with("x-") {
                self.object(entries.object, entry, Role::Body, false);
            }
        }
    }
}

fn path(name: &str) -> Option<String> {
    let fits = name.starts_with('/') || name.starts_with("x-");
    (!fits)
        .then(|| format!("the path `{name}` does not begin with a slash; write `/` in front of it"))
}

fn response_code(name: &str) -> Option<String> {
    let fits = name == "default"
        || name.starts_with("x-")
        || match name.as_bytes() {
            [b'1'..=b'5', rest @ ..] => {
                rest == b"XX" || (rest.len() == 2 && rest.iter().all(u8::is_ascii_digit))
            }
            _ => false,
        };
    (!fits).then(|| {
        format!("`{name}` is no response code; write a code such as '200', a range such as 4XX (capital letters), or default")
    })
}

fn component_name(name: &str) -> Option<String> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    (name.is_empty() || !name.bytes().all(fits)).then(|| {
        format!("`{name}` is no name for a component; write letters, digits, `.`, `-` and `_`")
    })
}

/// An object: its keys, and to which components a reference in its place leads.
struct Object {
    components: &'static str,
    keys: Vec<Key>,
}

struct Key {
    name: &'static str,
    /// `!` if it must be there, `|` if it is one of those of which one must be.
    need: Option<char>,
    form: Form,
}

impl Object {
    fn marked(&self, mark: char) -> impl Iterator<Item = &'static str> + Clone {
        let marked = self.keys.iter().filter(move |key| key.need == Some(mark));
        marked.map(|key| key.name)
    }
}

/// Of what kind a value is.
enum Form {
    /// In words, and whether a value is of it.
    Simple(&'static str, fn(&Node) -> bool),
    One(&'static str),
    FlagOr(&'static str),
    List(&'static str),
    Named(Entries),
    /// One of these words.
    Word(Vec<&'static str>),
}

/// Objects under names of the author's.
struct Entries {
    object: &'static str,
    /// Where none of them is a schema there may be extensions, too.
    role: Option<Role>,
    /// What is wrong with a name.
    refusal: fn(&str) -> Option<String>,
}

fn is_leaf(node: &Node, fits: fn(&Value) -> bool) -> bool {
    matches!(node.data(), Data::Leaf(value) if fits(value))
}

fn is_flag(node: &Node) -> bool {
    is_leaf(node, Value::is_boolean)
}

fn are_texts(node: &Node) -> bool {
    node.is_list() && node.list().iter().all(|item| item.str().is_some())
}

fn is_text_map(node: &Node) -> bool {
    node.is_map() && node.map().all(|(_, value)| value.str().is_some())
}

fn is_security(node: &Node) -> bool {
    let is_requirement = |item: &Node| item.is_map() && item.map().all(|(_, it)| are_texts(it));
    node.is_list() && node.list().iter().all(is_requirement)
}

impl Form {
    fn read(text: &'static str) -> Self {
        let named = |object, role, refusal| {
            Self::Named(Entries {
                object,
                role,
                refusal,
            })
        };
        match text.split_at(1) {
            ("[", object) => return Self::List(object),
            ("{", object) => return named(object, Some(Role::Property), |_| None),
            ("<", object) => return named(object, Some(Role::Component), component_name),
            ("?", object) => return Self::FlagOr(object),
            ("(", words) => return Self::Word(words.trim_end_matches(')').split(' ').collect()),
            _ => {}
        }
        match text {
            "any" => Self::Simple("a value", |_| true),
            "text" => Self::Simple("a string", |node| node.str().is_some()),
            "flag" => Self::Simple("true or false", is_flag),
            "number" => Self::Simple("a number", |node| is_leaf(node, Value::is_number)),
            "count" => Self::Simple("a whole number that is not negative", |node| {
                is_leaf(node, Value::is_u64)
            }),
            "values" => Self::Simple("a list", Node::is_list),
            "texts" => Self::Simple("a list of strings", are_texts),
            "textmap" => Self::Simple("a mapping to strings", is_text_map),
            "security" => Self::Simple(
                "a list of mappings from a security scheme to a list of scopes",
                is_security,
            ),
            "paths" => named("a path item", None, path),
            "responses" => named("a response", None, response_code),
            object => Self::One(object),
        }
    }
}

/// `grammar.txt`, which says what its lines mean.
#[derive(Default)]
struct Grammar {
    objects: BTreeMap<&'static str, Object>,
    newer: BTreeMap<(&'static str, &'static str), &'static str>,
    needed: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    let mut grammar = Grammar::default();
    for line in include_str!("grammar.txt").lines() {
        let mut parts = line.splitn(3, " | ");
        let (Some(name), Some(second), Some(third)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        match (name.strip_prefix("- "), name.strip_prefix("+ ")) {
            (Some(object), _) => _ = grammar.newer.insert((object, second), third),
            (_, Some(object)) => {
                let keys = third.split(", ").collect();
                grammar.needed.insert((object, second), keys);
            }
            _ => {
                let (components, keys) =
                    (second, third.split(", ").filter_map(Key::read).collect());
                grammar.objects.insert(name, Object { components, keys });
            }
        }
    }
    grammar
});

impl Key {
    fn read(text: &'static str) -> Option<Self> {
        let (name, form) = text.split_once(' ')?;
        let mark = name.chars().next_back();
        Some(Self {
            name: name.trim_end_matches(['!', '|']),
            need: mark.filter(|mark| matches!(mark, '!' | '|')),
            form: Form::read(form),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(document: Value) -> String {
        let problems = Parts::of(&crate::spec::node(&document)).problems;
        let told = |found: &crate::Problem| {
            let pointer = found.pointer.as_deref().unwrap_or_default();
            format!("{pointer}: {}; {}\n", found.what, found.fix)
        };
        problems.iter().map(told).collect()
    }

    fn with_schema(schema: Value) -> Value {
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
            "components": {"schemas": {"S": schema}}
        })
    }

    #[test]
    fn what_openapi_knows_passes() {
        assert_eq!(
            told(with_schema(
                json!({"type": "object", "x-anything": 1, "properties": {"x-y": {"type": "string"}}})
            )),
            ""
        );
    }

    #[test]
    fn unknown_keys_are_named() {
        insta::assert_snapshot!(told(with_schema(json!({"type": "string", "desciption": "d", "const": "a", "zzz": 1, "x-enum-source": {}}))), @r#"
        /components/schemas/S/const: OpenAPI 3.0.3 does not know the key `const` in a schema; write an `enum` with one value as a component of its own
        /components/schemas/S/desciption: OpenAPI 3.0.3 does not know the key `desciption` in a schema; did you mean `description`?
        /components/schemas/S/x-enum-source: nothing reads the extension `x-enum-source`; did you mean `x-enum-sources`?
        /components/schemas/S/zzz: OpenAPI 3.0.3 does not know the key `zzz` in a schema; remove it, or let its name begin with `x-`
        "#);
        insta::assert_snapshot!(told(json!({"openapi": "3.0.3", "info": {"title": "t"}, "path": {}})), @r#"
        /info: info has no `version`; add `version`
        /path: OpenAPI 3.0.3 does not know the key `path` in the document; did you mean `paths`?
        "#);
    }

    #[test]
    fn forms_are_checked() {
        insta::assert_snapshot!(told(with_schema(json!({"required": true, "properties": [], "items": [], "minLength": -1, "nullable": "yes", "maximum": "3"}))), @r#"
        /components/schemas/S/items: a schema must be a mapping; write it so
        /components/schemas/S/maximum: `maximum` must be a number; write it so
        /components/schemas/S/minLength: `minLength` must be a whole number that is not negative; write it so
        /components/schemas/S/nullable: `nullable` must be true or false; write it so
        /components/schemas/S/properties: `properties` must be a mapping; write it so
        /components/schemas/S/required: `required` must be a list of strings; write it so
        "#);
        insta::assert_snapshot!(told(json!([])), @": the document must be a mapping; write it so");
        insta::assert_snapshot!(told(json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "security": [{"key": "x"}],
            "paths": {"things": {}, "/a": {"get": {"responses": {"4xx": {}, "200": {}}, "parameters": {}}}}
        })), @r#"
        /paths/~1a/get/parameters: `parameters` must be a list; write it so
        /paths/~1a/get/responses/200: a response has no `description`; add `description`
        /paths/~1a/get/responses/4xx: `4xx` is no response code; write a code such as '200', a range such as 4XX (capital letters), or default
        /paths/things: the path `things` does not begin with a slash; write `/` in front of it
        /security: `security` must be a list of mappings from a security scheme to a list of scopes; write it so
        "#);
    }

    #[test]
    fn words_and_names_are_known() {
        insta::assert_snapshot!(told(json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"parameters": [{"name": "a", "in": "qeury", "schema": {}}, {"name": "a", "in": "body"}]}},
            "components": {"securitySchemes": {"a b": {"type": "basic"}}, "schemas": {"S": {"x-rust-type": {}}}}
        })), @r#"
        /components/schemas/S/x-rust-type: the generator would take orders from `x-rust-type`; remove it: what an SDK is like is said in sdk.toml
        /components/securitySchemes/a b: `a b` is no name for a component; write letters, digits, `.`, `-` and `_`
        /paths/~1a/parameters/0/in: `in` cannot be `qeury`; did you mean `query`?
        /paths/~1a/parameters/1: a parameter has neither `schema` nor `content`; add `schema`
        /paths/~1a/parameters/1/in: `in` cannot be `body`; write one of path, query, header, cookie
        "#);
    }

    #[test]
    fn nothing_stands_beside_a_reference() {
        insta::assert_snapshot!(told(with_schema(json!({"properties": {"a": {"$ref": "#/x", "description": "d"}, "b": {"$ref": 1}}}))), @r#"
        /components/schemas/S/properties/a/description: `description` beside `$ref` is ignored by every reader of OpenAPI 3.0; write `allOf: [{$ref: …}]` in place of `$ref: …`
        /components/schemas/S/properties/b/$ref: `$ref` must be a string; write it so
        "#);
    }
}
