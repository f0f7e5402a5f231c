//! One call from Liner, printed as JSON: `cargo run --example liner_get_call -- ID`.
//!
//! Credentials come from the environment: LINER_API_KEY, LINER_BASE_URL.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let id = argument("a call record id")?.parse()?;

    let client = callslip_liner::Client::from_env()?;
    let answer = client.get_call_record(id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair:?}");
    }
    Ok(())
}
