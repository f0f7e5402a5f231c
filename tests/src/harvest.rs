//! All calls of a provider, read through its SDK from a mock, whatever goes wrong on the way.

use std::time::Duration;

use callslip_core::{RetryPolicy, Summary};
use callslip_mock::Provider;

/// Unpaged lists come in one answer, which is larger than the usual cap if there are many calls.
const LARGEST_BODY: usize = 256 << 20;

/// The list of a provider's calls.
pub fn operation(provider: Provider) -> &'static str {
    match provider {
        Provider::HighLevel => "list_call_logs",
        _ => "list_calls",
    }
}

/// Reads a list to its end: gives each id to `keep`, goes on after an error, and gives how often that was and the summary.
macro_rules! read {
    ($list:expr, $keep:expr, $id:expr) => {{
        let mut stream = $list.stream();
        let mut errors = 0;
        loop {
            match stream.next().await {
                Some(Ok(call)) => $keep($id(call.into_inner())),
                Some(Err(error)) => {
                    errors += 1;
                    assert!(errors < 100, "the list leads nowhere: {error}");
                    // The client has a budget of retries, so a job that goes on at once would only be refused again.
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    stream.resume();
                }
                None => break (errors, stream.summary().clone()),
            }
        }
    }};
}

macro_rules! client {
    ($krate:ident, $base_url:expr) => {
        $krate::Client::builder()
            .base_url($base_url)
            .max_body_bytes(LARGEST_BODY)
            .retry(
                RetryPolicy::default()
                    .max_attempts(12)
                    .base_delay(Duration::from_millis(2)),
            )
    };
}

/// Reads all calls of a provider, with pages of 100, or of 50 where that is the most. Each id is given to `keep`. What comes back
/// is how often the stream ended in an error and went on, and the summary.
///
/// # Panics
///
/// If the client cannot be built, an item has no id, or the list leads nowhere.
pub async fn harvest(
    provider: Provider,
    base_url: &str,
    mut keep: impl FnMut(String),
) -> (u32, Summary) {
    match provider {
        Provider::Liner => {
            let client = client!(callslip_liner, base_url).api_key("key").build();
            let client = client.expect("a client");
            let calls = client.list_calls().lead_ids([1]).limit(100);
            read!(calls, keep, |call: callslip_liner::types::Call| {
                call.id.to_string()
            })
        }
        Provider::Twenty2 => {
            let client = client!(callslip_twenty2, base_url)
                .credentials("key", "secret")
                .workspace_id("workspace")
                .build();
            let calls = client.expect("a client").list_calls();
            read!(
                calls,
                keep,
                |call: callslip_twenty2::types::CallListItem| { call.call_id }
            )
        }
        Provider::Diga => {
            let client = client!(callslip_diga, base_url).api_key("key").build();
            let calls = client.expect("a client").list_calls().limit(100);
            read!(calls, keep, |call: callslip_diga::types::Call| {
                call.id.to_string()
            })
        }
        Provider::Credira => {
            let client = client!(callslip_credira, base_url).api_key("key").build();
            let calls = client.expect("a client").list_calls("inv_987654321");
            read!(
                calls,
                keep,
                |call: callslip_credira::types::CallListItem| { call.id }
            )
        }
        Provider::HighLevel => {
            let client = client!(callslip_highlevel, base_url)
                .access_token("token")
                .build();
            let client = client.expect("a client");
            let calls = client.list_call_logs("LOC123456789ABCDEF").page_size(50);
            read!(calls, keep, |call: callslip_highlevel::types::CallLog| {
                call.id
            })
        }
        other => panic!("{other} has no list here"),
    }
}
