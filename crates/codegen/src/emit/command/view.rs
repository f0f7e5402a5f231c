//! What is shown of calls beside their records, and how one is started. The facts are read from the text of the answer, so all that is
//! written here is where they stand.

use std::fmt::Write as _;

use crate::model::{Body, Operation, Success, Type};
use crate::names;
use crate::spec::sdk_toml::{Call, CallView};

use super::super::lake;
use super::{Listed, Writer, columns_of, named};

impl<'a> Writer<'a> {
    /// The commands; told are their names.
    pub(super) fn views(&mut self, call: &'a Call) -> Vec<&'static str> {
        let api = self.api;
        let mut verbs = Vec::new();
        for (key, facts, view) in call.views() {
            let Some(operation) = api.operation(view.operation.get_ref()) else {
                continue;
            };
            let (verb, doc) = match key {
                "messages" => ("Messages", "What was said in a call, message by message."),
                "transcript" => ("Transcript", "The transcript of a call."),
                "logs" => ("Logs", "What the service noted while it handled a call."),
                "trace" => ("Trace", "Where the time of a call went."),
                _ => ("Concurrency", "How many calls are going on."),
            };
            self.view((key, verb, doc), facts, view, operation);
            verbs.push(verb);
        }
        let start = call.start.as_ref();
        let operation = start.and_then(|start| api.operation(start.operation.get_ref()));
        if let Some(operation) = operation
            && let Some(kind) = operation.body.as_ref().and_then(Body::kind)
        {
            let (body, method) = (named(kind), names::snake(&operation.id));
            let run = format!(
                "let body: {body} = self.output.body()?;
                let client = self.settings.client(context)?;
                let answer = client.{method}(body).await.map_err(|error| SDK.failed(&error))?;
                self.output.show(answer.raw())"
            );
            self.command("Start", "Starts a call.", ("start::Output", ""), "", &run);
            verbs.push("Start");
        }
        let check = call.check.as_ref();
        if let Some(operation) = check.and_then(|it| api.operation(it.operation.get_ref())) {
            let (fields, given) = self.which(operation);
            let limit = operation.paging.as_ref().and_then(|paging| paging.limit());
            let mut parameters = operation.parameters.iter();
            let limit = limit.and_then(|limit| parameters.find(|known| known.name == limit));
            let limit = limit.map_or(String::new(), |limit| format!(".{}(1)", limit.rust_name));
            let run = format!(
                "let client = self.settings.client(context)?;
                let answer = client.{}({given}){limit}.await.map_err(|error| SDK.failed(&error))?;
                self.output.show(&answer, &SDK)",
                names::snake(&operation.id)
            );
            let doc = "Whether the credential is good.";
            self.command("Check", doc, ("auth::Output", ""), &fields, &run);
            verbs.push("Check");
        }
        self.out.push_str("crate::api::command!();\n");
        verbs.push("Api");
        verbs
    }

    fn view(
        &mut self,
        (key, verb, doc): (&str, &str, &str),
        facts: &[&str],
        view: &'a CallView,
        operation: &'a Operation,
    ) {
        let name = key.to_uppercase();
        let columns = facts.iter().filter_map(|fact| {
            let mut given = view.columns.iter();
            let (_, pointer) = given.find(|(key, _)| key.get_ref() == fact)?;
            Some((*fact, pointer.get_ref().as_str()))
        });
        let columns: Vec<(&str, &str)> = columns.collect();
        let rows = view.rows.as_ref().map(|rows| rows.get_ref().as_str());
        let _ = writeln!(
            self.out,
            "/// Where the facts stand.\nconst {name}: crate::view::View = crate::view::View {{ rows: {rows:?}, facts: &{columns:?} }};"
        );
        let room = match key {
            "transcript" => "transcript",
            "trace" => "spans",
            _ => "shown",
        };
        if room == "shown" && operation.paging.is_some() {
            let list = Listed::view(view, operation);
            return self.listing(verb, doc, &[list], Some((key, &name)));
        }
        let (fields, given) = self.which(operation);
        let call = format!(
            "client.{}({given}){}",
            names::snake(&operation.id),
            lake::with(self.api, operation, &view.with)
        );
        let answer = format!("let answer = {call}.await.map_err(|error| SDK.failed(&error))?;");
        let is_link = columns.first().is_some_and(|(fact, _)| *fact == "link");
        let shown = match (&operation.success, &operation.paging) {
            (_, Some(_)) => {
                format!("self.output.list({call}.stream(), &{name}, &SDK).await")
            }
            (Success::Stream(..), _) => {
                format!("{answer} self.output.follow(answer.into_inner(), &{name}, &SDK).await")
            }
            _ if is_link => format!(
                "{answer} let link = {name}.link(answer.raw())?; self.output.fetch(client.download(link), &SDK).await"
            ),
            _ if key == "transcript" && self.has_turns(operation) => format!(
                "{answer} self.output.turns(&callslip_calls::AsCall::as_call(&*answer).turns)"
            ),
            _ => format!("{answer} self.output.show(answer.raw(), &{name})"),
        };
        let run = format!(
            "self.output.check(&{name})?; let client = self.settings.client(context)?; {shown}"
        );
        let columns = match room {
            "shown" => columns_of(&name),
            _ => String::new(),
        };
        let output = format!("{room}::Output");
        self.command(verb, doc, (&output, &columns), &fields, &run);
    }

    /// Whether an answer is a call whose record has turns that are made of a text: what says who speaks in one is known there.
    fn has_turns(&self, operation: &Operation) -> bool {
        let record = self.call.record.as_ref().filter(|record| {
            let turns = record.turns.as_ref();
            turns.is_some_and(|turns| !turns.speakers.is_empty())
        });
        let name = operation.answer().and_then(Type::name);
        record
            .zip(name)
            .is_some_and(|(record, name)| record.schemas.contains_key(name))
    }

    pub(super) fn command(
        &mut self,
        verb: &str,
        doc: &str,
        (output, told): (&str, &str),
        fields: &str,
        run: &str,
    ) {
        let _ = writeln!(
            self.out,
            "/// {doc}\n#[derive(Args)]\n#[command(after_help = HELP{told})]\npub struct {verb} {{
                #[command(flatten)]
                settings: Settings,
                {fields}
                #[command(flatten)]
                output: crate::{output},
            }}
            impl {verb} {{
                /// Does so.
                pub async fn run(self, context: &Context) -> Result<(), Failure> {{ {run} }}
            }}"
        );
    }
}
