// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! The commands of Retell.

use callslip_retell as sdk;
use clap::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

/// What its facts are called on the command line.
pub const SDK: Sdk = Sdk {
    name: "retell",
    address: "RETELL_BASE_URL",
    credentials: &["RETELL_API_KEY"],
    flags: &[("call_id", "<CALL_ID>")],
    refusals: &[
        ("get_call", 400, "malformed"),
        ("get_call", 422, "absent"),
        ("list_calls", 400, "malformed"),
        ("create_phone_call", 400, "malformed"),
        ("create_web_call", 400, "malformed"),
        ("register_phone_call", 400, "malformed"),
        ("update_call", 400, "malformed"),
        ("update_call", 422, "absent"),
        ("delete_call", 400, "malformed"),
        ("delete_call", 422, "absent"),
    ],
    no_list: None,
};

/// What help says below the arguments.
const HELP: &str = "Credentials come from the environment: RETELL_API_KEY, RETELL_BASE_URL. The last one replaces the service's address.";

/// What the command line says of the client.
#[derive(Args)]
struct Settings {}
impl Settings {
    /// The client of the environment.
    fn client(self, context: &Context) -> Result<sdk::Client, Failure> {
        let builder = sdk::ClientBuilder::from_env()
            .map_err(|error| SDK.not_built(&error))?;
        let builder = crate::context::configured!(builder, context);
        builder.build().map_err(|error| SDK.not_built(&error))
    }
}

impl<'a> From<&'a sdk::types::Call> for Row<'a> {
    fn from(value: &'a sdk::types::Call) -> Self {
        Self::from(callslip_calls::AsCall::as_call(value))
    }
}

impl crate::row::Told for sdk::types::Call {
    const MADE_ONLY: bool = false;
}

/// Which calls are listed.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct List {
    #[command(flatten)]
    printing: crate::list::Printing,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    days: crate::list::Days,
}

impl List {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self { printing, settings, days } = self;
        let filters: [String; 0] = [];
        let Some(listing) = printing.begin(&SDK, &days, &filters, context)? else {
            return Ok(())
        };
        let client = settings.client(context)?;
        let mut request = client.list_calls(sdk::types::ListCallsBody::new());
        if let Some(cursor) = listing.cursor() {
            request = request.resume_from(cursor);
        }
        listing.print(request.stream()).await
    }
}

/// One call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Get {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    call_id: String,
    #[command(flatten)]
    output: crate::get::Output,
}

impl Get {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check()?;
        let client = self.settings.client(context)?;
        let answer = client
            .get_call(self.call_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, context)
    }
}

/// The document's example, read from a mock.
pub async fn demo(base_url: &str) -> Result<Row<'static>, Failure> {
    let client = sdk::Client::builder().base_url(base_url).api_key("demo");
    let client = client.build().map_err(|error| SDK.not_built(&error))?;
    let answer = client
        .get_call("call_00000000000000000000000001")
        .await
        .map_err(|error| SDK.failed(&error))?;
    Ok(Row::from(&*answer).into_owned())
}

/// The recording of a call, or those of many.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Recording {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(required_unless_present = "from")]
    call_id: Option<String>,
    #[command(flatten)]
    output: crate::recording::Output,
}

impl Recording {
    /// Downloads it, or them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let wanted = self.output.wanted(self.call_id, &["/call_id"])?;
        let client = self.settings.client(context)?;
        let found = move |id| {
            let client = client.clone();
            async move {
                let answer = client
                    .get_call(id)
                    .await
                    .map_err(|error| SDK.failed(&error))?;
                let value = &*answer;
                let link: Option<&str> = Some(value)
                    .and_then(|value| value.recording_url.as_ref())
                    .map(|link| link.as_ref());
                Ok(
                    link
                        .map(|link| crate::recording::Found::new(
                            link,
                            client.download(link),
                        )),
                )
            }
        };
        self.output.run(wanted, found, &SDK, context).await
    }
}

/// Where the facts stand.
const TRANSCRIPT: crate::view::View = crate::view::View {
    rows: Some("/transcript_object"),
    facts: &[
        ("speaker", "/role"),
        ("text", "/content"),
        ("start_seconds", "/words/*/start"),
        ("end_seconds", "/words/*/end"),
    ],
};

/// The transcript of a call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Transcript {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    call_id: String,
    #[command(flatten)]
    output: crate::transcript::Output,
}

impl Transcript {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&TRANSCRIPT)?;
        let client = self.settings.client(context)?;
        let answer = client
            .get_call(self.call_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(answer.raw(), &TRANSCRIPT)
    }
}

/// Where the facts stand.
const CONCURRENCY: crate::view::View = crate::view::View {
    rows: None,
    facts: &[("active", "/current_concurrency"), ("limit", "/concurrency_limit")],
};

/// How many calls are going on.
#[derive(Args)]
#[command(
    after_help = HELP,
    mut_arg("columns", |it|it.value_parser(crate::row::columns(&CONCURRENCY.columns())))
)]
pub struct Concurrency {
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    output: crate::shown::Output,
}

impl Concurrency {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&CONCURRENCY)?;
        let client = self.settings.client(context)?;
        let answer = client.get_concurrency().await.map_err(|error| SDK.failed(&error))?;
        self.output.show(answer.raw(), &CONCURRENCY)
    }
}

/// Starts a call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Start {
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    output: crate::start::Output,
}

impl Start {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let body: sdk::types::CreatePhoneCallBody = self.output.body()?;
        let client = self.settings.client(context)?;
        let answer = client
            .create_phone_call(body)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(answer.raw())
    }
}

/// Whether the credential is good.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Check {
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    output: crate::auth::Output,
}

impl Check {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let client = self.settings.client(context)?;
        let answer = client.get_concurrency().await.map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, &SDK)
    }
}

crate::api::command!();
