//! A provider at a glance: for tables, command lines and tests that are made of all providers alike.

use std::collections::BTreeMap;

use crate::model::{Api, Operation, RelationKind, Scheme, Success};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{Credentials, Paging};

use super::examples::{Examples, first_call};

/// A provider at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Its own name, as people write it.
    pub title: String,
    /// What the SDK is, in one sentence.
    pub summary: String,
    /// How the credential is sent.
    pub auth: String,
    /// The environment variables that a client reads, and whether it cannot do without.
    pub variables: Vec<(String, bool)>,
    /// What the document is called.
    pub document: String,
    /// Its operations.
    pub operations: Vec<OperationOverview>,
    /// The type of the error bodies of most operations, if they have some.
    pub error: Option<String>,
    /// A first call, as Rust: of the operation that reads a call, or of the first one.
    pub example: String,
    /// What a builder is told for a server that takes any credential, as Rust: `.api_key("demo")`.
    pub demo: String,
}

/// An operation at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationOverview {
    /// Its id.
    pub id: String,
    /// Its method and path.
    pub line: String,
    /// The name of its request.
    pub request: String,
    /// Whether it answers with JSON.
    pub is_json: bool,
    /// How it is read, if it is a list.
    pub list: Option<ListOverview>,
}

/// A list at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOverview {
    /// The call of the client, as Rust, with all that is required: `list_calls("LOC123")`.
    pub call: String,
    /// Whether it comes in pages.
    pub is_paged: bool,
    /// The setter of a page's size, and the most that it takes.
    pub limit: Option<(String, Option<i64>)>,
}

pub fn overview(loaded: &Loaded, api: &Api) -> Result<Overview, Problem> {
    let sdk = &loaded.sdk;
    let headers = || sdk.headers.iter().filter(|header| header.setter.is_some());
    let sent = |credentials: &Credentials| {
        Ok(match Scheme::of(loaded, credentials)? {
            Scheme::ApiKey { header } => format!("API key in `{header}`"),
            Scheme::Query { parameter } => format!("API key in the query, as `{parameter}`"),
            Scheme::Basic => "Basic".to_owned(),
            Scheme::Bearer => "Bearer".to_owned(),
        })
    };
    let ways = sdk.ways().map(|way| {
        let sent: Vec<_> = way.together().map(sent).collect::<Result<_, Problem>>()?;
        Ok(sent.join(" with "))
    });
    let mut auth = ways.collect::<Result<Vec<_>, Problem>>()?.join(" or ");
    for header in headers() {
        auth.push_str(&format!(", and `{}`", header.name.get_ref()));
    }
    let is_only = sdk.other_credentials.is_empty();
    let of_credentials = sdk.all_credentials().flat_map(|it| &it.env);
    let mut variables: Vec<_> = of_credentials.map(|name| (name.clone(), is_only)).collect();
    if sdk.server.required {
        variables.push((format!("{}_BASE_URL", sdk.sdk.name.to_uppercase()), true));
    }
    let of_headers =
        headers().filter_map(|header| Some((header.env.clone()?, header.default.is_none())));
    variables.extend(of_headers);
    let mut errors: BTreeMap<&str, usize> = BTreeMap::new();
    for error in api
        .operations
        .iter()
        .filter_map(|operation| operation.error.as_deref())
    {
        *errors.entry(error).or_default() += 1;
    }
    let get = sdk.call.as_ref().and_then(|call| call.get.as_ref());
    let first = get.and_then(|get| api.operation(get.operation.get_ref()));
    let first = first.or_else(|| api.operations.first());
    Ok(Overview {
        title: sdk.sdk.title.clone(),
        summary: sdk.sdk.summary.clone(),
        auth,
        variables,
        document: sdk
            .sdk
            .document
            .split(", ")
            .next()
            .unwrap_or_default()
            .to_owned(),
        operations: api
            .operations
            .iter()
            .map(|operation| at_a_glance(loaded, api, operation))
            .collect(),
        error: errors
            .into_iter()
            .max_by_key(|(_, times)| *times)
            .map(|(name, _)| names::pascal(name)),
        example: first.map_or(String::new(), |operation| {
            first_call(loaded, api, operation)
        }),
        demo: demo(loaded),
    })
}

fn at_a_glance(loaded: &Loaded, api: &Api, operation: &Operation) -> OperationOverview {
    OperationOverview {
        id: operation.id.clone(),
        line: format!("{} {}", operation.method.to_uppercase(), operation.path),
        request: names::pascal(&operation.id),
        is_json: matches!(operation.success, Success::Json(_)),
        list: operation
            .paging
            .as_ref()
            .map(|paging| list(loaded, api, operation, paging)),
    }
}

fn list(loaded: &Loaded, api: &Api, operation: &Operation, paging: &Paging) -> ListOverview {
    let krate = loaded
        .sdk
        .sdk
        .krate
        .as_ref()
        .unwrap_or(&loaded.sdk.sdk.name);
    let examples = Examples::new(loaded, api, krate);
    let parameter = |name: &str| operation.parameters.iter().find(|known| known.name == name);
    let mut call = format!(
        "{}({})",
        names::snake(&operation.id),
        examples.arguments(operation).join(", ")
    );
    let one_of = operation
        .relations
        .iter()
        .filter(|relation| relation.kind == RelationKind::OneOf);
    for given in one_of.filter_map(|relation| parameter(relation.parameters.first()?)) {
        call.push_str(&format!(
            ".{}({})",
            given.rust_name,
            examples.argument(given)
        ));
    }
    let limit = paging.limit().and_then(parameter).map(|limit| {
        let most = limit
            .at
            .get("schema")
            .and_then(|schema| schema.number("maximum"));
        (limit.rust_name.clone(), most.map(|most| most as i64))
    });
    ListOverview {
        call,
        is_paged: !matches!(paging, Paging::Unpaged { .. }),
        limit,
    }
}

/// What a builder is told for a server that takes any credential.
pub fn demo(loaded: &Loaded) -> String {
    let sdk = &loaded.sdk;
    let given = sdk.credentials.together().map(|it| {
        let given = vec!["\"demo\""; it.arguments.len()].join(", ");
        format!(".{}({given})", it.setter.get_ref())
    });
    let mut demo: String = given.collect();
    let headers = sdk.headers.iter().filter(|header| header.default.is_none());
    for setter in headers.filter_map(|header| header.setter.as_ref()) {
        demo.push_str(&format!(".{}(\"demo\")", setter.get_ref()));
    }
    demo
}
