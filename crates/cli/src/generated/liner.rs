// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The commands of Liner.

use callslip_liner as sdk;
use clap::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

/// What its facts are called on the command line.
pub const SDK: Sdk = Sdk {
    name: "liner",
    address: "LINER_BASE_URL",
    credentials: &["LINER_API_KEY"],
    flags: &[
        ("createdAt[0]", "--since"),
        ("createdAt[1]", "--until"),
        ("leadIds[]", "--lead-id"),
        ("orderIds[]", "--order-id"),
        ("userIds[]", "--user-id"),
        ("statusIds[]", "--status"),
        ("limit", "--page-size"),
        ("callId", "--call-id"),
        ("isAmd", "--is-amd"),
        ("callRecordId", "<CALL_RECORD_ID>"),
    ],
    refusals: &[],
    no_list: None,
};

/// What help says below the arguments.
const HELP: &str = "Credentials come from the environment: LINER_API_KEY, LINER_BASE_URL. The last one replaces the service's address.";

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
    const MADE_ONLY: bool = true;
}

impl<'a> From<&'a sdk::types::CallRecordListItem> for Row<'a> {
    fn from(value: &'a sdk::types::CallRecordListItem) -> Self {
        Self::of_recording(SDK.name, callslip_calls::AsRecording::as_recording(value))
    }
}

impl crate::row::Told for sdk::types::CallRecordListItem {
    const MADE_ONLY: bool = false;
}

/// Which calls are listed.
#[derive(Args)]
#[command(
    after_help = HELP,
    group(
        clap::ArgGroup::new(
            "lead-id or order-id"
        ).args(["lead-id", "order-id", "call-id"]).required(true).multiple(true)
    )
)]
pub struct List {
    #[command(flatten)]
    printing: crate::list::Printing,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    days: crate::list::Days,
    /// Start of the period in which the calls were created. Given as 7d, 2h, a day or a time.
    #[arg(
        long = "since",
        id = "since",
        help_heading = "Filters",
        value_name = "TIME",
        value_parser = crate::when::when
    )]
    since: Option<crate::when::When>,
    /// End of the period in which the calls were created. Given as 7d, 2h, a day or a time; a day counts to its end.
    #[arg(
        long = "until",
        id = "until",
        help_heading = "Filters",
        value_name = "TIME",
        value_parser = crate::when::when
    )]
    until: Option<crate::when::When>,
    /// Only calls of these leads, by identifier. Required unless orders are given.
    #[arg(
        long = "lead-id",
        id = "lead-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::whole,
        value_delimiter = ','
    )]
    lead_id: Vec<i64>,
    /// Only calls of these orders, by identifier. Required unless leads are given.
    #[arg(
        long = "order-id",
        id = "order-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::whole,
        value_delimiter = ','
    )]
    order_id: Vec<i64>,
    /// Only calls that these users handled, by identifier.
    #[arg(
        long = "user-id",
        id = "user-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::whole,
        value_delimiter = ','
    )]
    user_id: Vec<i64>,
    /// Only calls with these call statuses, by identifier. The identifiers come from `callslip api liner GET /v2/call-status/`.
    #[arg(
        long = "status",
        id = "status",
        help_heading = "Filters",
        value_name = "STATUS",
        value_parser = crate::values::whole,
        value_delimiter = ','
    )]
    status: Vec<i64>,
    /// How many items a page has at most; 50 if left out.
    #[arg(
        long = "page-size",
        id = "page-size",
        help_heading = "Filters",
        value_name = "COUNT",
        value_parser = crate::values::whole
    )]
    page_size: Option<i64>,
    /// Identifier of the call whose recordings are wanted. One version of the document calls it optional, the other says nothing.
    #[arg(
        long = "call-id",
        id = "call-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::whole,
        conflicts_with_all = ["since",
        "until",
        "lead-id",
        "order-id",
        "user-id",
        "status"]
    )]
    call_id: Option<i64>,
    /// Only recordings in which an answering machine was detected; false if left out.
    #[arg(
        long = "is-amd",
        id = "is-amd",
        help_heading = "Filters",
        value_name = "AMD",
        requires = "call-id"
    )]
    is_amd: Option<bool>,
}

impl List {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self {
            printing,
            settings,
            days,
            since,
            until,
            lead_id,
            order_id,
            user_id,
            status,
            page_size,
            call_id,
            is_amd,
        } = self;
        let filters: [String; 9] = [
            format!("{since:?}"),
            format!("{until:?}"),
            format!("{lead_id:?}"),
            format!("{order_id:?}"),
            format!("{user_id:?}"),
            format!("{status:?}"),
            format!("{page_size:?}"),
            format!("{call_id:?}"),
            format!("{is_amd:?}"),
        ];
        let Some(listing) = printing.begin(&SDK, &days, &filters, context)? else {
            return Ok(())
        };
        let since = since.map(|when| listing.start(&when));
        let until = until.map(|when| listing.end(&when));
        listing.ordered(since, until)?;
        let client = settings.client(context)?;
        if call_id.is_some() {
            let mut request = client.list_call_records();
            if let Some(value) = call_id {
                request = request.call_id(value);
            }
            if let Some(value) = is_amd {
                request = request.is_amd(value);
            }
            if let Some(value) = page_size {
                request = request.limit(value);
            }
            if let Some(cursor) = listing.cursor() {
                request = request.resume_from(cursor);
            }
            return listing.print(request.stream()).await;
        }
        let mut request = client.list_calls();
        if let Some(value) = since {
            request = request.created_since(value);
        }
        if let Some(value) = until {
            request = request.created_until(value);
        }
        request = request.lead_ids(lead_id);
        request = request.order_ids(order_id);
        request = request.user_ids(user_id);
        request = request.status_ids(status);
        if let Some(value) = page_size {
            request = request.limit(value);
        }
        if let Some(cursor) = listing.cursor() {
            request = request.resume_from(cursor);
        }
        listing.print(request.stream()).await
    }
}

impl<'a> From<&'a sdk::types::CallRecordResponse> for Row<'a> {
    fn from(value: &'a sdk::types::CallRecordResponse) -> Self {
        Self::of_recording(SDK.name, callslip_calls::AsRecording::as_recording(value))
    }
}

impl crate::row::Told for sdk::types::CallRecordResponse {
    const MADE_ONLY: bool = false;
}

/// One call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Get {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call recording, greater than zero.
    #[arg(value_parser = crate::values::whole)]
    call_record_id: i64,
    #[command(flatten)]
    output: crate::get::Output,
}

impl Get {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check()?;
        let client = self.settings.client(context)?;
        let answer = client
            .get_call_record(self.call_record_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, context)
    }
}

/// The document's example, read from a mock.
pub async fn demo(base_url: &str) -> Result<Row<'static>, Failure> {
    let client = sdk::Client::builder().base_url(base_url).api_key("demo");
    let client = client.build().map_err(|error| SDK.not_built(&error))?;
    let answer = client.get_call_record(123).await.map_err(|error| SDK.failed(&error))?;
    Ok(Row::from(&*answer).into_owned())
}

/// The recording of a call, or those of many.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Recording {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call recording, greater than zero.
    #[arg(value_parser = crate::values::whole)]
    #[arg(required_unless_present = "from")]
    call_record_id: Option<i64>,
    #[command(flatten)]
    output: crate::recording::Output,
}

impl Recording {
    /// Downloads it, or them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let wanted = self.output.wanted(self.call_record_id, &["/data/id", "/id"])?;
        let client = self.settings.client(context)?;
        let found = move |id| {
            let client = client.clone();
            async move {
                let answer = client
                    .get_call_record(id)
                    .await
                    .map_err(|error| SDK.failed(&error))?;
                let value = &*answer;
                let link: Option<&str> = Some(value)
                    .map(|value| &value.data)
                    .and_then(|value| value.file_url.as_ref())
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
        let answer = client
            .list_call_statuses()
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, &SDK)
    }
}

crate::api::command!();
