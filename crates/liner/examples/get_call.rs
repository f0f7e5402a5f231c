// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! One call from Liner, printed as JSON: `cargo run -p callslip-liner --example liner_get_call -- CALL_RECORD_ID`.
//!
//! Credentials come from the environment: LINER_API_KEY, LINER_BASE_URL.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let call_record_id = argument("CALL_RECORD_ID")?.parse()?;

    let client = callslip_liner::Client::from_env()?;
    let answer = client.get_call_record(call_record_id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair}");
    }
    Ok(())
}
