// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 1c03349bc92f80af) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

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

impl From<&sdk::types::Call> for Row {
    fn from(value: &sdk::types::Call) -> Self {
        Self {
            provider: "vapi",
            id: Some(value)
                .map(|value| &value.id)
                .map(|value| value.to_string())
                .unwrap_or_default(),
            status: Some(value)
                .and_then(|value| value.status.as_ref())
                .map(|value| value.to_string()),
            seconds: None,
            started: Some(value).and_then(|value| value.started_at.as_ref()).copied(),
            recording: Some(value)
                .and_then(|value| value.artifact.as_ref())
                .and_then(|value| value.presigned_mono_url.as_ref())
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
    id: uuid::Uuid,
}

impl Which {
    async fn read(
        self,
        context: &Context,
    ) -> Result<(sdk::Client, sdk::ResponseValue<sdk::types::Call>), Failure> {
        let client = self.settings.client(context)?;
        let answer = client.get_call(self.id).await.map_err(|error| SDK.failed(&error))?;
        Ok((client, answer))
    }
}

/// One call.
#[derive(Args)]
#[command(
    after_help = "Credentials come from the environment: VAPI_API_KEY, VAPI_BASE_URL. The last one replaces the service's address."
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
        .get_call("00000000-0000-4000-8000-000000000001".parse().map_err(Failure::call)?)
        .await
        .map_err(|error| SDK.failed(&error))?;
    Ok(Row::from(&*answer))
}

/// The recording of a call.
#[derive(Args)]
#[command(
    after_help = "Credentials come from the environment: VAPI_API_KEY, VAPI_BASE_URL. The last one replaces the service's address."
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
                .and_then(|value| value.artifact.as_ref())
                .and_then(|value| value.presigned_mono_url.as_ref()),
        )?;
        self.output
            .fill(
                client
                    .download(link)
                    .expires_at(
                        Some(value)
                            .and_then(|value| value.artifact.as_ref())
                            .and_then(|value| value.presigned_urls_expires_at.as_ref())
                            .copied(),
                    ),
                &SDK,
                context,
            )
            .await
    }
}
