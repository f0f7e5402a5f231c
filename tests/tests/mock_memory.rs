//! A mock with a million calls holds none of them.

use callslip_mock::{Mock, Provider};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Of the mock and of the client that asks it: the same for any number of calls.
const MOST: f32 = 8.0;

/// One test only: what others take at the same time would count, too.
#[tokio::test]
async fn a_million_calls_take_no_more_memory_than_a_page() {
    let http = callslip_core::http_client_builder().expect("TLS is set up");
    let http = http.no_proxy().build().expect("a client");
    for (provider, path) in [
        (
            Provider::Diga,
            "/v1/call/?limit=1000&status=completed&page=100",
        ),
        (Provider::Credira, "/calls?invoice_id=inv_1"),
    ] {
        let mock = Mock::builder(provider)
            .calls(1_000_000)
            .start()
            .await
            .expect("a mock");
        let before = MEMORY.current_usage_as_mb();
        MEMORY.reset_peak_usage();
        let request = http.get(format!("{mock}{path}")).bearer_auth("key");
        let mut answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        // The whole of an unpaged list would take minutes in a test's build.
        let mut read = 0;
        while let Some(part) = answer.chunk().await.expect("the body goes on") {
            read += part.len();
            if read > 16 << 20 {
                break;
            }
        }
        assert!(read > 200_000, "{provider}: {read}");
        let took = MEMORY.peak_usage_as_mb() - before;
        assert!(took < MOST, "{provider}: {took} MiB");
    }
}
