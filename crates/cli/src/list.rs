//! `callslip list`: a provider's calls, row by row as they arrive.
//!
//! What a call is goes by the provider's own list of calls: for Liner `list_calls`, or with `--call-id` the recordings of a
//! call (`list_call_records`), whose ids `get` and `recording` take; for HighLevel `list_call_logs`; for the others
//! `list_calls`.

mod arguments;
mod drain;
mod filters;
mod printer;
mod set_aside;

use std::io::{self, Stdout};
use std::str::FromStr;

use callslip_core::{Cursor, ItemStream, rt};
use callslip_credira::requests as credira;
use callslip_diga::{requests as diga, types as diga_types};
use callslip_highlevel::{requests as highlevel, types as highlevel_types};
use callslip_liner::requests as liner;
use callslip_twenty2::requests as twenty2;

pub use self::arguments::List;

use self::drain::drain;
use self::printer::Printer;
use self::set_aside::Shelf;
use crate::clients;
use crate::failure::Failure;
use crate::provider::Provider;
use crate::row::Row;

pub async fn run(arguments: List) -> Result<(), Failure> {
    filters::check(&arguments)?;
    clients::only_highlevel(arguments.provider, arguments.api_version.as_deref())?;
    let out = Out::of(&arguments);
    match arguments.provider {
        Provider::Liner if arguments.filters.call_id.is_some() => {
            filters::only_call_id(&arguments)?;
            out.print(liner_records(arguments)?).await
        }
        Provider::Liner => out.print(liner_calls(arguments)?).await,
        Provider::Twenty2 => out.print(twenty2_calls(arguments)?).await,
        Provider::Diga => out.print(diga_calls(arguments)?).await,
        Provider::Credira => out.print(credira_calls(arguments)?).await,
        Provider::Highlevel => out.print(highlevel_logs(arguments)?).await,
    }
}

fn liner_calls(arguments: List) -> Result<ItemStream<liner::ListCalls>, Failure> {
    let resume = cursor(&arguments)?;
    let filters = arguments.filters;
    if filters.lead_id.is_empty() && filters.order_id.is_empty() {
        return Err(Failure::usage(
            "Liner lists the calls of leads or orders: give --lead-id or --order-id; or --call-id for the recordings of a call",
        ));
    }
    let statuses: Result<Vec<i64>, _> = filters.status.iter().map(|id| id.parse()).collect();
    let statuses = statuses.map_err(|_| {
        Failure::usage("--status: Liner filters by the id of a call status, a whole number")
    })?;
    let client = callslip_liner::Client::from_env().map_err(Failure::configuration)?;
    let call = client
        .list_calls()
        .lead_ids(filters.lead_id)
        .order_ids(filters.order_id)
        .user_ids(filters.user_id)
        .status_ids(statuses);
    let call = set(call, filters.since, liner::ListCalls::created_since);
    let call = set(call, filters.until, liner::ListCalls::created_until);
    let call = set(call, arguments.page_size, liner::ListCalls::limit);
    Ok(set(call, resume, liner::ListCalls::resume_from).stream())
}

fn liner_records(arguments: List) -> Result<ItemStream<liner::ListCallRecords>, Failure> {
    let resume = cursor(&arguments)?;
    let client = callslip_liner::Client::from_env().map_err(Failure::configuration)?;
    let call = client.list_call_records();
    let call = set(
        call,
        arguments.filters.call_id,
        liner::ListCallRecords::call_id,
    );
    let call = set(call, arguments.page_size, liner::ListCallRecords::limit);
    Ok(set(call, resume, liner::ListCallRecords::resume_from).stream())
}

fn twenty2_calls(arguments: List) -> Result<ItemStream<twenty2::ListCalls>, Failure> {
    let resume = cursor(&arguments)?;
    let client = callslip_twenty2::Client::from_env().map_err(Failure::configuration)?;
    Ok(set(client.list_calls(), resume, twenty2::ListCalls::resume_from).stream())
}

fn diga_calls(arguments: List) -> Result<ItemStream<diga::ListCalls>, Failure> {
    let resume = cursor(&arguments)?;
    let filters = arguments.filters;
    let status =
        only("--status", filters.status)?.map(|status| open::<diga_types::CallStatus>(&status));
    let direction = filters
        .direction
        .map(|direction| open::<diga_types::CallDirection>(&direction));
    let agent = uuid("--agent-id", filters.agent_id)?;
    let contact = uuid("--contact-id", only("--contact-id", filters.contact_id)?)?;
    let phone = uuid("--phone-id", filters.phone_id)?;
    let client = callslip_diga::Client::from_env().map_err(Failure::configuration)?;
    let call = client.list_calls();
    let call = set(call, filters.since, diga::ListCalls::start_created_date);
    let call = set(call, filters.until, diga::ListCalls::end_created_date);
    let call = set(call, status, diga::ListCalls::status);
    let call = set(call, direction, diga::ListCalls::direction);
    let call = set(call, agent, diga::ListCalls::agent_id);
    let call = set(call, contact, diga::ListCalls::contact_id);
    let call = set(call, phone, diga::ListCalls::phone_id);
    let call = set(call, arguments.page_size, diga::ListCalls::limit);
    Ok(set(call, resume, diga::ListCalls::resume_from).stream())
}

fn credira_calls(arguments: List) -> Result<ItemStream<credira::ListCalls>, Failure> {
    let resume = cursor(&arguments)?;
    let invoice = required("--invoice-id", arguments.filters.invoice_id)?;
    let client = callslip_credira::Client::from_env().map_err(Failure::configuration)?;
    Ok(set(
        client.list_calls(invoice),
        resume,
        credira::ListCalls::resume_from,
    )
    .stream())
}

fn highlevel_logs(arguments: List) -> Result<ItemStream<highlevel::ListCallLogs>, Failure> {
    let resume = cursor(&arguments)?;
    let filters = arguments.filters;
    let location = required("--location-id", filters.location_id)?;
    if filters.since.is_some() != filters.until.is_some() {
        return Err(Failure::usage(
            "HighLevel wants --since and --until together",
        ));
    }
    let call_type = filters
        .call_type
        .map(|call_type| open::<highlevel_types::CallType>(&call_type));
    let actions = filters
        .action_type
        .iter()
        .map(|action| open::<highlevel_types::ActionType>(action));
    let client = clients::highlevel(arguments.api_version)?;
    let call = client
        .list_call_logs(location)
        .contact_id(filters.contact_id)
        .action_type(actions);
    let call = set(call, filters.since, highlevel::ListCallLogs::start_date);
    let call = set(call, filters.until, highlevel::ListCallLogs::end_date);
    let call = set(call, filters.agent_id, highlevel::ListCallLogs::agent_id);
    let call = set(call, call_type, highlevel::ListCallLogs::call_type);
    let call = set(
        call,
        arguments.page_size,
        highlevel::ListCallLogs::page_size,
    );
    Ok(set(call, resume, highlevel::ListCallLogs::resume_from).stream())
}

fn set<C, T>(call: C, value: Option<T>, setter: impl FnOnce(C, T) -> C) -> C {
    match value {
        Some(value) => setter(call, value),
        None => call,
    }
}

fn cursor(arguments: &List) -> Result<Option<Cursor>, Failure> {
    let cursor = arguments.resume.as_deref().map(str::parse).transpose();
    cursor.map_err(|error| Failure::usage(format!("--resume: {error}")))
}

fn required(name: &str, value: Option<String>) -> Result<String, Failure> {
    value.ok_or_else(|| Failure::usage(format!("{name} is required for this provider")))
}

fn only(name: &str, mut values: Vec<String>) -> Result<Option<String>, Failure> {
    let value = values.pop();
    if values.is_empty() {
        return Ok(value);
    }
    Err(Failure::usage(format!(
        "{name}: this provider takes one value"
    )))
}

fn uuid(name: &str, value: Option<String>) -> Result<Option<uuid::Uuid>, Failure> {
    let id = value.map(|id| id.parse()).transpose();
    id.map_err(|_| Failure::usage(format!("{name}: this provider's ids are UUIDs")))
}

/// An enum that takes values that are not known, too.
fn open<T: FromStr<Err = std::convert::Infallible>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

/// How and where the calls are printed.
struct Out {
    printer: Printer<Stdout>,
    limit: Option<u64>,
    shelf: Shelf,
}

impl Out {
    fn of(arguments: &List) -> Self {
        Self {
            printer: if arguments.raw {
                Printer::raw(io::stdout())
            } else {
                Printer::new(arguments.format, io::stdout(), crate::table::bold())
            },
            limit: arguments.limit,
            shelf: Shelf::new(arguments.set_aside.clone()),
        }
    }

    async fn print<L>(self, calls: ItemStream<L>) -> Result<(), Failure>
    where
        L: rt::List,
        for<'a> Row: From<&'a L::Item>,
    {
        drain(calls, self.printer, self.limit, self.shelf).await
    }
}
