//! One call from Twenty2, printed as JSON: `cargo run --example twenty2_get_call -- ID`.
//!
//! Credentials come from the environment: TWENTY2_API_KEY, TWENTY2_API_SECRET, TWENTY2_WORKSPACE_ID.

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("give {what}"));
    let id = argument("a call id")?;

    let client = callslip_twenty2::Client::from_env()?;
    let answer = client.get_call_detail(id).await?;

    println!("{}", serde_json::to_string_pretty(&*answer)?);
    for repair in answer.repairs() {
        eprintln!("mended: {repair:?}");
    }
    Ok(())
}
