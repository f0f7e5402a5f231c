// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! One call from Diga, printed as JSON: `cargo run -p callslip-diga --example diga_get_call -- ID`.
//!
//! Credentials come from the environment: DIGA_API_KEY.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let id = argument("ID")?.parse()?;

    let client = callslip_diga::Client::from_env()?;
    let answer = client.get_call(id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair}");
    }
    Ok(())
}
