// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! One call from Liner without an async runtime, as scripts read it:
//! `cargo run -p callslip-liner --features blocking --example liner_blocking -- CALL_RECORD_ID`.
//!
//! Credentials come from the environment: LINER_API_KEY, LINER_BASE_URL.
//! Below is how such a program is tested with the mock.

use std::error::Error;

use callslip_liner::blocking::Client;

type Failure = Box<dyn Error>;

/// The call that the arguments name, as JSON.
fn read(client: &Client, mut arguments: impl Iterator<Item = String>) -> Result<String, Failure> {
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let call_record_id = argument("CALL_RECORD_ID")?.parse()?;

    let answer = client.get_call_record(call_record_id).send()?;
    for repair in answer.repairs() {
        eprintln!("mended: {repair}");
    }
    Ok(serde_json::to_string_pretty(&*answer)?)
}

fn main() -> Result<(), Failure> {
    println!("{}", read(&Client::from_env()?, std::env::args().skip(1))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use callslip_mock::{Mock, Provider};

    use super::*;

    #[test]
    fn it_reads_the_call_that_is_named() -> Result<(), Failure> {
        let provider: Provider = "liner".parse()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let mock = runtime.block_on(Mock::start(provider))?;
        #[rustfmt::skip]
        let client = Client::builder().base_url(mock.base_url()).api_key("demo").build_blocking()?;
        #[rustfmt::skip]
        let arguments = ["123"].map(str::to_owned);
        let call = read(&client, arguments.into_iter())?;
        assert!(serde_json::from_str::<serde_json::Value>(&call)?.is_object());
        let error = read(&client, std::iter::empty()).expect_err("nothing is named");
        assert!(error.to_string().starts_with("give "), "{error}");
        Ok(())
    }
}
