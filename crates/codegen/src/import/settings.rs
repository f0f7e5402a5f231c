//! The proposal for `sdk.toml`: what a spec cannot say, guessed from names and shapes, with what a person should look at.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::form::{Is, Kind, Operation, Scheme, Spec, Type};
use super::names::Names;
use super::paging::{proposal, toml_text};
use crate::emit::reserved;
use crate::names::{field, snake};

/// How names of what is about a person end.
const PERSONAL: [&str; 22] = [
    "address",
    "birthday",
    "caller_id",
    "date_of_birth",
    "email",
    "emails",
    "first_name",
    "from_number",
    "full_name",
    "last_name",
    "customer_name",
    "messages",
    "phone",
    "phone_number",
    "phone_numbers",
    "phones",
    "postal_code",
    "recording_url",
    "recording_urls",
    "to_number",
    "transcript",
    "transcription",
];

/// How names of credentials end.
const SECRET: [&str; 9] = [
    "access_token",
    "api_key",
    "auth_token",
    "client_secret",
    "credential",
    "password",
    "private_key",
    "refresh_token",
    "secret",
];

/// What `sdk.toml` says beside the spec.
pub struct About<'a> {
    pub name: &'a str,
    /// The crate, if it is called something else.
    pub krate: Option<&'a str>,
    /// Servers of the document that are not taken.
    pub other_servers: &'a [String],
    /// What was told of the document.
    pub notes: &'a [String],
}

/// The text of `sdk.toml`.
pub fn settings(spec: &Spec, about: &About<'_>) -> String {
    let mut out =
        String::from("# Proposed by `import`. What stands below a comment wants a look.\n");
    if !about.notes.is_empty() {
        out.push_str("#\n# What our form cannot say of the document, and what was made of it:\n");
        about
            .notes
            .iter()
            .for_each(|note| line(&mut out, &format!("# - {note}")));
    }
    line(&mut out, "\n[sdk]");
    pair(&mut out, "name", about.name);
    pair(&mut out, "title", &spec.title);
    pair(
        &mut out,
        "summary",
        &format!("Typed client for {}", spec.title),
    );
    pair(
        &mut out,
        "document",
        &format!(
            "the publisher's OpenAPI document of {}, version {}",
            spec.title, spec.version
        ),
    );
    if let Some(krate) = about.krate {
        pair(&mut out, "crate", krate);
    }
    server(spec, about, &mut out);
    credentials(spec, about, &mut out);
    errors(spec, &mut out);
    names(spec, &mut out);
    redactions(spec, &mut out);
    spec.operations
        .iter()
        .for_each(|operation| self::operation(spec, operation, &mut out));
    out
}

fn line(out: &mut String, text: &str) {
    // Writing to a text does not fail.
    let _ = writeln!(out, "{text}");
}

fn pair(out: &mut String, key: &str, value: &str) {
    line(out, &format!("{key} = {}", toml_text(value)));
}

/// A list of texts, one a line.
fn list(out: &mut String, key: &str, values: &[String]) {
    line(out, &format!("{key} = ["));
    values
        .iter()
        .for_each(|value| line(out, &format!("    {},", toml_text(value))));
    line(out, "]");
}

fn server(spec: &Spec, about: &About<'_>, out: &mut String) {
    line(out, "\n[server]");
    if !about.other_servers.is_empty() {
        line(
            out,
            &format!(
                "# The document has others: {}.",
                about
                    .other_servers
                    .join(", ")
                    .replace(char::is_control, " ")
            ),
        );
    }
    match spec.servers.first() {
        Some(server) => pair(out, "default", server),
        None => {
            line(out, "required = true");
            pair(
                out,
                "reason",
                "The document names no https address that a client could use as it stands.",
            );
        }
    }
}

fn credentials(spec: &Spec, about: &About<'_>, out: &mut String) {
    line(out, "\n[credentials]");
    if let Some(assumed) = spec.security.assumed {
        line(out, &format!("# {assumed}"));
    }
    let (setter, arguments): (&str, &[&str]) = match &spec.security.scheme {
        Scheme::Basic => ("credentials", &["username", "password"]),
        Scheme::Bearer | Scheme::Header(_) => ("api_key", &["key"]),
    };
    if matches!(&spec.security.scheme, Scheme::Header(name) if name.eq_ignore_ascii_case("authorization"))
    {
        line(
            out,
            "# The value is sent as it is given: with the word in front that the publisher asks for.",
        );
    }
    pair(out, "scheme", &spec.security.name);
    pair(out, "setter", setter);
    let prefix = about.name.to_uppercase();
    let variables: Vec<String> = match arguments {
        [_] => vec![format!("{prefix}_API_KEY")],
        several => several
            .iter()
            .map(|argument| format!("{prefix}_{}", argument.to_uppercase()))
            .collect(),
    };
    let all = |values: Vec<String>| {
        values
            .iter()
            .map(|value| toml_text(value))
            .collect::<Vec<_>>()
            .join(", ")
    };
    line(
        out,
        &format!(
            "arguments = [{}]",
            all(arguments
                .iter()
                .map(|argument| (*argument).to_owned())
                .collect())
        ),
    );
    line(out, &format!("env = [{}]", all(variables)));
}

/// Pointers to what an error says, in an error body or in its `error`.
fn errors(spec: &Spec, out: &mut String) {
    let bodies: BTreeSet<&str> = spec
        .operations
        .iter()
        .filter_map(|operation| operation.error.as_deref())
        .collect();
    let mut found: [Vec<String>; 3] = Default::default();
    const NAMES: [&[&str]; 3] = [
        &["code", "error_code", "status_code"],
        &[
            "message",
            "error_message",
            "error",
            "detail",
            "title",
            "err_msg",
        ],
        &["request_id", "trace_id"],
    ];
    for body in bodies {
        let mut open = vec![(String::new(), Type::of(Kind::Named(body.to_owned())))];
        while let Some((at, schema)) = open.pop() {
            let fields = spec.fields(&schema).into_iter().flatten();
            for (index, names) in NAMES.iter().enumerate() {
                for (name, _) in names.iter().flat_map(|name| {
                    fields.clone().filter(move |(known, of)| {
                        snake(known) == **name
                            && matches!(
                                of.schema.kind,
                                Kind::Text | Kind::Integer | Kind::Number | Kind::Any
                            )
                    })
                }) {
                    let pointer = format!("{at}/{name}");
                    if let Some(pointers) = found
                        .get_mut(index)
                        .filter(|known| !known.contains(&pointer))
                    {
                        pointers.push(pointer);
                    }
                }
            }
            if at.is_empty() {
                let inner = fields
                    .filter(|(name, of)| *name == "error" && spec.fields(&of.schema).is_some());
                open.extend(inner.map(|(name, of)| (format!("/{name}"), of.schema.clone())));
            }
        }
    }
    if found.iter().any(|pointers| !pointers.is_empty()) {
        line(
            out,
            "\n# By names: hold them against a real error.\n[errors]",
        );
        for (key, pointers) in ["code", "message", "request_id"].iter().zip(&found) {
            let pointers: Vec<String> = pointers.iter().map(|pointer| toml_text(pointer)).collect();
            line(out, &format!("{key} = [{}]", pointers.join(", ")));
        }
    }
}

/// Fields that would be one in Rust get names of their own.
fn names(spec: &Spec, out: &mut String) {
    let mut begun = false;
    for (component, fields) in objects(spec) {
        let mut taken = Names::default();
        for name in fields.keys() {
            let rust = field(name);
            let given = taken.member(&rust, &[]);
            if given != rust {
                if !begun {
                    line(out, "\n# Names that would be one in Rust.\n[names]");
                    begun = true;
                }
                line(
                    out,
                    &format!(
                        "{} = {}",
                        toml_text(&format!("{component}.{name}")),
                        toml_text(&given)
                    ),
                );
            }
        }
    }
}

fn redactions(spec: &Spec, out: &mut String) {
    let ends = |name: &str, of: &[&str]| {
        of.iter()
            .any(|end| name == *end || name.ends_with(&format!("_{end}")))
    };
    let mut found: [Vec<String>; 2] = Default::default();
    for (component, fields) in objects(spec) {
        for (name, of) in fields {
            let is_plain = matches!(of.schema.kind, Kind::Text | Kind::Any)
                && !of.schema.keywords.contains_key("format")
                && of.pinned.is_empty();
            let (key, name) = (format!("{component}.{name}"), snake(name));
            let [personal, secret] = &mut found;
            if is_plain && ends(&name, &SECRET) {
                secret.push(key);
            } else if is_plain && ends(&name, &PERSONAL) {
                personal.push(key);
            }
        }
    }
    if found.iter().any(|keys| !keys.is_empty()) {
        line(
            out,
            "\n# By names: what `Debug` hides. Look for what is about persons under other names.\n[redact]",
        );
        for (key, keys) in ["personal", "secret"].iter().zip(&found) {
            if !keys.is_empty() {
                list(out, key, keys);
            }
        }
    }
}

fn operation(spec: &Spec, operation: &Operation, out: &mut String) {
    let paging = proposal(spec, operation);
    let mut taken = Names::default();
    let mut reserved = reserved::REQUEST.to_vec();
    if paging.is_some() {
        reserved.extend(reserved::LIST);
    }
    let mut names = Vec::new();
    for parameter in &operation.parameters {
        let rust = snake(&parameter.name);
        let wanted = if reserved.contains(&rust.as_str()) {
            format!("{rust}_parameter")
        } else {
            rust.clone()
        };
        let given = taken.member(&wanted, &reserved);
        if given != rust {
            names.push(format!(
                "{} = {}",
                toml_text(&parameter.name),
                toml_text(&given)
            ));
        }
    }
    if paging.is_none() && names.is_empty() {
        return;
    }
    line(out, &format!("\n[operations.{}]", operation.id));
    if !names.is_empty() {
        line(out, &format!("names = {{ {} }}", names.join(", ")));
    }
    if let Some(paging) = paging {
        line(out, &format!("# {}", paging.comment));
        line(out, &format!("paging = {}", paging.value));
    }
}

fn objects(
    spec: &Spec,
) -> impl Iterator<Item = (&String, &indexmap::IndexMap<String, super::form::Field>)> {
    spec.components
        .iter()
        .filter_map(|(name, component)| match &component.is {
            Is::Object(fields) => Some((name, fields)),
            _ => None,
        })
}
