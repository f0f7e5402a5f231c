// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The commands of HighLevel.

use callslip_highlevel as sdk;
use clap::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

/// What its facts are called on the command line.
pub const SDK: Sdk = Sdk {
    name: "highlevel",
    address: "HIGHLEVEL_BASE_URL",
    credentials: &["HIGHLEVEL_ACCESS_TOKEN"],
    flags: &[
        ("locationId", "--location-id"),
        ("agentId", "--agent-id"),
        ("contactId", "--contact-id"),
        ("callType", "--call-type"),
        ("startDate", "--since"),
        ("endDate", "--until"),
        ("actionType", "--action-type"),
        ("sortBy", "--sort-by"),
        ("sort", "--sort"),
        ("pageSize", "--page-size"),
        ("callId", "<CALL_ID>"),
    ],
    refusals: &[],
    no_list: None,
};

/// What help says below the arguments.
const HELP: &str = "Credentials come from the environment: HIGHLEVEL_ACCESS_TOKEN, HIGHLEVEL_API_VERSION, HIGHLEVEL_BASE_URL. The last one replaces the service's address.";

/// What the command line says of the client.
#[derive(Args)]
struct Settings {
    /// Version of the API that answers, sent as the `Version` header on every call. The default is the one that the source document names; the provider's site shows `v3` since the summer of 2026.
    #[arg(long, value_name = "VERSION")]
    api_version: Option<String>,
}

impl Settings {
    /// The client of the environment.
    fn client(self, context: &Context) -> Result<sdk::Client, Failure> {
        let builder = sdk::ClientBuilder::from_env()
            .map_err(|error| SDK.not_built(&error))?;
        let mut builder = crate::context::configured!(builder, context);
        if let Some(value) = self.api_version {
            builder = builder.api_version(value);
        }
        builder.build().map_err(|error| SDK.not_built(&error))
    }
}

impl<'a> From<&'a sdk::types::CallLog> for Row<'a> {
    fn from(value: &'a sdk::types::CallLog) -> Self {
        Self::from(callslip_calls::AsCall::as_call(value))
    }
}

impl crate::row::Told for sdk::types::CallLog {
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
    /// Identifier of the location (sub-account) whose calls are listed.
    #[arg(
        long = "location-id",
        id = "location-id",
        help_heading = "Filters",
        value_name = "ID",
        visible_alias = "location"
    )]
    location_id: String,
    /// Only calls that this agent took.
    #[arg(
        long = "agent-id",
        id = "agent-id",
        help_heading = "Filters",
        value_name = "ID"
    )]
    agent_id: Option<String>,
    /// Only calls of these contacts, given by their identifiers.
    #[arg(
        long = "contact-id",
        id = "contact-id",
        help_heading = "Filters",
        value_name = "ID",
        value_delimiter = ','
    )]
    contact_id: Vec<String>,
    /// Only live calls, or only trial calls.
    #[arg(
        long = "call-type",
        id = "call-type",
        help_heading = "Filters",
        value_name = "TYPE",
        value_parser = crate::values::known::<sdk::types::CallType,
        _>(["LIVE", "TRIAL"])
    )]
    call_type: Option<sdk::types::CallType>,
    /// Only calls from this time on. Together with --until, and earlier than that. Whether a call at that very moment is among them is not documented. Given as 7d, 2h, a day or a time.
    #[arg(
        long = "since",
        id = "since",
        help_heading = "Filters",
        value_name = "TIME",
        value_parser = crate::when::when
    )]
    since: Option<crate::when::When>,
    /// Only calls until this time. Together with --since, and later than that. Whether a call at that very moment is among them is not documented. Given as 7d, 2h, a day or a time; a day counts to its end.
    #[arg(
        long = "until",
        id = "until",
        help_heading = "Filters",
        value_name = "TIME",
        value_parser = crate::when::when,
        requires_all = ["since"]
    )]
    until: Option<crate::when::When>,
    /// Only calls in which actions of these types were carried out. Appointment bookings show only in calls since 9 September 2025.
    #[arg(
        long = "action-type",
        id = "action-type",
        help_heading = "Filters",
        value_name = "TYPE",
        value_parser = crate::values::known::<sdk::types::ActionType,
        _>(
            ["CALL_TRANSFER",
            "SMS",
            "DATA_EXTRACTION",
            "IN_CALL_DATA_EXTRACTION",
            "WORKFLOW_TRIGGER",
            "APPOINTMENT_BOOKING",
            "CUSTOM_ACTION",
            "KNOWLEDGE_BASE"]
        ),
        value_delimiter = ','
    )]
    action_type: Vec<sdk::types::ActionType>,
    /// What the list is sorted by.
    #[arg(
        long = "sort-by",
        id = "sort-by",
        help_heading = "Filters",
        value_name = "BY",
        value_parser = crate::values::known::<sdk::types::CallLogSortField,
        _>(["duration", "createdAt"])
    )]
    sort_by: Option<sdk::types::CallLogSortField>,
    /// Direction of the sorting. Of effect only together with --sort-by.
    #[arg(
        long = "sort",
        id = "sort",
        help_heading = "Filters",
        value_name = "SORT",
        value_parser = crate::values::known::<sdk::types::SortDirection,
        _>(["ascend", "descend"]),
        requires_all = ["sort-by"]
    )]
    sort: Option<sdk::types::SortDirection>,
    /// How many call logs a page holds: at most 50, and 10 unless asked for otherwise.
    #[arg(
        long = "page-size",
        id = "page-size",
        help_heading = "Filters",
        value_name = "COUNT",
        value_parser = crate::values::whole
    )]
    page_size: Option<i64>,
}

impl List {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self {
            printing,
            settings,
            days,
            location_id,
            agent_id,
            contact_id,
            call_type,
            since,
            until,
            action_type,
            sort_by,
            sort,
            page_size,
        } = self;
        let filters: [String; 10] = [
            format!("{location_id:?}"),
            format!("{agent_id:?}"),
            format!("{contact_id:?}"),
            format!("{call_type:?}"),
            format!("{since:?}"),
            format!("{until:?}"),
            format!("{action_type:?}"),
            format!("{sort_by:?}"),
            format!("{sort:?}"),
            format!("{page_size:?}"),
        ];
        let Some(listing) = printing.begin(&SDK, &days, &filters, context)? else {
            return Ok(())
        };
        let since = since.map(|when| listing.start(&when));
        let until = until.map(|when| listing.end(&when));
        let until = until.or(since.map(|_| listing.until_begun()));
        listing.ordered(since, until)?;
        let client = settings.client(context)?;
        let mut request = client.list_call_logs(location_id);
        if let Some(value) = agent_id {
            request = request.agent_id(value);
        }
        request = request.contact_id(contact_id);
        if let Some(value) = call_type {
            request = request.call_type(value);
        }
        if let Some(value) = since {
            request = request.start_date(value);
        }
        if let Some(value) = until {
            request = request.end_date(value);
        }
        request = request.action_type(action_type);
        if let Some(value) = sort_by {
            request = request.sort_by(value);
        }
        if let Some(value) = sort {
            request = request.sort(value);
        }
        if let Some(value) = page_size {
            request = request.page_size(value);
        }
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
    /// Identifier of the location (sub-account) that the call belongs to.
    #[arg(
        long = "location-id",
        id = "location-id",
        help_heading = "Options",
        value_name = "ID",
        visible_alias = "location"
    )]
    location_id: String,
    #[command(flatten)]
    output: crate::get::Output,
}

impl Get {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check()?;
        let client = self.settings.client(context)?;
        let answer = client
            .get_call_log(self.call_id, self.location_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, context)
    }
}

/// The document's example, read from a mock.
pub async fn demo(base_url: &str) -> Result<Row<'static>, Failure> {
    let client = sdk::Client::builder().base_url(base_url).access_token("demo");
    let client = client.build().map_err(|error| SDK.not_built(&error))?;
    let answer = client
        .get_call_log("507f1f77bcf86cd799439011", "LOC123456789ABCDEF")
        .await
        .map_err(|error| SDK.failed(&error))?;
    Ok(Row::from(&*answer).into_owned())
}

/// There is none.
#[derive(Args)]
pub struct Recording {
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    whatever: Vec<String>,
}

impl Recording {
    /// Says so.
    pub async fn run(self, _context: &Context) -> Result<(), Failure> {
        Err(
            Failure::usage(
                "HighLevel documents no recording in its call logs: it belongs to the conversation's message, which `messageId` of the call log names",
            ),
        )
    }
}

/// Where the facts stand.
const TRANSCRIPT: crate::view::View = crate::view::View {
    rows: None,
    facts: &[("text", "/transcript")],
};

/// The transcript of a call.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Transcript {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    call_id: String,
    /// Identifier of the location (sub-account) that the call belongs to.
    #[arg(
        long = "location-id",
        id = "location-id",
        help_heading = "Options",
        value_name = "ID",
        visible_alias = "location"
    )]
    location_id: String,
    #[command(flatten)]
    output: crate::transcript::Output,
}

impl Transcript {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&TRANSCRIPT)?;
        let client = self.settings.client(context)?;
        let answer = client
            .get_call_log(self.call_id, self.location_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.turns(&callslip_calls::AsCall::as_call(&*answer).turns)
    }
}

/// Whether the credential is good.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Check {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the location (sub-account) whose calls are listed.
    location_id: String,
    #[command(flatten)]
    output: crate::auth::Output,
}

impl Check {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let client = self.settings.client(context)?;
        let answer = client
            .list_call_logs(self.location_id)
            .page_size(1)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, &SDK)
    }
}

crate::api::command!();
