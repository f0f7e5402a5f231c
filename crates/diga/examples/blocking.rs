// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! One call from Diga without an async runtime, as scripts read it:
//! `cargo run -p callslip-diga --features blocking --example diga_blocking -- ID`.
//!
//! Credentials come from the environment: DIGA_API_KEY.
//! Below is how such a program is tested with the mock.

use std::error::Error;

use callslip_diga::blocking::Client;

type Failure = Box<dyn Error>;

/// The call that the arguments name, as JSON.
fn read(client: &Client, mut arguments: impl Iterator<Item = String>) -> Result<String, Failure> {
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let id = argument("ID")?.parse()?;

    let answer = client.get_call(id).send()?;
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
        let provider: Provider = "diga".parse()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let mock = runtime.block_on(Mock::start(provider))?;
        #[rustfmt::skip]
        let client = Client::builder().base_url(mock.base_url()).api_key("demo").build_blocking()?;
        #[rustfmt::skip]
        let arguments = ["3c90c3cc-0d44-4b50-8888-8dd25736052a"].map(str::to_owned);
        let call = read(&client, arguments.into_iter())?;
        assert!(serde_json::from_str::<serde_json::Value>(&call)?.is_object());
        let error = read(&client, std::iter::empty()).expect_err("nothing is named");
        assert!(error.to_string().starts_with("give "), "{error}");
        Ok(())
    }
}
