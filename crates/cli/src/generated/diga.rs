// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The commands of Diga.

use callslip_diga as sdk;
use clap::Args;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

/// What its facts are called on the command line.
pub const SDK: Sdk = Sdk {
    name: "diga",
    address: "DIGA_BASE_URL",
    credentials: &["DIGA_API_KEY"],
    flags: &[
        ("limit", "--page-size"),
        ("order", "--order"),
        ("agent_id", "--agent-id"),
        ("status", "--status"),
        ("type", "--direction"),
        ("start_created_date", "--since"),
        ("end_created_date", "--until"),
        ("contact_id", "--contact-id"),
        ("phone_id", "--phone-id"),
        ("category", "--category"),
        ("level", "--level"),
        ("id", "<ID>"),
        ("call_id", "<CALL_ID>"),
    ],
    refusals: &[
        ("get_call", 422, "malformed"),
        ("create_call", 422, "malformed"),
        ("bulk_delete_calls", 422, "malformed"),
        ("watch_concurrency", 422, "malformed"),
        ("get_recording", 422, "malformed"),
        ("download_recordings", 422, "malformed"),
        ("get_call_trace", 422, "malformed"),
    ],
    no_list: None,
};

/// What help says below the arguments.
const HELP: &str = "Credentials come from the environment: DIGA_API_KEY, DIGA_BASE_URL. The last one replaces the service's address.";

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
    /// How many calls a page holds at most: 1 to 1000, and 50 unless asked for otherwise.
    #[arg(
        long = "page-size",
        id = "page-size",
        help_heading = "Filters",
        value_name = "COUNT",
        value_parser = crate::values::whole
    )]
    page_size: Option<i64>,
    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    #[arg(
        long = "order",
        id = "order",
        help_heading = "Filters",
        value_name = "ORDER",
        value_parser = crate::values::known::<sdk::types::SortOrder,
        _>(["asc", "desc"])
    )]
    order: Option<sdk::types::SortOrder>,
    /// Only calls of this agent.
    #[arg(
        long = "agent-id",
        id = "agent-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::uuid
    )]
    agent_id: Option<uuid::Uuid>,
    /// Only calls in this state. The service knows four of the states since July 2026, and six of them before.
    #[arg(
        long = "status",
        id = "status",
        help_heading = "Filters",
        value_name = "STATUS",
        value_parser = crate::values::known::<sdk::types::CallStatus,
        _>(
            ["dialing",
            "in_progress",
            "completed",
            "failed",
            "transferred",
            "no_answer",
            "in_queue"]
        )
    )]
    status: Option<sdk::types::CallStatus>,
    /// Only calls in this direction.
    #[arg(
        long = "direction",
        id = "direction",
        help_heading = "Filters",
        value_name = "DIRECTION",
        value_parser = crate::values::known::<sdk::types::CallDirection,
        _>(["inbound", "outbound"])
    )]
    direction: Option<sdk::types::CallDirection>,
    /// Only calls created from this time on. Whether a call created at that very moment is among them is not documented. Given as 7d, 2h, a day or a time.
    #[arg(
        long = "since",
        id = "since",
        help_heading = "Filters",
        value_name = "TIME",
        value_parser = crate::when::when
    )]
    since: Option<crate::when::When>,
    /// Only calls created until this time. Whether a call created at that very moment is among them is not documented. Given as 7d, 2h, a day or a time; a day counts to its end.
    #[arg(
        long = "until",
        id = "until",
        help_heading = "Filters",
        value_name = "TIME",
        value_parser = crate::when::when
    )]
    until: Option<crate::when::When>,
    /// Only calls with this contact.
    #[arg(
        long = "contact-id",
        id = "contact-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::uuid
    )]
    contact_id: Option<uuid::Uuid>,
    /// Only calls over this own phone number, given by its identifier. The filter kept the name that the property of a call had until March 2026.
    #[arg(
        long = "phone-id",
        id = "phone-id",
        help_heading = "Filters",
        value_name = "ID",
        value_parser = crate::values::uuid
    )]
    phone_id: Option<uuid::Uuid>,
}

impl List {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self {
            printing,
            settings,
            days,
            page_size,
            order,
            agent_id,
            status,
            direction,
            since,
            until,
            contact_id,
            phone_id,
        } = self;
        let filters: [String; 9] = [
            format!("{page_size:?}"),
            format!("{order:?}"),
            format!("{agent_id:?}"),
            format!("{status:?}"),
            format!("{direction:?}"),
            format!("{since:?}"),
            format!("{until:?}"),
            format!("{contact_id:?}"),
            format!("{phone_id:?}"),
        ];
        let Some(listing) = printing.begin(&SDK, &days, &filters, context)? else {
            return Ok(())
        };
        let since = since.map(|when| listing.start(&when));
        let until = until.map(|when| listing.end(&when));
        listing.ordered(since, until)?;
        let client = settings.client(context)?;
        let mut request = client.list_calls();
        if let Some(value) = page_size {
            request = request.limit(value);
        }
        if let Some(value) = order {
            request = request.order(value);
        }
        if let Some(value) = agent_id {
            request = request.agent_id(value);
        }
        if let Some(value) = status {
            request = request.status(value);
        }
        if let Some(value) = direction {
            request = request.direction(value);
        }
        if let Some(value) = since {
            request = request.start_created_date(value);
        }
        if let Some(value) = until {
            request = request.end_created_date(value);
        }
        if let Some(value) = contact_id {
            request = request.contact_id(value);
        }
        if let Some(value) = phone_id {
            request = request.phone_id(value);
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
        .get_call("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse().map_err(Failure::call)?)
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
const MESSAGES: crate::view::View = crate::view::View {
    rows: None,
    facts: &[("time", "/created_date"), ("speaker", "/role"), ("text", "/content")],
};

/// What was said in a call, message by message.
#[derive(Args)]
#[command(
    after_help = HELP,
    mut_arg("columns", |it|it.value_parser(crate::row::columns(&MESSAGES.columns())))
)]
pub struct Messages {
    #[command(flatten)]
    printing: crate::list::Printing,
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(value_parser = crate::values::uuid)]
    id: uuid::Uuid,
    /// How many messages a page holds at most: 1 to 1000, and 100 unless asked for otherwise.
    #[arg(
        long = "page-size",
        id = "page-size",
        help_heading = "Filters",
        value_name = "COUNT",
        value_parser = crate::values::whole
    )]
    page_size: Option<i64>,
    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    #[arg(
        long = "order",
        id = "order",
        help_heading = "Filters",
        value_name = "ORDER",
        value_parser = crate::values::known::<sdk::types::SortOrder,
        _>(["asc", "desc"])
    )]
    order: Option<sdk::types::SortOrder>,
}

impl Messages {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self { printing, settings, id, page_size, order } = self;
        let filters: [String; 4] = [
            "messages".to_owned(),
            format!("{id:?}"),
            format!("{page_size:?}"),
            format!("{order:?}"),
        ];
        let Some(listing) = printing
            .begin(&SDK, &crate::list::Days::default(), &filters, context)? else {
            return Ok(())
        };
        let client = settings.client(context)?;
        let mut request = client.list_call_messages(id);
        if let Some(value) = page_size {
            request = request.limit(value);
        }
        if let Some(value) = order {
            request = request.order(value);
        }
        if let Some(cursor) = listing.cursor() {
            request = request.resume_from(cursor);
        }
        listing.show(request.stream(), &MESSAGES).await
    }
}

/// Where the facts stand.
const TRANSCRIPT: crate::view::View = crate::view::View {
    rows: None,
    facts: &[("speaker", "/role"), ("text", "/content"), ("time", "/created_date")],
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
        self.output
            .list(
                client.list_call_messages(self.id).order("asc".into()).stream(),
                &TRANSCRIPT,
                &SDK,
            )
            .await
    }
}

/// Where the facts stand.
const LOGS: crate::view::View = crate::view::View {
    rows: None,
    facts: &[
        ("time", "/timestamp"),
        ("level", "/level"),
        ("category", "/category"),
        ("event", "/event"),
    ],
};

/// What the service noted while it handled a call.
#[derive(Args)]
#[command(
    after_help = HELP,
    mut_arg("columns", |it|it.value_parser(crate::row::columns(&LOGS.columns())))
)]
pub struct Logs {
    #[command(flatten)]
    printing: crate::list::Printing,
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(value_parser = crate::values::uuid)]
    call_id: uuid::Uuid,
    /// How many entries a page holds at most: 1 to 1000, and 100 unless asked for otherwise.
    #[arg(
        long = "page-size",
        id = "page-size",
        help_heading = "Filters",
        value_name = "COUNT",
        value_parser = crate::values::whole
    )]
    page_size: Option<i64>,
    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    #[arg(
        long = "order",
        id = "order",
        help_heading = "Filters",
        value_name = "ORDER",
        value_parser = crate::values::known::<sdk::types::SortOrder,
        _>(["asc", "desc"])
    )]
    order: Option<sdk::types::SortOrder>,
    /// Only entries of this category.
    #[arg(
        long = "category",
        id = "category",
        help_heading = "Filters",
        value_name = "CATEGORY",
        value_parser = crate::values::known::<sdk::types::LogCategory,
        _>(
            ["CALL_LIFECYCLE",
            "USER",
            "AGENT",
            "CALL_TOOLS",
            "INTEGRATION_TOOLS",
            "CONVERSATIONAL_PATHS",
            "TRANSFER",
            "METRICS",
            "SECURITY",
            "WEBHOOKS",
            "WORKFLOWS",
            "KNOWLEDGE",
            "REALTIME_SESSION"]
        )
    )]
    category: Option<sdk::types::LogCategory>,
    /// Only entries of this level.
    #[arg(
        long = "level",
        id = "level",
        help_heading = "Filters",
        value_name = "LEVEL",
        value_parser = crate::values::known::<sdk::types::LogLevel,
        _>(["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"])
    )]
    level: Option<sdk::types::LogLevel>,
}

impl Logs {
    /// Lists them.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let Self { printing, settings, call_id, page_size, order, category, level } = self;
        let filters: [String; 6] = [
            "logs".to_owned(),
            format!("{call_id:?}"),
            format!("{page_size:?}"),
            format!("{order:?}"),
            format!("{category:?}"),
            format!("{level:?}"),
        ];
        let Some(listing) = printing
            .begin(&SDK, &crate::list::Days::default(), &filters, context)? else {
            return Ok(())
        };
        let client = settings.client(context)?;
        let mut request = client.list_call_logs(call_id);
        if let Some(value) = page_size {
            request = request.limit(value);
        }
        if let Some(value) = order {
            request = request.order(value);
        }
        if let Some(value) = category {
            request = request.category(value);
        }
        if let Some(value) = level {
            request = request.level(value);
        }
        if let Some(cursor) = listing.cursor() {
            request = request.resume_from(cursor);
        }
        listing.show(request.stream(), &LOGS).await
    }
}

/// Where the facts stand.
const TRACE: crate::view::View = crate::view::View {
    rows: Some("/spans"),
    facts: &[
        ("name", "/operation_name"),
        ("service", "/service_name"),
        ("time", "/start_time"),
        ("duration_ms", "/duration_ms"),
        ("status", "/status"),
        ("children", "/children"),
    ],
};

/// Where the time of a call went.
#[derive(Args)]
#[command(after_help = HELP)]
pub struct Trace {
    #[command(flatten)]
    settings: Settings,
    /// Identifier of the call.
    #[arg(value_parser = crate::values::uuid)]
    call_id: uuid::Uuid,
    #[command(flatten)]
    output: crate::spans::Output,
}

impl Trace {
    /// Does so.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        self.output.check(&TRACE)?;
        let client = self.settings.client(context)?;
        let answer = client
            .get_call_trace(self.call_id)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(answer.raw(), &TRACE)
    }
}

/// Where the facts stand.
const CONCURRENCY: crate::view::View = crate::view::View {
    rows: None,
    facts: &[("active", "/active_calls")],
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
        let answer = client
            .watch_concurrency()
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.follow(answer.into_inner(), &CONCURRENCY, &SDK).await
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
        let answer = client
            .list_calls()
            .limit(1)
            .await
            .map_err(|error| SDK.failed(&error))?;
        self.output.show(&answer, &SDK)
    }
}

crate::api::command!();
