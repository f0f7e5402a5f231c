// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f0cb5bff08ed0057) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

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
};

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

impl From<&sdk::types::CallListItem> for Row {
    fn from(value: &sdk::types::CallListItem) -> Self {
        Self {
            provider: "credira",
            id: Some(value)
                .map(|value| &value.id)
                .map(|value| value.to_string())
                .unwrap_or_default(),
            status: Some(value)
                .and_then(|value| value.status.as_ref())
                .map(|value| value.to_string()),
            seconds: Some(value).and_then(|value| value.duration.as_ref()).copied(),
            started: None,
            recording: Some(value)
                .and_then(|value| value.call_recording_url.as_ref())
                .map(|value| (**value).clone()),
        }
    }
}

/// Which calls are listed.
#[derive(Args)]
#[command(
    after_help = "Credentials come from the environment: CREDIRA_API_KEY, CREDIRA_BASE_URL. The last one replaces the service's address."
)]
pub struct List {
    #[command(flatten)]
    printing: crate::list::Printing,
    #[command(flatten)]
    settings: Settings,
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
        let Self { printing, settings, invoice_id } = self;
        let filters: [String; 1] = [format!("{invoice_id:?}")];
        let Some(listing) = printing.begin(&SDK, &filters, context)? else {
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

impl From<&sdk::types::CallResponse> for Row {
    fn from(value: &sdk::types::CallResponse) -> Self {
        Self {
            provider: "credira",
            id: Some(value)
                .map(|value| &value.data)
                .map(|value| &value.id)
                .map(|value| value.to_string())
                .unwrap_or_default(),
            status: Some(value)
                .map(|value| &value.data)
                .and_then(|value| value.status.as_ref())
                .map(|value| value.to_string()),
            seconds: Some(value)
                .map(|value| &value.data)
                .and_then(|value| value.duration.as_ref())
                .copied(),
            started: Some(value)
                .map(|value| &value.data)
                .and_then(|value| value.start_time.as_ref())
                .copied(),
            recording: Some(value)
                .map(|value| &value.data)
                .and_then(|value| value.call_recording_url.as_ref())
                .map(|value| (**value).clone()),
        }
    }
}

/// Which call is meant.
#[derive(Args)]
struct Which {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    id: String,
}

impl Which {
    async fn read(
        self,
        context: &Context,
    ) -> Result<(sdk::Client, sdk::ResponseValue<sdk::types::CallResponse>), Failure> {
        let client = self.settings.client(context)?;
        let answer = client.get_call(self.id).await.map_err(|error| SDK.failed(&error))?;
        Ok((client, answer))
    }
}

/// One call.
#[derive(Args)]
#[command(
    after_help = "Credentials come from the environment: CREDIRA_API_KEY, CREDIRA_BASE_URL. The last one replaces the service's address."
)]
pub struct Get {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    output: crate::get::Output,
}

impl Get {
    /// Reads it and prints it.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check()?;
        let (_, answer) = self.which.read(context).await?;
        self.output.show(&answer, context)
    }
}

/// The document's example, read from a mock.
pub async fn demo(base_url: &str) -> Result<Row, Failure> {
    let client = sdk::Client::builder().base_url(base_url).api_key("demo");
    let client = client.build().map_err(|error| SDK.not_built(&error))?;
    let answer = client
        .get_call("call_123456789")
        .await
        .map_err(|error| SDK.failed(&error))?;
    Ok(Row::from(&*answer))
}

/// The recording of a call.
#[derive(Args)]
#[command(
    after_help = "Credentials come from the environment: CREDIRA_API_KEY, CREDIRA_BASE_URL. The last one replaces the service's address."
)]
pub struct Recording {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    output: crate::recording::Output,
}

impl Recording {
    /// Downloads it.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check()?;
        let (client, answer) = self.which.read(context).await?;
        let value = &*answer;
        let link = crate::recording::link(
            Some(value)
                .map(|value| &value.data)
                .and_then(|value| value.call_recording_url.as_ref()),
        )?;
        self.output.fill(client.download(link), &SDK, context).await
    }
}
