// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! One call from Retell, printed as JSON: `cargo run -p callslip-retell --example retell_get_call -- CALL_ID`.
//!
//! Credentials come from the environment: RETELL_API_KEY.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let call_id = argument("CALL_ID")?;

    let client = callslip_retell::Client::from_env()?;
    let answer = client.get_call(call_id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair}");
    }
    Ok(())
}
