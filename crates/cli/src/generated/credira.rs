// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 a272e0ed3b53e5bf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The commands of Credira.

use callslip_credira as sdk;
use clap::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

/// What its facts are called on the command line.
pub const SDK: Sdk = Sdk {
    name: "credira",
    address: "CREDIRA_BASE_URL",
    credentials: &["CREDIRA_API_KEY"],
    flags: &[("invoice_id", "--invoice-id"), ("id", "<ID>")],
    refusals: &[],
    no_list: None,
};

/// What help says below the arguments.
const HELP: &str = "Credentials come from the environment: CREDIRA_API_KEY, CREDIRA_BASE_URL. The last one replaces the service's address.";

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

impl<'a> From<&'a sdk::types::CallListItem> for Row<'a> {
    fn from(value: &'a sdk::types::CallListItem) -> Self {
        Self::from(callslip_calls::AsCall::as_call(value))
    }
}

impl crate::row::Told for sdk::types::CallListItem {
    const MADE_ONLY: bool = true;
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
    /// Identifier of the invoice.
    #[arg(
        long = "invoice-id",
        id = "invoice-id",
        help_heading = "Filters",
        value_name = "ID",
        visible_alias = "invoice"
    )]
    invoice_id: String,
}

impl List {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self { printing, settings, days, invoice_id } = self;
        let filters: [String; 1] = [format!("{invoice_id:?}")];
        let Some(listing) = printing.begin(&SDK, &days, &filters, context)? else {
            return Ok(())
        };
        let client = settings.client(context)?;
        let mut request = client.list_calls(invoice_id);
        if let Some(cursor) = listing.cursor() {
            request = request.resume_from(cursor);
        }
        listing.print(request.stream()).await
    }
}

impl<'a> From<&'a sdk::types::CallResponse> for Row<'a> {
    fn from(value: &'a sdk::types::CallResponse) -> Self {
        Self::from(callslip_calls::AsCall::as_call(value))
    }
}

impl crate::row::Told for sdk::types::CallResponse {
    const MADE_ONLY: bool = false;
}

/// One call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Get {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    id: String,
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
        .get_call("call_123456789")
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
    id: Option<String>,
    #[command(flatten)]
    output: crate::recording::Output,
}

impl Recording {
    /// Downloads it, or them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let wanted = self.output.wanted(self.id, &["/data/id", "/id"])?;
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
                    .map(|value| &value.data)
                    .and_then(|value| value.call_recording_url.as_ref())
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
    rows: None,
    facts: &[("link", "/data/transcription_url")],
};

/// The transcript of a call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Transcript {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    id: String,
    #[command(flatten)]
    output: crate::transcript::Output,
}

impl Transcript {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&TRANSCRIPT)?;
        let client = self.settings.client(context)?;
        let answer = client.get_call(self.id).await.map_err(|error| SDK.failed(&error))?;
        let link = TRANSCRIPT.link(answer.raw())?;
        self.output.fetch(client.download(link), &SDK).await
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
    /// Identifier of the invoice.
    invoice_id: String,
    #[command(flatten)]
    output: crate::auth::Output,
}

impl Check {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let client = self.settings.client(context)?;
        let answer = client
            .list_calls(self.invoice_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, &SDK)
    }
}

crate::api::command!();
