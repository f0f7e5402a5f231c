//! The proposal for `sdk.toml`: what a spec cannot say, guessed from names and shapes, with what a person should look at.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use indexmap::IndexSet;

use super::form::{Field, Kind, Operation, Scheme, Security, Spec, Type};
use super::names::Names;
use super::paging::{proposal, toml_text};
use crate::emit::reserved;
use crate::names::{field, snake};

/// How names of what is about a person end.
const PERSONAL: &str = "address birthday caller_id customer_name date_of_birth email emails first_name from_number full_name \
    last_name messages phone phone_number phone_numbers phones postal_code recording_url recording_urls to_number transcript \
    transcription";

/// How names of credentials end.
const SECRET: &str = "access_token api_key auth_token client_secret credential password private_key refresh_token secret";

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

fn texts(out: &mut String, key: &str, values: &[impl AsRef<str>]) {
    let values: Vec<String> = values
        .iter()
        .map(|value| toml_text(value.as_ref()))
        .collect();
    line(out, &format!("{key} = [{}]", values.join(", ")));
}

fn server(spec: &Spec, about: &About<'_>, out: &mut String) {
    line(out, "\n[server]");
    if !about.other_servers.is_empty() {
        let others = about
            .other_servers
            .join(", ")
            .replace(char::is_control, " ");
        line(out, &format!("# The document has others: {others}."));
    }
    match &spec.server {
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
    let prefix = about.name.to_uppercase();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (index, way) in spec.securities.iter().enumerate() {
        for (beside, security) in way.iter().enumerate() {
            let (setter, arguments) = setter(security, index, way.len() > 1, &taken);
            taken.extend([&setter].into_iter().chain(&arguments).cloned());
            let table = match index {
                0 => "credentials",
                _ => "other_credentials",
            };
            let heading = match (index, beside) {
                (0, 0) => format!("\n[{table}]"),
                (_, 0) => format!("\n[[{table}]]"),
                _ => format!("\n[[{table}.with]]"),
            };
            line(out, &heading);
            security
                .assumed
                .iter()
                .for_each(|assumed| line(out, &format!("# {assumed}")));
            if matches!(&security.scheme, Scheme::Header(name) if name.eq_ignore_ascii_case("authorization"))
            {
                line(
                    out,
                    "# The value is sent as it is given: with the word in front that the publisher asks for.",
                );
            }
            pair(out, "scheme", &security.name);
            pair(out, "setter", &setter);
            let variables: Vec<String> = match arguments.as_slice() {
                [_] => vec![format!("{prefix}_{}", setter.to_uppercase())],
                several => several
                    .iter()
                    .map(|name| format!("{prefix}_{}", name.to_uppercase()))
                    .collect(),
            };
            texts(out, "arguments", &arguments);
            texts(out, "env", &variables);
        }
    }
}

/// The name of a credential's setter, and those of its arguments. Of several keys that are sent together each is called what the service
/// calls it.
fn setter(
    security: &Security,
    index: usize,
    together: bool,
    taken: &BTreeSet<String>,
) -> (String, Vec<String>) {
    let own = match &security.scheme {
        Scheme::Header(name) | Scheme::Query(name) if together => {
            let name = snake(name);
            let name = name.strip_prefix("x_").unwrap_or(&name).to_owned();
            let is_free = name.is_ascii()
                && !reserved::BUILDER.contains(&name.as_str())
                && !reserved::BUILDER_FIELDS.contains(&name.as_str());
            Some(name).filter(|name| is_free && !name.is_empty() && snake(name) == *name)
        }
        _ => None,
    };
    let usual: (&str, &[&str]) = match &security.scheme {
        Scheme::Basic => ("credentials", &["username", "password"]),
        // A key may come as a Bearer token, too.
        Scheme::Bearer if index > 0 || together => ("access_token", &["token"]),
        _ => ("api_key", &["key"]),
    };
    let arguments = usual.1.iter().map(|name| (*name).to_owned());
    let (mut setter, mut arguments) = match own {
        Some(name) => (name.clone(), vec![name]),
        None => (usual.0.to_owned(), arguments.collect()),
    };
    while taken.contains(&setter) || arguments.iter().any(|name| taken.contains(name)) {
        for name in [&mut setter].into_iter().chain(&mut arguments) {
            name.insert_str(0, "other_");
        }
    }
    (setter, arguments)
}

/// Pointers to what an error says, in an error body or in its `error`.
fn errors(spec: &Spec, out: &mut String) {
    const NAMES: [(&str, &[&str]); 3] = [
        ("code", &["code", "error_code", "status_code"]),
        (
            "message",
            &[
                "message",
                "error_message",
                "error",
                "detail",
                "title",
                "err_msg",
            ],
        ),
        ("request_id", &["request_id", "trace_id"]),
    ];
    let bodies = spec
        .operations
        .iter()
        .filter_map(|operation| operation.error.as_ref());
    let mut places: IndexSet<(&str, String)> = bodies.map(|body| ("", body.clone())).collect();
    let inner = |(at, body): &(&str, String)| {
        let error = spec
            .fields(&named(body))
            .and_then(|fields| fields.get("error"));
        error
            .filter(|_| at.is_empty())
            .and_then(|field| Some(("/error", field.schema.name()?.to_owned())))
    };
    let inside: Vec<_> = places.iter().filter_map(inner).collect();
    places.extend(inside);
    let is_text =
        |field: &Field| matches!(field.schema.kind, Kind::Text | Kind::Integer | Kind::Any);
    let found = NAMES.map(|(key, names)| {
        let mut pointers: IndexSet<String> = IndexSet::new();
        for (at, body) in &places {
            let schema = named(body);
            for name in names {
                let fields = spec.fields(&schema).into_iter().flatten();
                let fields =
                    fields.filter(|(known, field)| snake(known) == *name && is_text(field));
                pointers.extend(fields.map(|(known, _)| format!("{at}/{known}")));
            }
        }
        (key, pointers)
    });
    if found.iter().any(|(_, pointers)| !pointers.is_empty()) {
        line(
            out,
            "\n# By names: hold them against a real error.\n[errors]",
        );
        for (key, pointers) in found {
            texts(out, key, &pointers.into_iter().collect::<Vec<_>>());
        }
    }
}

fn named(component: &str) -> Type {
    Type::of(Kind::Named(component.to_owned()))
}

/// Fields that would be one in Rust get names of their own.
fn names(spec: &Spec, out: &mut String) {
    let mut heading = "\n# Names that would be one in Rust.\n[names]\n";
    for (component, fields) in spec.objects() {
        let mut taken = Names::default();
        for name in fields.keys() {
            let rust = field(name);
            let given = taken.member(&rust, &["new"]);
            if given != rust {
                let key = toml_text(&format!("{component}.{name}"));
                line(out, &format!("{heading}{key} = {}", toml_text(&given)));
                heading = "";
            }
        }
    }
}

fn redactions(spec: &Spec, out: &mut String) {
    let ends = |name: &str, of: &str| {
        let mut of = of.split(' ');
        of.any(|end| name == end || name.ends_with(&format!("_{end}")))
    };
    let (mut personal, mut secret) = (Vec::new(), Vec::new());
    for (component, fields) in spec.objects() {
        for (name, field) in fields {
            let is_free =
                matches!(field.schema.kind, Kind::Text | Kind::Any) && field.pinned.is_empty();
            let (key, name) = (format!("{component}.{name}"), snake(name));
            if !is_free || field.schema.keywords.contains_key("format") {
            } else if ends(&name, SECRET) {
                secret.push(key);
            } else if ends(&name, PERSONAL) {
                personal.push(key);
            }
        }
    }
    if !personal.is_empty() || !secret.is_empty() {
        line(
            out,
            "\n# By names: what `Debug` hides. Look for what is about persons under other names.\n[redact]",
        );
        let lists = [("personal", personal), ("secret", secret)];
        for (key, keys) in lists.iter().filter(|(_, keys)| !keys.is_empty()) {
            line(out, &format!("{key} = ["));
            keys.iter()
                .for_each(|key| line(out, &format!("    {},", toml_text(key))));
            line(out, "]");
        }
    }
}

fn operation(spec: &Spec, operation: &Operation, out: &mut String) {
    let paging = proposal(spec, operation);
    let reserved: Vec<&str> = match paging {
        Some(_) => [&reserved::REQUEST[..], &reserved::LIST[..]].concat(),
        None => reserved::REQUEST.to_vec(),
    };
    let mut taken = Names::default();
    let mut names = Vec::new();
    for parameter in &operation.parameters {
        let rust = snake(&parameter.name);
        let is_reserved = reserved.contains(&rust.as_str());
        let wanted = if is_reserved {
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
    if paging.is_some() || !names.is_empty() {
        line(out, &format!("\n[operations.{}]", operation.id));
    }
    if !names.is_empty() {
        line(out, &format!("names = {{ {} }}", names.join(", ")));
    }
    if let Some(paging) = paging {
        line(
            out,
            &format!("# {}\npaging = {}", paging.comment, paging.value),
        );
    }
}
