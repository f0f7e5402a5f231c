// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! The commands of Vapi.

use callslip_vapi as sdk;
use clap::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

/// What its facts are called on the command line.
pub const SDK: Sdk = Sdk {
    name: "vapi",
    address: "VAPI_BASE_URL",
    credentials: &["VAPI_API_KEY"],
    flags: &[("id", "<ID>")],
    refusals: &[],
    no_list: Some(
        "its document says neither in which order its list comes nor how it goes on, so one answer would not be the whole list",
    ),
};

/// What help says below the arguments.
const HELP: &str = "Credentials come from the environment: VAPI_API_KEY, VAPI_BASE_URL. The last one replaces the service's address.";

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

/// One call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Get {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(value_parser = crate::values::uuid)]
    id: uuid::Uuid,
    #[command(flatten)]
    output: crate::get::Output,
}

impl Get {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check()?;
        let client = self.settings.client(context)?;
        let answer = client.get_call(self.id).await.map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, context)
    }
}

/// The document's example, read from a mock.
pub async fn demo(base_url: &str) -> Result<Row<'static>, Failure> {
    let client = sdk::Client::builder().base_url(base_url).api_key("demo");
    let client = client.build().map_err(|error| SDK.not_built(&error))?;
    let answer = client
        .get_call("00000000-0000-4000-8000-000000000001".parse().map_err(Failure::call)?)
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
    #[arg(value_parser = crate::values::uuid)]
    #[arg(required_unless_present = "from")]
    id: Option<uuid::Uuid>,
    #[command(flatten)]
    output: crate::recording::Output,
}

impl Recording {
    /// Downloads it, or them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let wanted = self.output.wanted(self.id, &["/id"])?;
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
                    .and_then(|value| value.artifact.as_ref())
                    .and_then(|value| value.presigned_mono_url.as_ref())
                    .map(|link| link.as_ref());
                Ok(
                    link
                        .map(|link| crate::recording::Found::new(
                            link,
                            client
                                .download(link)
                                .expires_at(
                                    Some(value)
                                        .and_then(|value| value.artifact.as_ref())
                                        .and_then(|value| value.presigned_urls_expires_at.as_ref())
                                        .copied(),
                                ),
                        )),
                )
            }
        };
        self.output.run(wanted, found, &SDK, context).await
    }
}

/// Where the facts stand.
const MESSAGES: crate::view::View = crate::view::View {
    rows: Some("/artifact/messages"),
    facts: &[("speaker", "/role"), ("text", "/message")],
};

/// What was said in a call, message by message.
#[derive(Args)]
#[command(
    after_help = HELP,
    mut_arg("columns", |it|it.value_parser(crate::row::columns(&MESSAGES.columns())))
)]
pub struct Messages {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(value_parser = crate::values::uuid)]
    id: uuid::Uuid,
    #[command(flatten)]
    output: crate::shown::Output,
}

impl Messages {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&MESSAGES)?;
        let client = self.settings.client(context)?;
        let answer = client.get_call(self.id).await.map_err(|error| SDK.failed(&error))?;
        self.output.show(answer.raw(), &MESSAGES)
    }
}

/// Where the facts stand.
const TRANSCRIPT: crate::view::View = crate::view::View {
    rows: Some("/artifact/messages"),
    facts: &[
        ("speaker", "/role"),
        ("text", "/message"),
        ("start_seconds", "/secondsFromStart"),
    ],
};

/// The transcript of a call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Transcript {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(value_parser = crate::values::uuid)]
    id: uuid::Uuid,
    #[command(flatten)]
    output: crate::transcript::Output,
}

impl Transcript {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&TRANSCRIPT)?;
        let client = self.settings.client(context)?;
        let answer = client.get_call(self.id).await.map_err(|error| SDK.failed(&error))?;
        self.output.show(answer.raw(), &TRANSCRIPT)
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
        let body: sdk::types::CreateCallBody = self.output.body()?;
        let client = self.settings.client(context)?;
        let answer = client.create_call(body).await.map_err(|error| SDK.failed(&error))?;
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
        let answer = client.list_calls().await.map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, &SDK)
    }
}

crate::api::command!();
