//! What a command line does with the calls of a provider: its arguments, and the requests that they make. The
//! program around it is written by hand (`crate::list`, `crate::get`, `crate::recording`, `crate::row`).

mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::model::{
    Api, Body, Field, Form, Operation, OperationParameter, RelationKind, SchemaKind, Type,
};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::{Call, CallList, CallView, Conversion, Names};
use crate::spec::{Loaded, Node};

use super::examples::Examples;
use super::making::{State, state};
use super::text::{ident, print, sentence};
use super::{lake, record};

/// The commands of one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    /// The module, as Rust.
    pub source: String,
    /// What it has, as `List`; with `Get` comes `demo`.
    pub verbs: BTreeSet<&'static str>,
}

/// The commands, if `sdk.toml` says which operations are about calls.
pub fn commands(loaded: &Loaded, api: &Api) -> Result<Option<Commands>, Problem> {
    let Some(call) = &loaded.sdk.call else {
        return Ok(None);
    };
    let sdk = &loaded.sdk.sdk;
    let krate = sdk.krate.clone().unwrap_or_else(|| sdk.name.clone());
    let mut writer = Writer {
        loaded,
        api,
        call,
        krate,
        rows: BTreeSet::new(),
        flags: Vec::new(),
        out: String::new(),
    };
    let title = &sdk.title;
    let _ = write!(
        writer.out,
        "//! The commands of {title}.\n\nuse {} as sdk;\nuse clap::Args;\n\nuse crate::context::Context;\nuse crate::failure::Failure;\nuse crate::row::Row;\nuse crate::words::Sdk;\n\n",
        writer.krate
    );
    let lists: Vec<_> = call
        .list
        .iter()
        .filter_map(|list| {
            Some(Listed::calls(
                list,
                api.operation(list.operation.get_ref())?,
            ))
        })
        .collect();
    let get = call
        .get
        .as_ref()
        .and_then(|get| Some((get, api.operation(get.operation.get_ref())?)));
    let views = call.views().filter_map(|(key, _, view)| {
        let operation = api.operation(view.operation.get_ref())?;
        Some((key, Listed::view(view, operation)))
    });
    let views: Vec<_> = views.collect();
    let shown = views.iter().filter(|(key, _)| *key != "transcript");
    let shown = shown.map(|(_, list)| *list);
    let asked: Vec<_> = lists.iter().copied().chain(shown).collect();
    let read = get.iter().map(|(_, operation)| *operation);
    let read: Vec<_> = read
        .chain(views.iter().map(|(_, list)| list.operation))
        .collect();
    writer.words(&asked, &read);
    writer.settings();
    let mut verbs = BTreeSet::new();
    if !lists.is_empty() {
        writer.list(&lists);
        verbs.insert("List");
    }
    if let Some((get, operation)) = get {
        writer.get(operation);
        verbs.insert("Get");
        let facts = |kind: Option<&Type>| kind.map(|kind| record::facts(call, api, kind));
        let read = facts(operation.answer()).unwrap_or_default();
        if read.contains_key("recording_url") || get.no_recording.is_some() {
            let listed = lists
                .iter()
                .filter_map(|list| facts(api.item(list.operation)));
            let ids = listed.chain([read.clone()]);
            let ids: BTreeSet<String> = ids.filter_map(|mut facts| facts.remove("id")).collect();
            let none = get
                .no_recording
                .as_ref()
                .map(|none| none.get_ref().as_str());
            writer.recording(&read, none, operation, &ids);
            verbs.insert("Recording");
        }
    }
    verbs.extend(writer.views(call));
    let file = syn::parse_file(&writer.out)
        .map_err(|error| Problem::defect(format!("the commands are not Rust: {error}")))?;
    Ok(Some(Commands {
        source: print(&file),
        verbs,
    }))
}

/// What an argument is made of.
struct Flag<'a> {
    /// The flag, without its dashes.
    name: String,
    parameter: &'a OperationParameter,
    /// Whether the command cannot do without it.
    required: bool,
    /// What else clap is told of it.
    rules: Vec<String>,
}

impl Flag<'_> {
    fn field(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// A list, as the command line asks for it.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    pub operation: &'a Operation,
    /// Name of a parameter -> its flag, where that is not its name in Rust.
    pub flags: &'a Names,
    /// Parameters that always have the same value.
    with: Option<&'a Names>,
    /// The parameter by which this list is meant and no other.
    when: Option<&'a str>,
}

impl<'a> Listed<'a> {
    pub fn calls(list: &'a CallList, operation: &'a Operation) -> Self {
        Self {
            operation,
            flags: &list.flags,
            with: None,
            when: list.when.as_ref().map(|when| when.get_ref().as_str()),
        }
    }

    pub fn view(view: &'a CallView, operation: &'a Operation) -> Self {
        Self {
            operation,
            flags: &view.flags,
            with: Some(&view.with),
            when: None,
        }
    }

    pub fn is_page_size(&self, parameter: &OperationParameter) -> bool {
        let paging = self.operation.paging.as_ref();
        paging.and_then(|paging| paging.limit()) == Some(parameter.name.as_str())
    }

    /// The flag of a parameter; none if the list itself sets it.
    pub fn flag(&self, parameter: &OperationParameter) -> Option<String> {
        let (paging, name) = (self.operation.paging.as_ref()?, parameter.name.as_str());
        if self.is_page_size(parameter) {
            return Some("page-size".to_owned());
        }
        let position = paging.position().map(|(_, name)| name);
        let by_itself = position.is_some_and(|known| known == name)
            || paging.begins().contains(&parameter.name);
        let is_fixed = self.with.is_some_and(|with| with.contains_key(name));
        // A list that goes on after an item cannot begin before another.
        let excludes = self.operation.relations.iter().any(|relation| {
            relation.kind == RelationKind::Exclusive
                && relation.parameters.contains(&parameter.name)
                && position
                    .is_some_and(|name| relation.parameters.iter().any(|other| other == name))
        });
        if by_itself || is_fixed || excludes {
            return None;
        }
        let given = self.flags.get(name);
        Some(given.map_or_else(
            || kebab(&parameter.rust_name),
            |flag| flag.get_ref().clone(),
        ))
    }

    /// The flag by which this list is meant and no other.
    fn when(&self) -> Option<String> {
        self.flag(self.operation.parameter(self.when?)?)
    }
}

struct Writer<'a> {
    loaded: &'a Loaded,
    api: &'a Api,
    call: &'a Call,
    krate: String,
    /// The types of which a row can be made already.
    rows: BTreeSet<String>,
    /// Parameters by their names in requests, and how they are given on the command line.
    flags: Vec<(&'a str, String)>,
    out: String,
}

impl<'a> Writer<'a> {
    /// What the provider's facts are called on the command line.
    fn words(&mut self, lists: &[Listed<'a>], read: &[&'a Operation]) {
        let sdk = &self.loaded.sdk;
        let mut flags: Vec<(&'a str, String)> = Vec::new();
        for list in lists {
            let optional = list.operation.parameters.iter();
            for parameter in
                optional.filter(|parameter| !(list.with.is_some() && parameter.required))
            {
                let flag = list
                    .flag(parameter)
                    .map(|flag| (parameter.name.as_str(), format!("--{flag}")));
                flags.extend(flag.filter(|flag| !flags.contains(flag)));
            }
        }
        for operation in read {
            let required = operation.parameters.iter();
            let required = required.filter(|parameter| parameter.required);
            for (at, parameter) in required.enumerate() {
                if flags.iter().any(|(wire, _)| *wire == parameter.name) {
                    continue;
                }
                let name = kebab(&parameter.rust_name);
                let given = match at {
                    0 => format!("<{}>", name.replace('-', "_").to_uppercase()),
                    _ => format!("--{name}"),
                };
                flags.push((&parameter.name, given));
            }
        }
        let (name, variables) = (&sdk.sdk.name, &sdk.credentials.env);
        let refusals: Vec<_> = self.api.operations.iter().flat_map(refusals).collect();
        let no_list = self.call.no_list.as_ref().map(|why| why.get_ref());
        let address = format!("{}_BASE_URL", name.to_uppercase());
        let _ = writeln!(
            self.out,
            "/// What its facts are called on the command line.\npub const SDK: Sdk = Sdk {{
                name: {name:?}, address: {address:?}, credentials: &{variables:?}, flags: &{flags:?}, refusals: &{refusals:?}, no_list: {no_list:?},
            }};"
        );
        self.flags = flags;
    }

    /// The client, with what the command line may say of it.
    fn settings(&mut self) {
        let headers = self.loaded.sdk.headers.iter();
        let flags = headers.filter(|header| header.default.is_some());
        let flags: Vec<_> = flags
            .filter_map(|header| Some((header.setter.as_ref()?.get_ref(), header)))
            .collect();
        let mut fields = String::new();
        let mut set = String::new();
        for (setter, header) in flags {
            let doc = header.doc.as_deref().unwrap_or_default();
            let value = setter.rsplit('_').next().unwrap_or_default().to_uppercase();
            let _ = writeln!(
                fields,
                "#[doc = {:?}]\n#[arg(long, value_name = {value:?})]\n{setter}: Option<String>,",
                format!(" {}", sentence(doc))
            );
            let _ = writeln!(
                set,
                "if let Some(value) = self.{setter} {{ builder = builder.{setter}(value); }}"
            );
        }
        let mutable = if set.is_empty() { "" } else { "mut " };
        let help = self.environment();
        let _ = writeln!(
            self.out,
            "/// What help says below the arguments.\nconst HELP: &str = {help:?};"
        );
        let _ = writeln!(
            self.out,
            "/// What the command line says of the client.\n#[derive(Args)]\nstruct Settings {{ {fields} }}\n\
             impl Settings {{
                /// The client of the environment.
                fn client(self, context: &Context) -> Result<sdk::Client, Failure> {{
                    let builder = sdk::ClientBuilder::from_env().map_err(|error| SDK.not_built(&error))?;
                    let {mutable}builder = crate::context::configured!(builder, context);
                    {set}
                    builder.build().map_err(|error| SDK.not_built(&error))
                }}
            }}"
        );
    }

    /// What help says below the arguments.
    fn environment(&self) -> String {
        let sdk = &self.loaded.sdk;
        let headers = sdk.headers.iter().filter_map(|header| header.env.as_ref());
        let credentials = sdk.all_credentials().flat_map(|it| &it.env);
        let mut variables: Vec<&str> = credentials.chain(headers).map(String::as_str).collect();
        let address = format!("{}_BASE_URL", sdk.sdk.name.to_uppercase());
        variables.push(&address);
        format!(
            "Credentials come from the environment: {}. The last one replaces the service's address.",
            variables.join(", ")
        )
    }

    fn list(&mut self, lists: &[Listed<'a>]) {
        let api = self.api;
        for item in lists.iter().filter_map(|list| api.item(list.operation)) {
            self.row(item);
        }
        self.listing("List", "Which calls are listed.", lists, None);
    }

    /// A command that reads a list: of calls, or, with its key and the name of its view, of something that is told of one.
    fn listing(&mut self, verb: &str, doc: &str, lists: &[Listed<'a>], view: Option<(&str, &str)>) {
        let mut flags: Vec<Flag<'a>> = Vec::new();
        for (at, list) in lists.iter().enumerate() {
            for parameter in &list.operation.parameters {
                let Some(name) = list.flag(parameter) else {
                    continue;
                };
                match flags.iter_mut().find(|flag| flag.name == name) {
                    Some(flag) => flag.required &= parameter.required,
                    None => flags.push(Flag {
                        name,
                        parameter,
                        required: parameter.required && at == 0 && lists.len() == 1,
                        rules: Vec::new(),
                    }),
                }
            }
        }
        let groups = rules(lists, &mut flags);
        let groups: String = groups.iter().map(|group| format!(", {group}")).collect();
        // What is told of one call has that call for its first argument.
        let which = flags.iter().position(|flag| flag.required);
        let which = which.filter(|_| view.is_some());
        let fields = flags.iter().enumerate().map(|(at, flag)| {
            if which == Some(at) {
                self.positional(flag)
            } else {
                self.flag(flag, FILTERS)
            }
        });
        let fields: String = fields.collect();
        let names: String = flags
            .iter()
            .map(|flag| format!("{}, ", flag.field()))
            .collect();
        let told = flags
            .iter()
            .map(|flag| format!("format!(\"{{{}:?}}\")", flag.field()));
        let told = view
            .map(|(key, _)| format!("{key:?}.to_owned()"))
            .into_iter()
            .chain(told);
        let told: Vec<String> = told.collect();
        let (count, told, times) = (told.len(), told.join(", "), times(lists, &flags));
        // Every list of calls takes what some of them need, so that all can be asked alike.
        let (days_field, days, days_given) = match view.is_none() || !times.is_empty() {
            true => (
                "#[command(flatten)]\ndays: crate::list::Days,",
                "days, ",
                "&days",
            ),
            false => ("", "", "&crate::list::Days::default()"),
        };
        let (columns, print) = match view {
            Some((_, name)) => (
                columns_of(name),
                format!("listing.show(request.stream(), &{name}).await"),
            ),
            None => (
                String::new(),
                "listing.print(request.stream()).await".to_owned(),
            ),
        };
        let mut runs = String::new();
        // Those that are asked for by a flag of theirs come first.
        for list in lists.iter().rev() {
            let request = self.request(*list, &flags);
            let _ = match list.when() {
                Some(when) => writeln!(
                    runs,
                    "if {}.is_some() {{ {request} return {print}; }}",
                    when.replace('-', "_")
                ),
                None => writeln!(runs, "{request} {print}"),
            };
        }
        let _ = writeln!(
            self.out,
            "/// {doc}\n#[derive(Args)]\n#[command(after_help = HELP{groups}{columns})]\npub struct {verb} {{
                #[command(flatten)]
                printing: crate::list::Printing,
                #[command(flatten)]
                settings: Settings,
                {days_field}
                {fields}
            }}
            impl {verb} {{
                /// Lists them.
                pub async fn run(self, context: &Context) -> Result<(), Failure> {{
                    let Self {{ printing, settings, {days}{names} }} = self;
                    let filters: [String; {count}] = [{told}];
                    let Some(listing) = printing.begin(&SDK, {days_given}, &filters, context)? else {{ return Ok(()) }};
                    {times}
                    let client = settings.client(context)?;
                    {runs}
                }}
            }}"
        );
    }

    /// A field of the arguments that has its place instead of its name.
    fn positional(&self, flag: &Flag<'_>) -> String {
        self.field(flag, None)
    }

    /// A field of the arguments that stands under this heading.
    fn flag(&self, flag: &Flag<'_>, heading: &str) -> String {
        self.field(flag, Some(heading))
    }

    /// A field of the arguments. What a list is filtered by has times that are counted from now, or are days.
    fn field(&self, flag: &Flag<'_>, heading: Option<&str>) -> String {
        let parameter = flag.parameter;
        let (kind, is_list) = match &parameter.kind {
            Type::Array(items) => (items.as_ref(), true),
            kind => (kind, false),
        };
        let kind = match parameter.form {
            Form::Converted(Conversion::BoolAsInteger) => &Type::Boolean,
            _ if is_time(parameter) => &Type::DateTime,
            _ => kind,
        };
        let filters = heading == Some(FILTERS);
        let value = match kind {
            Type::Integer => "i64".to_owned(),
            Type::Number => "f64".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Uuid => "uuid::Uuid".to_owned(),
            Type::DateTime if filters => "crate::when::When".to_owned(),
            Type::DateTime => "chrono::DateTime<chrono::Utc>".to_owned(),
            Type::Named(name) => format!("sdk::types::{}", names::pascal(name)),
            _ => "String".to_owned(),
        };
        let doc = sentence(&self.told(flag, filters));
        let mut told = Vec::new();
        if let Some(heading) = heading {
            told.push(format!(
                "long = {0:?}, id = {0:?}, help_heading = {heading:?}",
                flag.name
            ));
            told.push(format!("value_name = {:?}", value_name(&flag.name, kind)));
            if let Some(short) = flag.name.strip_suffix("-id").filter(|_| flag.required) {
                told.push(format!("visible_alias = {short:?}"));
            }
        }
        let parser = match kind {
            Type::DateTime if filters => Some("when::when"),
            Type::DateTime => Some("values::moment"),
            Type::Integer => Some("values::whole"),
            Type::Uuid => Some("values::uuid"),
            _ => None,
        };
        if let Some(parser) = parser {
            told.push(format!("value_parser = crate::{parser}"));
        }
        if let Type::Named(name) = kind
            && let Some(SchemaKind::Enum(values)) = self.api.schema(name).map(|schema| &schema.kind)
        {
            let values: Vec<_> = values.iter().map(|value| &value.value).collect();
            told.push(format!(
                "value_parser = crate::values::known::<{value}, _>({values:?})"
            ));
        }
        let held = match (is_list, flag.required) {
            (true, required) => {
                told.push("value_delimiter = ','".to_owned());
                if required {
                    told.push("required = true".to_owned());
                }
                format!("Vec<{value}>")
            }
            (false, true) => value,
            (false, false) => format!("Option<{value}>"),
        };
        for rule in &flag.rules {
            told.push(rule.clone());
        }
        let told = match told.as_slice() {
            [] => String::new(),
            told => format!("#[arg({})]\n", told.join(", ")),
        };
        format!(
            "#[doc = {:?}]\n{told}{}: {held},\n",
            format!(" {doc}"),
            flag.field()
        )
    }

    /// What an argument is, in the words of the command line: flags in the place of parameters, and how it is given in the place of how
    /// it is sent.
    fn told(&self, flag: &Flag<'_>, is_filter: bool) -> String {
        let parameter = flag.parameter;
        let words: Vec<_> = parameter.description.split_whitespace().collect();
        let mut text = words.join(" ");
        for (wire, given) in &self.flags {
            text = text.replace(&format!("`{wire}`"), given);
        }
        let parameterless = |operation: &&Operation| {
            operation.method == "get" && operation.parameters.iter().all(|it| !it.required)
        };
        let read = self.api.operations.iter().filter(parameterless);
        for operation in read {
            let command = format!(
                "`callslip api {} GET {}`",
                self.loaded.sdk.sdk.name, operation.path
            );
            text = text.replace(&format!("`{}`", operation.id), &command);
        }
        if parameter.form == Form::Converted(Conversion::BoolAsInteger) {
            text = text.replace("written as 1 or 0, 0 if", "false if");
        }
        if is_time(parameter) {
            text = text.replace(", in milliseconds since 1970 (UTC)", "");
            text = text.replace(" (ISO 8601)", "");
        }
        if is_time(parameter) && is_filter {
            text = sentence(&text) + " Given as 7d, 2h, a day or a time";
            if flag.name == "until" {
                text.push_str("; a day counts to its end");
            }
        }
        text
    }

    /// The request of a list, with everything that was given.
    fn request(&self, list: Listed<'_>, flags: &[Flag<'_>]) -> String {
        let operation = list.operation;
        let mut required = Vec::new();
        let mut code = String::new();
        for parameter in &operation.parameters {
            let name = list.flag(parameter);
            let Some(flag) = name.and_then(|name| flags.iter().find(|flag| flag.name == name))
            else {
                continue;
            };
            let (field, setter) = (flag.field(), &parameter.rust_name);
            let is_list = matches!(parameter.kind, Type::Array(_));
            if parameter.required {
                required.push(if flag.required || is_list {
                    field
                } else {
                    let told = format!("--{} is required", flag.name);
                    format!("{field}.ok_or_else(|| Failure::usage({told:?}))?")
                });
            } else if is_list {
                let _ = writeln!(code, "request = request.{setter}({field});");
            } else {
                let _ = writeln!(
                    code,
                    "if let Some(value) = {field} {{ request = request.{setter}(value); }}"
                );
            }
        }
        // Everything in it can be left out (`check/call_columns.rs`).
        if let Some(kind) = operation.body.as_ref().and_then(Body::kind) {
            required.push(format!("{}::new()", named(kind)));
        }
        format!(
            "let mut request = client.{}({}){};\n{code}if let Some(cursor) = listing.cursor() {{ request = request.resume_from(cursor); }}\n",
            names::snake(&operation.id),
            required.join(", "),
            list.with
                .map_or(String::new(), |with| lake::with(self.api, operation, with))
        )
    }

    /// The arguments that an operation cannot do without, and how they are given to it.
    fn which(&self, operation: &Operation) -> (String, String) {
        let required = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required);
        let (mut fields, mut given) = (String::new(), Vec::new());
        for (at, parameter) in required.enumerate() {
            let flag = Flag {
                name: kebab(&parameter.rust_name),
                parameter,
                required: true,
                rules: Vec::new(),
            };
            // The first says which call is meant; the others, where it is.
            fields.push_str(&match at {
                0 => self.positional(&flag),
                _ => self.flag(&flag, "Options"),
            });
            given.push(format!("self.{}", flag.field()));
        }
        (fields, given.join(", "))
    }

    fn get(&mut self, operation: &'a Operation) {
        let (fields, given) = self.which(operation);
        let examples = Examples::new(self.loaded, self.api, "sdk");
        let required = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required);
        let demo: Vec<String> = required
            .map(|parameter| {
                let argument = examples.argument(parameter);
                argument.replace(".parse()?", ".parse().map_err(Failure::call)?")
            })
            .collect();
        let Some(answer) = operation.answer() else {
            return;
        };
        self.row(answer);
        let method = names::snake(&operation.id);
        let demo = demo.join(", ");
        let credential = super::overview::demo(self.loaded);
        let run = format!(
            "self.output.check()?;
            let client = self.settings.client(context)?;
            let answer = client.{method}({given}).await.map_err(|error| SDK.failed(&error))?;
            self.output.show(&answer, context)"
        );
        self.command("Get", "One call.", ("get::Output", ""), &fields, &run);
        let _ = writeln!(
            self.out,
            "/// The document's example, read from a mock.
            pub async fn demo(base_url: &str) -> Result<Row<'static>, Failure> {{
                let client = sdk::Client::builder().base_url(base_url){credential};
                let client = client.build().map_err(|error| SDK.not_built(&error))?;
                let answer = client.{method}({demo}).await.map_err(|error| SDK.failed(&error))?;
                Ok(Row::from(&*answer).into_owned())
            }}"
        );
    }

    /// Of one call, or of those whose ids stand in a file; in records, the id stands at one of these pointers.
    fn recording(
        &mut self,
        facts: &BTreeMap<&str, String>,
        none: Option<&str>,
        operation: &Operation,
        ids: &BTreeSet<String>,
    ) {
        let url = facts.get("recording_url");
        let Some((pointer, answer)) = url.zip(operation.answer()) else {
            let _ = writeln!(
                self.out,
                "/// There is none.\n#[derive(Args)]\npub struct Recording {{
                    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
                    whatever: Vec<String>,
                }}
                impl Recording {{
                    /// Says so.
                    pub async fn run(self, _context: &Context) -> Result<(), Failure> {{ Err(Failure::usage({:?})) }}
                }}",
                none.unwrap_or_default()
            );
            return;
        };
        let expires = facts.get("recording_expires_at");
        let expires = expires.map(|at| self.column(answer, at, ".copied()", ".copied()"));
        let expires = expires.map_or(String::new(), |at| format!(".expires_at({at})"));
        let link = self.column(answer, pointer, "", "");
        let (fields, given) = self.which(operation);
        let first = operation
            .parameters
            .iter()
            .find(|parameter| parameter.required);
        let id = first.map(|parameter| kebab(&parameter.rust_name).replace('-', "_"));
        let id = id.unwrap_or_default();
        // The first argument can come from a file instead.
        let (before, field) = fields.split_once(&format!("{id}: ")).unwrap_or_default();
        let (kind, rest) = field.split_once(",\n").unwrap_or_default();
        let given = given.replacen(&format!("self.{id}"), "id", 1);
        let pointers: Vec<&String> = ids.iter().collect();
        let method = names::snake(&operation.id);
        let _ = writeln!(
            self.out,
            "/// The recording of a call, or those of many.\n#[derive(Args)]\n#[command(after_help = HELP)]\npub struct Recording {{
                #[command(flatten)]
                settings: Settings,
                {before}
                #[arg(required_unless_present = \"from\")]
                {id}: Option<{kind}>,
                {rest}
                #[command(flatten)]
                output: crate::recording::Output,
            }}
            impl Recording {{
                /// Downloads it, or them.
                pub async fn run(self, context: &Context) -> Result<(), Failure> {{
                    let wanted = self.output.wanted(self.{id}, &{pointers:?})?;
                    let client = self.settings.client(context)?;
                    let found = move |id| {{
                        let client = client.clone();
                        async move {{
                            let answer = client.{method}({given}).await.map_err(|error| SDK.failed(&error))?;
                            let value = &*answer;
                            let link: Option<&str> = {link}.map(|link| link.as_ref());
                            Ok(link.map(|link| crate::recording::Found::new(link, client.download(link){expires})))
                        }}
                    }};
                    self.output.run(wanted, found, &SDK, context).await
                }}
            }}"
        );
    }

    /// How a row is made of what holds a call, or a recording by itself.
    fn row(&mut self, kind: &Type) {
        let name = named(kind);
        if !self.rows.insert(name.clone()) {
            return;
        }
        let record = self.call.record.as_ref();
        let is_call = kind
            .name()
            .is_some_and(|kind| record.is_some_and(|record| record.schemas.contains_key(kind)));
        let made = match is_call {
            true => "Self::from(callslip_calls::AsCall::as_call(value))",
            false => {
                "Self::of_recording(SDK.name, callslip_calls::AsRecording::as_recording(value))"
            }
        };
        let facts = record::facts(self.call, self.api, kind);
        let made_only = facts.contains_key("created_at") && !facts.contains_key("started_at");
        let _ = writeln!(
            self.out,
            "impl<'a> From<&'a {name}> for Row<'a> {{ fn from(value: &'a {name}) -> Self {{ {made} }} }}
            impl crate::row::Told for {name} {{ const MADE_ONLY: bool = {made_only}; }}"
        );
    }

    /// What stands at a pointer below `value`: an `Option`, made by `last` of a reference to it, or by `hidden` where the field is
    /// personal.
    fn column(&self, kind: &Type, pointer: &str, last: &str, hidden: &str) -> String {
        let way = self.api.way(kind, pointer).unwrap_or_default();
        let steps: String = way.iter().map(|(_, field)| step(field)).collect();
        let is_hidden = way.last().is_some_and(|(_, field)| field.redact.is_some());
        format!(
            "Some(value){steps}{}",
            if is_hidden { hidden } else { last }
        )
    }
}

/// The statuses that the document shows for what does not exist, or is malformed, where each means only that: operation, status, which
/// of the two. What does not exist is the call itself only where the path names one.
fn refusals(operation: &Operation) -> Vec<(&str, u16, &str)> {
    let contents = operation.responses.iter();
    let contents = contents.flat_map(|(_, message)| &message.contents);
    let examples = contents.flat_map(|content| content.at.entries("examples"));
    // An example of a whole class begins with its status.
    let shown = examples.filter_map(|(name, example)| {
        let status = name.split('-').next()?.parse().ok()?;
        Some((status, example.get("x-answers").and_then(Node::str)))
    });
    let shown: BTreeSet<(u16, Option<&str>)> = shown.collect();
    let told = shown.iter().filter_map(|(status, means)| {
        let is_only = shown.iter().filter(|(other, _)| other == status).count() == 1;
        let means = (*means).filter(|_| is_only)?;
        let is_of_call = means != "absent" || operation.path.contains('{');
        is_of_call.then_some((operation.id.as_str(), *status, means))
    });
    told.collect()
}

/// The heading of the arguments of a list.
const FILTERS: &str = "Filters";

/// What clap is told of the columns of a view.
fn columns_of(name: &str) -> String {
    format!(", mut_arg(\"columns\", |it| it.value_parser(crate::row::columns(&{name}.columns())))")
}

/// Whether a parameter is a time, however it is sent.
pub fn is_time(parameter: &OperationParameter) -> bool {
    let kind = match &parameter.kind {
        Type::Array(items) => items.as_ref(),
        kind => kind,
    };
    parameter.form == Form::Converted(Conversion::UnixMilliseconds) || *kind == Type::DateTime
}

/// What is meant by the times of a list, once it is known from when on they are counted.
fn times(lists: &[Listed<'_>], flags: &[Flag<'_>]) -> String {
    let mut code = String::new();
    let times = flags.iter().filter(|flag| is_time(flag.parameter));
    for flag in times.clone() {
        let field = flag.field();
        let moment = if flag.name == "until" { "end" } else { "start" };
        let value = match (matches!(flag.parameter.kind, Type::Array(_)), flag.required) {
            (true, _) => {
                format!("{field}.iter().map(|when| listing.{moment}(when)).collect::<Vec<_>>()")
            }
            (false, true) => format!("listing.{moment}(&{field})"),
            (false, false) => format!("{field}.map(|when| listing.{moment}(&when))"),
        };
        let _ = writeln!(code, "let {field} = {value};");
    }
    let is_given_once = |name: &str| {
        times.clone().any(|flag| {
            flag.name == name && !flag.required && !matches!(flag.parameter.kind, Type::Array(_))
        })
    };
    let is_of = |list: &Listed<'_>, wire: &String, name: &str| {
        let flag = list.operation.parameter(wire);
        flag.and_then(|parameter| list.flag(parameter)).as_deref() == Some(name)
    };
    let wants_both = lists.iter().any(|list| {
        let relations = list.operation.relations.iter();
        relations
            .filter(|relation| relation.kind == RelationKind::Together)
            .any(|relation| {
                let has = |name| {
                    let mut wires = relation.parameters.iter();
                    wires.any(|wire| is_of(list, wire, name))
                };
                has("since") && has("until")
            })
    });
    if is_given_once("since") && is_given_once("until") {
        if wants_both {
            code.push_str("let until = until.or(since.map(|_| listing.until_begun()));\n");
        }
        code.push_str("listing.ordered(since, until)?;\n");
    }
    code
}

/// What the flags of a list have to do with each other.
fn rules(lists: &[Listed<'_>], flags: &mut [Flag<'_>]) -> Vec<String> {
    let mut groups = Vec::new();
    let whens: Vec<String> = lists.iter().filter_map(|list| list.when()).collect();
    let of_list = |list: &Listed<'_>| -> Vec<String> {
        let parameters = list.operation.parameters.iter();
        parameters
            .filter_map(|parameter| list.flag(parameter))
            .collect()
    };
    let mut rule = |flag: &str, rule: String| {
        if let Some(flag) = flags.iter_mut().find(|known| known.name == flag) {
            flag.rules.push(rule);
        }
    };
    for list in lists {
        let own = of_list(list);
        if list.when.is_some() {
            let others = lists
                .iter()
                .flat_map(of_list)
                .filter(|other| !own.contains(other));
            let others: Vec<String> = others.collect();
            let usual = lists.iter().filter(|list| list.when.is_none());
            let usual: Vec<String> = usual.flat_map(of_list).collect();
            for when in whens.iter().filter(|when| own.contains(when)) {
                rule(when, format!("conflicts_with_all = {}", ids(&others)));
                let alone = own
                    .iter()
                    .filter(|flag| *flag != when && !usual.contains(flag));
                for flag in alone {
                    rule(flag, format!("requires = {when:?}"));
                }
            }
            continue;
        }
        for relation in &list.operation.relations {
            let named = relation
                .parameters
                .iter()
                .filter_map(|wire| list.flag(list.operation.parameter(wire)?));
            let named: Vec<String> = named.collect();
            if relation.kind == RelationKind::OneOf {
                let members = named.iter().chain(&whens).cloned().collect::<Vec<_>>();
                groups.push(format!(
                    "group(clap::ArgGroup::new({:?}).args({}).required(true).multiple(true))",
                    named.join(" or "),
                    ids(&members)
                ));
            }
            for flag in &named {
                let others = named.iter().filter(|other| *other != flag).cloned();
                match relation.kind {
                    RelationKind::Together => {
                        // A period without an end ends now.
                        let others = others.filter(|other| flag != "since" || other != "until");
                        let others: Vec<String> = others.collect();
                        if !others.is_empty() {
                            rule(flag, format!("requires_all = {}", ids(&others)));
                        }
                    }
                    RelationKind::Exclusive => {
                        rule(
                            flag,
                            format!("conflicts_with_all = {}", ids(&others.collect::<Vec<_>>())),
                        );
                    }
                    RelationKind::Needs => {
                        if named.first() == Some(flag) {
                            rule(
                                flag,
                                format!("requires_all = {}", ids(&others.collect::<Vec<_>>())),
                            );
                        }
                    }
                    RelationKind::OneOf | RelationKind::Ordered { .. } => {}
                }
            }
        }
    }
    groups
}

pub fn step(field: &Field) -> String {
    let name = ident(&field.rust_name);
    match state(field, false) {
        State::Plain => format!(".map(|value| &value.{name})"),
        State::OrNull | State::OrAbsent | State::Change => {
            format!(".and_then(|value| value.{name}.as_ref())")
        }
    }
}

fn named(kind: &Type) -> String {
    format!(
        "sdk::types::{}",
        names::pascal(kind.name().unwrap_or_default())
    )
}

fn kebab(name: &str) -> String {
    name.trim_start_matches("r#")
        .trim_end_matches('_')
        .replace('_', "-")
}

fn value_name(flag: &str, kind: &Type) -> String {
    match kind {
        Type::DateTime => "TIME".to_owned(),
        Type::Integer if flag == "page-size" => "COUNT".to_owned(),
        _ => flag.rsplit('-').next().unwrap_or(flag).to_uppercase(),
    }
}

fn ids(names: &[String]) -> String {
    format!("{names:?}")
}
