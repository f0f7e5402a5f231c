//! How the calls of an account are read into a lake: the requests. What reads their answers is written by hand in the crate that this
//! goes into.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::{Api, Body, Field, Operation, OperationParameter, Success, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::{Call, CallLake, LakeRequest, Names, Paging};
use crate::spec::{Loaded, Node, escape};

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
        unit: call.and_then(unit),
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

/// Where a list takes a value.
pub enum Target<'a> {
    Parameter(&'a OperationParameter),
    /// In its body, with the fields on the way there.
    Body(Vec<&'a Field>),
}

impl<'a> Target<'a> {
    /// What a setting names: a parameter, or a property of the body, or by a JSON pointer one further down.
    pub fn named(api: &'a Api, operation: &'a Operation, name: &str) -> Option<Self> {
        if let Some(parameter) = operation.parameter(name) {
            return Some(Self::Parameter(parameter));
        }
        let pointer = match name.starts_with('/') {
            true => name.to_owned(),
            false => format!("/{}", escape(name)),
        };
        let body = operation.body.as_ref().and_then(Body::kind)?;
        let way = api.way(body, &pointer)?.into_iter();
        Some(Self::Body(way.map(|(_, field)| field).collect()))
    }

    fn leaf(&self) -> Option<&'a Field> {
        match self {
            Self::Parameter(_) => None,
            Self::Body(way) => way.last().copied(),
        }
    }

    pub fn kind(&self) -> Option<&'a Type> {
        match self {
            Self::Parameter(parameter) => Some(&parameter.kind),
            Self::Body(_) => self.leaf().map(|field| &field.kind),
        }
    }

    /// The most that it takes, if it is a number and the document says so.
    fn most(&self) -> Option<i64> {
        let schema: Option<&Node> = match self {
            Self::Parameter(parameter) => parameter.at.get("schema"),
            Self::Body(_) => self.leaf().map(|field| &field.at),
        };
        schema?.number("maximum").map(|most| most as i64)
    }

    /// Whether a value can be put there in a body that says nothing else.
    pub fn can_be_set(&self, api: &Api) -> bool {
        let Self::Body(way) = self else { return true };
        let is_plain = |field: &&&Field| {
            !field.required() && !field.nullable && !field.boxed && field.redact.is_none()
        };
        let is_free = |field: &&Field| !api.fields(&field.kind).iter().any(Field::required);
        way.iter().filter(is_plain).count() == way.len() && way.iter().all(is_free)
    }

    /// The code that puts a value there.
    fn set(&self, value: &str) -> String {
        match self {
            Self::Parameter(parameter) => {
                format!(
                    "request = request.{}({value});",
                    ident(&parameter.rust_name)
                )
            }
            Self::Body(way) => {
                let mut code = "body".to_owned();
                let mut way = way.iter().peekable();
                while let Some(field) = way.next() {
                    let _ = write!(code, ".{}", ident(&field.rust_name));
                    if let (Some(_), Some(name)) = (way.peek(), field.kind.name()) {
                        let made = names::pascal(name);
                        let _ = write!(code, ".get_or_insert_with(sdk::types::{made}::new)");
                    }
                }
                format!("{code} = Some({value});")
            }
        }
    }
}

/// The unit of the time that a list is cut by, where it is sent as a number.
pub fn unit(call: &Call) -> Option<&str> {
    let by = call.lake.as_ref()?.by.as_ref();
    let column = by.map_or("created_at", |by| by.get_ref());
    let mut columns = call.record.as_ref()?.columns.iter();
    let (_, column) = columns.find(|(name, _)| name.get_ref() == column)?;
    Some(column.unit.as_ref()?.get_ref())
}

/// The type of a call in the list.
pub fn item<'a>(api: &'a Api, lake: &CallLake, list: &'a Operation) -> Option<&'a Type> {
    match (&list.success, &lake.limit) {
        (Success::Json(kind), Some(_)) if list.paging.is_none() => match api.resolve(kind) {
            Type::Array(item) => Some(item),
            _ => None,
        },
        _ => api.item(list),
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
        let value = constant(api, &parameter.kind, value.get_ref());
        Some(format!(".{}({value})", ident(&parameter.rust_name)))
    });
    set.collect()
}

fn constant(api: &Api, kind: &Type, value: &str) -> String {
    match api.is_enum(kind) {
        true => format!("{value:?}.into()"),
        false => match kind {
            Type::Integer | Type::Number | Type::Boolean => value.to_owned(),
            _ => format!("{value:?}"),
        },
    }
}

struct Writer<'a> {
    api: &'a Api,
    lake: &'a CallLake,
    /// Of the times of the list.
    unit: Option<&'a str>,
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
        let (total, size) = (total(paging), self.size(list));
        let abilities = format!(
            "Abilities {{ total: {total}, either_order: {}, get: {}, details: {}, turns: {}, recordings: {}, bounded: {}, page_size: {} }}",
            !lake.order.is_empty(),
            lake.get.is_some(),
            lake.details.is_some(),
            lake.turns.is_some(),
            lake.recordings.is_some(),
            lake.limit.is_some(),
            size.as_ref()
                .map_or("None".to_owned(), |(_, most)| format!("Some({most})")),
        );
        let get = self.by_id("get", "Option<Call<'static>>", &lake.get, |request, _| {
            format!("super::super::found({request}.await, &self.account)")
        });
        let listed = |request: &str, operation: &Operation, read: &str| {
            let largest = self.largest(operation);
            format!("super::super::{read}({request}{largest}.stream()).await")
        };
        let turns = self.by_id(
            "turns",
            "Vec<Turn<'static>>",
            &lake.turns,
            |request, operation| listed(request, operation, "turns"),
        );
        let recordings = self.by_id(
            "recordings",
            "Vec<Recording>",
            &lake.recordings,
            |request, operation| match operation.paging {
                Some(_) => listed(request, operation, "recordings"),
                None => format!("super::super::recording({request}.await)"),
            },
        );
        let wants: Vec<&String> = self.wants.iter().collect();
        let account = match wants.is_empty() {
            true => "",
            false => {
                "fn account(&self) -> std::collections::BTreeMap<String, String> { self.account.values.clone() }"
            }
        };
        let listing = self.list(list, size.as_ref());
        let placed = match &lake.by {
            Some(by) => format!(
                "fn placed(&self, call: &Call<'_>) -> Option<chrono::DateTime<chrono::Utc>> {{ call.{} }}",
                by.get_ref()
            ),
            None => String::new(),
        };
        format!(
            "//! The calls of {title}.
            #![allow(clippy::all, clippy::unwrap_used)]
            #[allow(unused_imports)]
            use callslip_calls::{{Call, Recording, Turn}};
            use {krate} as sdk;
            use crate::source::{{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, Take}};
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
                {account}
                fn reach(&self) -> Reach {{ {reach} }}
                fn abilities(&self) -> Abilities {{ {abilities} }}
                {placed}
                fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {{
                    Box::pin(async move {{ {listing} }})
                }}
                {get}
                {turns}
                {recordings}
                fn download<'a>(&'a self, link: &'a Link, to: &'a mut Sink) -> Answer<'a, Option<String>> {{
                    Box::pin(async move {{ super::super::downloaded(self.client.download(&link.url), link, to).await }})
                }}
            }}"
        )
    }

    /// The list's own request.
    fn list(&self, list: &Operation, size: Option<&(Target<'_>, i64)>) -> String {
        let lake = self.lake;
        let seed = |parameter: &OperationParameter| {
            let mut seeds = lake.seeds.iter();
            seeds.find(|(_, name)| *name.get_ref() == parameter.name)
        };
        let mut code = String::new();
        // What the body says comes before the request, and what parameters say behind it.
        let mut body = String::new();
        let arguments = list.given(true).map(|parameter| match seed(parameter) {
            Some((name, _)) => {
                let given = format!("super::super::seed(&query, {:?})?", name.get_ref());
                value(&parameter.kind, &given)
            }
            None => self.besides(parameter),
        });
        let mut arguments: Vec<String> = arguments.collect();
        arguments.extend(list.body.is_some().then(|| "body".to_owned()));
        let _ = write!(
            code,
            "let mut request = self.client.{}({}){};",
            names::snake(&list.id),
            arguments.join(", "),
            with(self.api, list, &lake.list.with)
        );
        let target = |name: &toml::Spanned<String>| Target::named(self.api, list, name.get_ref());
        let mut set = |target: &Target<'_>, value: &str| match target {
            Target::Parameter(_) => code += &target.set(value),
            Target::Body(_) => body += &target.set(value),
        };
        if let [name, usual, other] = lake.order.as_slice()
            && let Some(order) = target(name)
            && let Some(kind) = order.kind()
        {
            let [usual, other] =
                [usual, other].map(|value| constant(self.api, kind, value.get_ref()));
            set(
                &order,
                &format!("if query.reversed {{ {other} }} else {{ {usual} }}"),
            );
        }
        if let Some((limit, most)) = size {
            set(
                limit,
                &format!("i64::from(query.page_size.unwrap_or({most}))"),
            );
        }
        if let [since, until] = lake.between.as_slice()
            && let (Some(since), Some(until)) = (target(since), target(until))
        {
            let of = |target: &Target<'_>, moment: &str| {
                let is_number =
                    matches!(target, Target::Body(_)) && target.kind() == Some(&Type::Integer);
                match (is_number, self.unit) {
                    (true, Some("s")) => format!("{moment}.timestamp()"),
                    (true, _) => format!("{moment}.timestamp_millis()"),
                    (false, _) => moment.to_owned(),
                }
            };
            let (start, end) = (of(&since, "window.start"), of(&until, "window.end"));
            let within = "if let Some(window) = &query.window {";
            match (&since, &until) {
                (Target::Parameter(since), Target::Parameter(until)) => {
                    let [since, until] = [since, until].map(|it| ident(&it.rust_name));
                    let _ = write!(
                        code,
                        "{within} request = request.{since}({start}).{until}({end}); }}"
                    );
                }
                _ => {
                    let _ = write!(body, "{within} {}{} }}", since.set(&start), until.set(&end));
                }
            }
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
        code += &match size {
            Some((_, most)) if lake.limit.is_some() => format!(
                "super::super::bounded(request.await, query.page_size.unwrap_or({most}), &self.account, take)"
            ),
            _ => "super::super::drain(request.stream(), &self.account, take).await".to_owned(),
        };
        if code.matches("request = request").count() == 0 {
            code = code.replacen("let mut request", "let request", 1);
        }
        if let Some(name) = list.body.as_ref().and_then(Body::kind).and_then(Type::name) {
            let mutable = if body.is_empty() { "" } else { "mut " };
            let made = names::pascal(name);
            code = format!("let {mutable}body = sdk::types::{made}::new(); {body} {code}");
        }
        if !code.contains("query") {
            code.insert_str(0, "let _ = query;");
        }
        code
    }

    /// The method that asks for what belongs to one call; nothing where that is not asked for.
    fn by_id(
        &self,
        method: &str,
        gives: &str,
        request: &Option<LakeRequest>,
        read: impl Fn(&str, &Operation) -> String,
    ) -> String {
        let asked = request.as_ref().and_then(|request| {
            let operation = self.api.operation(request.operation.get_ref())?;
            Some((request, operation, id_of(operation, request)?))
        });
        let Some((request, operation, id)) = asked else {
            return String::new();
        };
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
            _ => "let id = super::super::id(id)?;".to_owned(),
        };
        format!(
            "fn {method}<'a>(&'a self, id: &'a str) -> Answer<'a, {gives}> {{ Box::pin(async move {{ {parsed} {} }}) }}",
            read(&call, operation)
        )
    }

    /// What is asked of the user.
    fn besides(&self, parameter: &OperationParameter) -> String {
        let given = format!("self.account.value({:?})", parameter.rust_name);
        value(&parameter.kind, &given)
    }

    /// Where the list is told how many calls come at once, and the most that it takes.
    fn size<'o>(&self, list: &'o Operation) -> Option<(Target<'o>, i64)>
    where
        Self: 'o,
    {
        let own = self.lake.limit.as_ref().map(|limit| limit.get_ref());
        let of_pages = || list.paging.as_ref()?.limit();
        let limit = own.map(String::as_str).or_else(of_pages)?;
        let limit = Target::named(self.api, list, limit)?;
        let most = limit.most().unwrap_or(USUAL_PAGE);
        Some((limit, most))
    }

    /// Asks for the largest page that there is.
    fn largest(&self, operation: &Operation) -> String {
        let limit = operation.paging.as_ref().and_then(Paging::limit);
        let limit = limit.and_then(|limit| operation.parameter(limit));
        limit.map_or(String::new(), |limit| {
            let most = Target::Parameter(limit).most().unwrap_or(USUAL_PAGE);
            format!(".{}({most})", limit.rust_name)
        })
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
