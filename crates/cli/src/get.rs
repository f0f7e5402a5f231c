//! `callslip get`: one call, with credentials from the environment.

use std::io::Write;

use callslip_liner::ResponseValue;
use serde::Serialize;

use crate::arguments::{Format, Get, Provider};
use crate::clients;
use crate::failure::Failure;
use crate::id;
use crate::row::{self, Row};

pub async fn run(arguments: Get) -> Result<(), Failure> {
    let id = arguments.id.as_str();
    let format = arguments.format;
    clients::only_highlevel(arguments.provider, arguments.api_version.as_deref())?;
    match arguments.provider {
        Provider::Liner => {
            let id = id::liner_record(id)?;
            let client = callslip_liner::Client::from_env().map_err(Failure::configuration)?;
            show(
                client.get_call_record(id).await.map_err(Failure::call)?,
                format,
            )
        }
        Provider::Twenty2 => {
            let client = callslip_twenty2::Client::from_env().map_err(Failure::configuration)?;
            show(
                client.get_call_detail(id).await.map_err(Failure::call)?,
                format,
            )
        }
        Provider::Diga => {
            let id = id::diga_call(id)?;
            let client = callslip_diga::Client::from_env().map_err(Failure::configuration)?;
            show(client.get_call(id).await.map_err(Failure::call)?, format)
        }
        Provider::Credira => {
            let client = callslip_credira::Client::from_env().map_err(Failure::configuration)?;
            show(client.get_call(id).await.map_err(Failure::call)?, format)
        }
        Provider::Highlevel => {
            let location = arguments
                .location_id
                .ok_or_else(|| Failure::usage("HighLevel needs --location-id"))?;
            let client = clients::highlevel(arguments.api_version)?;
            show(
                client
                    .get_call_log(id, location)
                    .await
                    .map_err(Failure::call)?,
                format,
            )
        }
    }
}

fn show<T>(answer: ResponseValue<T>, format: Format) -> Result<(), Failure>
where
    T: Serialize,
    for<'a> Row: From<&'a T>,
{
    match format {
        Format::Table => row::print(vec![Row::from(&*answer)])?,
        Format::Json => {
            let json = serde_json::to_string_pretty(&*answer).map_err(Failure::call)?;
            writeln!(std::io::stdout(), "{json}")?;
        }
    }
    for repair in answer.repairs() {
        eprintln!(
            "note: the answer was not as documented at {}: mended",
            repair.path()
        );
    }
    Ok(())
}
