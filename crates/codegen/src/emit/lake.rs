//! How the calls of an account are read into a lake: the requests. What reads their answers is written by hand in the crate that this
//! goes into.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::{Api, Operation, OperationParameter, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{CallLake, LakeRequest, Names, Paging};

use super::overview::demo;
use super::text::{ident, print};

/// The most items a page that are asked for where the document names no most.
const USUAL_PAGE: i64 = 100;

/// The module that reads this provider's calls into a lake, as Rust, if `sdk.toml` says how.
pub fn lake(loaded: &Loaded, api: &Api) -> Result<Option<String>, Problem> {
    let call = loaded.sdk.call.as_ref();
    let Some(lake) = call.and_then(|call| call.lake.as_ref()) else {
        return Ok(None);
    };
    let Some(list) = api.operation(lake.list.operation.get_ref()) else {
        return Ok(None);
    };
    let writer = Writer {
        api,
        lake,
        wants: wants(api, lake),
    };
    let sdk = &loaded.sdk.sdk;
    let krate = sdk.krate.as_ref().unwrap_or(&sdk.name);
    let source = writer.source(&sdk.name, &sdk.title, krate, &demo(loaded), list);
    let file = syn::parse_file(&source)
        .map_err(|error| Problem::defect(format!("the source is not Rust: {error}: {source}")))?;
    Ok(Some(print(&file)))
}

/// The parameter of a request that takes the id of a call.
pub fn id_of<'a>(
    operation: &'a Operation,
    request: &LakeRequest,
) -> Option<&'a OperationParameter> {
    match &request.id {
        Some(name) => operation.parameter(name.get_ref()),
        None => operation.given(true).next(),
    }
}

/// What the requests ask for besides: names of parameters in Rust.
fn wants(api: &Api, lake: &CallLake) -> BTreeSet<String> {
    let seeds: Vec<_> = lake
        .seeds
        .values()
        .map(|name| name.get_ref().as_str())
        .collect();
    let mut wants = BTreeSet::new();
    let requests = [&lake.get, &lake.turns, &lake.recordings];
    let requests = requests.into_iter().flatten();
    for (request, has_id) in requests.map(|it| (it, true)).chain([(&lake.list, false)]) {
        let Some(operation) = api.operation(request.operation.get_ref()) else {
            continue;
        };
        let id = id_of(operation, request).filter(|_| has_id);
        let besides = operation.given(true).filter(|parameter| {
            id.is_none_or(|id| id.name != parameter.name)
                && !seeds.contains(&parameter.name.as_str())
                && !request.with.contains_key(parameter.name.as_str())
        });
        wants.extend(besides.map(|parameter| parameter.rust_name.clone()));
    }
    wants
}

/// Parameters of a request that always have the same value, as calls of its setters.
pub fn with(api: &Api, operation: &Operation, values: &Names) -> String {
    let set = values.iter().filter_map(|(name, value)| {
        let parameter = operation.parameter(name.get_ref())?;
        let value = constant(api, parameter, value.get_ref());
        Some(format!(".{}({value})", ident(&parameter.rust_name)))
    });
    set.collect()
}

fn constant(api: &Api, parameter: &OperationParameter, value: &str) -> String {
    match api.is_enum(&parameter.kind) {
        true => format!("{value:?}.into()"),
        false => match parameter.kind {
            Type::Integer | Type::Number | Type::Boolean => value.to_owned(),
            _ => format!("{value:?}"),
        },
    }
}

struct Writer<'a> {
    api: &'a Api,
    lake: &'a CallLake,
    wants: BTreeSet<String>,
}

impl Writer<'_> {
    fn source(&self, name: &str, title: &str, krate: &str, demo: &str, list: &Operation) -> String {
        let lake = self.lake;
        let per_minute = lake.per_minute;
        let seeds: Vec<&String> = lake.seeds.keys().map(|name| name.get_ref()).collect();
        let reach = match (lake.between.is_empty(), seeds.is_empty()) {
            (false, _) => "Reach::Windowed",
            (true, false) => "Reach::Seeded(self.account.seeds.clone())",
            (true, true) => "Reach::Snapshot",
        };
        let paging = list.paging.as_ref();
        let (total, size) = (total(paging), self.page_size(list));
        let abilities = format!(
            "Abilities {{ total: {total}, either_order: {}, get: {}, details: {}, turns: {}, recordings: {}, page_size: {} }}",
            !lake.order.is_empty(),
            lake.get.is_some(),
            lake.details.is_some(),
            lake.turns.is_some(),
            lake.recordings.is_some(),
            size.as_ref()
                .map_or("None".to_owned(), |(_, most)| format!("Some({most})")),
        );
        let empty = || "let _ = id; Ok(Vec::new())".to_owned();
        let get = self.by_id(&lake.get, "Ok(None)", |request, _| {
            format!("let call = super::super::found({request}.await)?; Ok(call.map(|call| self.account.noted(call)))")
        });
        let get = get.unwrap_or_else(|| "let _ = id; Ok(None)".to_owned());
        let turns = self.by_id(&lake.turns, "Ok(Vec::new())", |request, operation| {
            format!(
                "super::super::turns({request}{}.stream()).await",
                self.largest(operation)
            )
        });
        let recordings =
            self.by_id(
                &lake.recordings,
                "Ok(Vec::new())",
                |request, operation| match operation.paging {
                    Some(_) => format!(
                        "super::super::recordings({request}{}.stream()).await",
                        self.largest(operation)
                    ),
                    None => format!("super::super::recording({request}.await)"),
                },
            );
        let (turns, recordings) = (
            turns.unwrap_or_else(empty),
            recordings.unwrap_or_else(empty),
        );
        let wants: Vec<&String> = self.wants.iter().collect();
        let listing = self.list(list, size.as_ref());
        format!(
            "//! The calls of {title}.
            #![allow(clippy::all, clippy::unwrap_used)]
            use callslip_calls::{{Call, Recording, Turn}};
            use {krate} as sdk;
            use crate::source::{{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source}};
            use super::super::{{Access, Account, Known, Opened, configured}};

            /// How it is opened.
            pub(crate) const KNOWN: Known = Known {{ provider: {name:?}, wants: &{wants:?}, seeds: &{seeds:?}, per_minute: {per_minute:?}, open, #[cfg(test)] at }};

            struct Calls {{ client: sdk::Client, account: Account }}

            fn open(access: &Access, accounts: Vec<Account>) -> Opened {{
                Ok(over(configured!(sdk::ClientBuilder::from_env()?, access), accounts))
            }}

            #[cfg(test)]
            fn at(address: &str, access: &Access, accounts: Vec<Account>) -> Opened {{
                let builder = sdk::Client::builder().base_url(address){demo};
                Ok(over(configured!(builder, access), accounts))
            }}

            /// The accounts of one credential: one client is asked, whatever is asked and for whom.
            fn over(client: sdk::Client, accounts: Vec<Account>) -> Vec<Box<dyn Source>> {{
                let source = |account| Box::new(Calls {{ client: client.clone(), account }}) as Box<dyn Source>;
                accounts.into_iter().map(source).collect()
            }}

            impl Source for Calls {{
                fn provider(&self) -> &'static str {{ {name:?} }}
                fn reach(&self) -> Reach {{ {reach} }}
                fn abilities(&self) -> Abilities {{ {abilities} }}
                fn list<'a>(&'a self, query: Query, take: &'a mut (dyn FnMut(Call) + Send)) -> Answer<'a, Listed> {{
                    Box::pin(async move {{ {listing} }})
                }}
                fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call>> {{ Box::pin(async move {{ {get} }}) }}
                fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn>> {{ Box::pin(async move {{ {turns} }}) }}
                fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {{ Box::pin(async move {{ {recordings} }}) }}
                fn download<'a>(&'a self, link: &'a Link, to: &'a mut Sink) -> Answer<'a, Option<String>> {{
                    Box::pin(async move {{ super::super::downloaded(self.client.download(&link.url), link, to).await }})
                }}
            }}"
        )
    }

    /// The list's own request.
    fn list(&self, list: &Operation, size: Option<&(String, i64)>) -> String {
        let lake = self.lake;
        let seed = |parameter: &OperationParameter| {
            let mut seeds = lake.seeds.iter();
            seeds.find(|(_, name)| *name.get_ref() == parameter.name)
        };
        let mut code = String::new();
        let arguments = list.given(true).map(|parameter| match seed(parameter) {
            Some((name, _)) => {
                let given = format!("super::super::seed(&query, {:?})?", name.get_ref());
                value(&parameter.kind, &given)
            }
            None => self.besides(parameter),
        });
        let arguments: Vec<String> = arguments.collect();
        let _ = write!(
            code,
            "let mut request = self.client.{}({}){};",
            names::snake(&list.id),
            arguments.join(", "),
            with(self.api, list, &lake.list.with)
        );
        if let [parameter, usual, other] = lake.order.as_slice()
            && let Some(parameter) = list.parameter(parameter.get_ref())
        {
            let _ = write!(
                code,
                "request = request.{}(if query.reversed {{ {} }} else {{ {} }});",
                ident(&parameter.rust_name),
                constant(self.api, parameter, other.get_ref()),
                constant(self.api, parameter, usual.get_ref())
            );
        }
        if let Some((setter, most)) = size {
            let _ = write!(
                code,
                "request = request.{setter}(i64::from(query.page_size.unwrap_or({most})));"
            );
        }
        let named = |name: &toml::Spanned<String>| {
            list.parameter(name.get_ref())
                .map(|it| ident(&it.rust_name))
        };
        if let [since, until] = lake.between.as_slice()
            && let (Some(since), Some(until)) = (named(since), named(until))
        {
            let _ = write!(
                code,
                "if let Some(window) = &query.window {{ request = request.{since}(window.start).{until}(window.end); }}"
            );
        }
        for (name, parameter) in &lake.seeds {
            let parameter = list.parameter(parameter.get_ref());
            let Some(parameter) = parameter.filter(|it| !it.required) else {
                continue;
            };
            let given = match &parameter.kind {
                Type::Array(items) => format!("[{}]", value(items, "id")),
                kind => value(kind, "id"),
            };
            let _ = write!(
                code,
                "if let Ok(id) = super::super::seed(&query, {:?}) {{ request = request.{}({given}); }}",
                name.get_ref(),
                ident(&parameter.rust_name)
            );
        }
        code += "super::super::drain(request.stream(), &self.account, take).await";
        if code.matches("request = request").count() == 0 {
            code = code.replacen("let mut request", "let request", 1);
        }
        if !code.contains("query") {
            code.insert_str(0, "let _ = query;");
        }
        code
    }

    /// A request for what belongs to one call; `none` where its id can be none of this provider's.
    fn by_id(
        &self,
        request: &Option<LakeRequest>,
        none: &str,
        read: impl Fn(&str, &Operation) -> String,
    ) -> Option<String> {
        let request = request.as_ref()?;
        let operation = self.api.operation(request.operation.get_ref())?;
        let id = id_of(operation, request)?;
        let arguments = operation.given(true).map(|parameter| {
            if parameter.name == id.name {
                "id".to_owned()
            } else {
                self.besides(parameter)
            }
        });
        let arguments: Vec<String> = arguments.collect();
        let by_setter = match id.required {
            true => String::new(),
            false => format!(".{}(id)", ident(&id.rust_name)),
        };
        let call = format!(
            "self.client.{}({}){by_setter}{}",
            names::snake(&operation.id),
            arguments.join(", "),
            with(self.api, operation, &request.with)
        );
        let parsed = match id.kind {
            Type::String | Type::Uri => String::new(),
            _ => format!("let Ok(id) = id.parse() else {{ return {none} }};"),
        };
        Some(format!("{parsed} {}", read(&call, operation)))
    }

    /// What is asked of the user.
    fn besides(&self, parameter: &OperationParameter) -> String {
        let given = format!("self.account.value({:?})", parameter.rust_name);
        value(&parameter.kind, &given)
    }

    /// The setter of a page's size, and the most that it takes.
    fn page_size(&self, operation: &Operation) -> Option<(String, i64)> {
        let limit = operation.paging.as_ref()?.limit()?;
        let limit = operation.parameter(limit)?;
        let most = limit
            .at
            .get("schema")
            .and_then(|schema| schema.number("maximum"));
        Some((
            limit.rust_name.clone(),
            most.map_or(USUAL_PAGE, |most| most as i64),
        ))
    }

    fn largest(&self, operation: &Operation) -> String {
        let size = self.page_size(operation);
        size.map_or(String::new(), |(setter, most)| format!(".{setter}({most})"))
    }
}

/// A value of the type that a parameter takes, of a text.
fn value(kind: &Type, given: &str) -> String {
    match kind {
        Type::String | Type::Uri => given.to_owned(),
        _ => format!("super::super::id({given})?"),
    }
}

/// Whether a list tells how many there are.
fn total(paging: Option<&Paging>) -> bool {
    paging.is_some_and(|paging| paging.signals().iter().any(|(kind, _)| *kind == "total"))
}
