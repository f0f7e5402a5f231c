//! One call from HighLevel, printed as JSON: `cargo run --example highlevel_get_call -- ID`.
//!
//! Credentials come from the environment: HIGHLEVEL_ACCESS_TOKEN.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let id = argument("a call id")?;
    let location = argument("a location id")?;

    let client = callslip_highlevel::Client::from_env()?;
    let answer = client.get_call_log(id, location).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair:?}");
    }
    Ok(())
}
