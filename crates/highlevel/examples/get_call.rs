// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! One call from HighLevel, printed as JSON: `cargo run -p callslip-highlevel --example highlevel_get_call -- CALL_ID LOCATION_ID`.
//!
//! Credentials come from the environment: HIGHLEVEL_ACCESS_TOKEN, HIGHLEVEL_API_VERSION (optional).

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let call_id = argument("CALL_ID")?;
    let location_id = argument("LOCATION_ID")?;

    let client = callslip_highlevel::Client::from_env()?;
    let answer = client.get_call_log(call_id, location_id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair}");
    }
    Ok(())
}
