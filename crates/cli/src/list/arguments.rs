//! What `callslip list` understands.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::{Args, ValueEnum};

use crate::provider::Provider;

#[derive(Args)]
#[command(
    after_help = "What is listed, and by what it can be filtered, as the providers document it:\n  \
    liner      calls of leads or orders: --lead-id, --order-id (one of the two is required), --user-id, --status,\n             \
               --since, --until; with --call-id instead: the recordings of that call\n  \
    twenty2    all calls of the workspace; no filter\n  \
    diga       --since, --until, --status, --direction, --agent-id, --contact-id, --phone-id\n  \
    credira    calls of an invoice: --invoice-id (required)\n  \
    highlevel  call logs of a location: --location-id (required), --since and --until (together), --agent-id,\n             \
               --contact-id, --call-type, --action-type\n\n\
    Filters that take several values take them with commas, or are repeated. The credentials are those of `callslip get`.\n\n\
    Rows are printed as they come. Standard error says at the end how many there were, and whether any are missing. If a list\n\
    breaks off, what came is printed, and standard error says which --resume goes on there, with the same filters.\n\n\
    Examples:\n  \
    callslip list diga --since 2026-01-01 --status completed --format csv > calls.csv\n  \
    callslip list liner --lead-id 789,790 --format jsonl\n  \
    callslip list highlevel --location-id LOC123456789ABCDEF --limit 20\n\n\
    Exit codes:\n  \
    0  the list is complete, or --limit was reached\n  \
    1  it broke off\n  \
    2  the command line is wrong\n  \
    3  the configuration is wrong\n  \
    4  it was read to its end, but some calls are missing or could not be read"
)]
pub struct List {
    /// Whose calls.
    pub provider: Provider,
    /// How to print them.
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Print the very text of each record as it came, and a line break after it.
    #[arg(long, conflicts_with = "format")]
    pub raw: bool,
    /// Stop after so many calls.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    pub limit: Option<u64>,
    /// Ask for so many calls a page; the provider's own number unless given.
    #[arg(long, value_name = "COUNT")]
    pub page_size: Option<i64>,
    /// Go on where an earlier list with the same filters stopped.
    #[arg(long, value_name = "CURSOR")]
    pub resume: Option<String>,
    /// Add what cannot be read as a call to this file, one JSON a line; what is no JSON as it came. It can hold personal data.
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,
    /// Version of the API that answers, instead of that of the environment or the default; HighLevel only.
    #[arg(long, value_name = "VERSION")]
    pub api_version: Option<String>,
    #[command(flatten)]
    pub filters: Filters,
}

#[derive(Args, Default)]
#[command(next_help_heading = "Filters")]
pub struct Filters {
    /// From this time on: RFC 3339, or a date, which means its first moment in UTC.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub since: Option<DateTime<Utc>>,
    /// Until this time, in the same forms.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub until: Option<DateTime<Utc>>,
    /// State of the call; for Liner the ids of call statuses.
    #[arg(long, value_delimiter = ',')]
    pub status: Vec<String>,
    /// Direction of the call, as in inbound.
    #[arg(long)]
    pub direction: Option<String>,
    /// Agent that held the call.
    #[arg(long, value_name = "ID")]
    pub agent_id: Option<String>,
    /// Contact on the other side.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub contact_id: Vec<String>,
    /// Own phone number that was used, by its id.
    #[arg(long, value_name = "ID")]
    pub phone_id: Option<String>,
    /// Lead of the call.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub lead_id: Vec<i64>,
    /// Order of the call.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub order_id: Vec<i64>,
    /// User who handled the call.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub user_id: Vec<i64>,
    /// Call whose recordings are listed.
    #[arg(long, value_name = "ID")]
    pub call_id: Option<i64>,
    /// Invoice that the call was about.
    #[arg(long, visible_alias = "invoice", value_name = "ID")]
    pub invoice_id: Option<String>,
    /// Location (sub-account) that the call belongs to.
    #[arg(long, visible_alias = "location", value_name = "ID")]
    pub location_id: Option<String>,
    /// Live or trial calls, as in LIVE.
    #[arg(long, value_name = "TYPE")]
    pub call_type: Option<String>,
    /// Action that was carried out in the call, as in CALL_TRANSFER.
    #[arg(long, value_name = "TYPE", value_delimiter = ',')]
    pub action_type: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The main facts in columns.
    Table,
    /// The whole records as they came, white space aside, as one array.
    Json,
    /// The whole records as they came, white space aside, one a line.
    Jsonl,
    /// The main facts, for spreadsheets; text that one would take for a formula gets an apostrophe in front.
    Csv,
}

/// A time, or the beginning of a day.
fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(day.and_time(NaiveTime::MIN).and_utc());
    }
    let moment = DateTime::parse_from_rfc3339(text);
    moment.map(Into::into).map_err(|_| {
        "neither a time as in 2026-01-31T09:00:00Z nor a date as in 2026-01-31".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_days_are_understood_and_nothing_else_is() {
        let read = |text| moment(text).map(|moment| moment.to_rfc3339());
        assert_eq!(
            read("2026-01-31").as_deref(),
            Ok("2026-01-31T00:00:00+00:00")
        );
        assert_eq!(
            read("2026-01-31T01:30:00+02:00").as_deref(),
            Ok("2026-01-30T23:30:00+00:00")
        );
        for odd in ["2026-02-30", "yesterday", "2026-01-31T09:00:00", ""] {
            assert!(moment(odd).is_err(), "{odd}");
        }
    }
}
