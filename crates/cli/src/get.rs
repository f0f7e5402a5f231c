//! `callslip get`: one call, with credentials from the environment.

use std::io::Write;

use crate::arguments::{Format, Get};
use crate::clients;
use crate::failure::Failure;
use crate::id;
use crate::json_text;
use crate::provider::Provider;
use crate::row::{self, Row};
use callslip_liner::ResponseValue;

pub async fn run(arguments: Get) -> Result<(), Failure> {
    let id = arguments.id.as_str();
    let form = match arguments.format {
        _ if arguments.raw => Form::Raw,
        Format::Table => Form::Table,
        Format::Json => Form::Json,
    };
    clients::only_highlevel(arguments.provider, arguments.api_version.as_deref())?;
    match arguments.provider {
        Provider::Liner => {
            let id = id::liner_record(id)?;
            let client = callslip_liner::Client::from_env().map_err(Failure::configuration)?;
            show(
                client.get_call_record(id).await.map_err(Failure::call)?,
                form,
            )
        }
        Provider::Twenty2 => {
            let client = callslip_twenty2::Client::from_env().map_err(Failure::configuration)?;
            show(
                client.get_call_detail(id).await.map_err(Failure::call)?,
                form,
            )
        }
        Provider::Diga => {
            let id = id::diga_call(id)?;
            let client = callslip_diga::Client::from_env().map_err(Failure::configuration)?;
            show(client.get_call(id).await.map_err(Failure::call)?, form)
        }
        Provider::Credira => {
            let client = callslip_credira::Client::from_env().map_err(Failure::configuration)?;
            show(client.get_call(id).await.map_err(Failure::call)?, form)
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
                form,
            )
        }
    }
}

/// How an answer is printed.
#[derive(Clone, Copy)]
enum Form {
    Table,
    /// As it came, indented.
    Json,
    /// Its very bytes.
    Raw,
}

fn show<T>(answer: ResponseValue<T>, form: Form) -> Result<(), Failure>
where
    for<'a> Row: From<&'a T>,
{
    match form {
        Form::Table => row::print(vec![Row::from(&*answer)])?,
        Form::Json => {
            let text = String::from_utf8_lossy(answer.raw());
            writeln!(std::io::stdout(), "{}", json_text::indented(&text))?;
        }
        Form::Raw => {
            let mut out = std::io::stdout();
            out.write_all(answer.raw())?;
            out.flush()?;
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
