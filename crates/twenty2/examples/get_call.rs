// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! One call from Twenty2, printed as JSON: `cargo run -p callslip-twenty2 --example twenty2_get_call -- CALL_ID`.
//!
//! Credentials come from the environment: TWENTY2_API_KEY, TWENTY2_API_SECRET, TWENTY2_WORKSPACE_ID.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let call_id = argument("CALL_ID")?;

    let client = callslip_twenty2::Client::from_env()?;
    let answer = client.get_call_detail(call_id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair}");
    }
    Ok(())
}
