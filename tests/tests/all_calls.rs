//! Each provider's list of calls, read through its SDK from a mock whose list shifts, fails and refuses on the way.

use std::collections::HashSet;
use std::time::Duration;

use callslip_core::Summary;
use callslip_mock::{Mock, MockBuilder, Provider};
use callslip_tests::harvest::{harvest, operation};

/// Enough for twenty pages, and few enough for every run of the tests.
const CALLS: u64 = 2000;
/// So many calls come in front after each page.
const GROWTH: u64 = 3;

async fn start(builder: MockBuilder) -> Mock {
    builder.start().await.expect("the mock starts")
}

fn mock(provider: Provider) -> MockBuilder {
    Mock::builder(provider).calls(CALLS).seed(7)
}

/// The providers that list calls, each with that operation.
fn lists() -> impl Iterator<Item = (Provider, &'static str)> {
    let all = Provider::ALL.into_iter();
    all.filter_map(|provider| Some((provider, operation(provider)?)))
}

async fn read(mock: &Mock) -> (Vec<String>, Summary) {
    let mut ids = Vec::new();
    let provider = mock.provider().expect("one of ours");
    let (_, summary) = harvest(provider, mock.base_url(), |id| ids.push(id)).await;
    (ids, summary)
}

fn distinct(ids: &[String]) -> HashSet<&String> {
    ids.iter().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_is_delivered_once_whatever_happens() {
    for (provider, list) in lists() {
        let (wanted, quiet) = read(&start(mock(provider)).await).await;
        let lengths = (wanted.len(), distinct(&wanted).len());
        assert_eq!(lengths, (2000, 2000), "{provider}");
        assert!(quiet.is_complete(), "{provider}: {quiet}");

        let troubled = mock(provider)
            .growing_by(GROWTH)
            .fault_percent(5)
            .rate_limit(2, Duration::from_millis(200));
        let troubled = start(troubled).await;
        let (ids, summary) = read(&troubled).await;
        assert_eq!(ids.len(), 2000, "{provider}: {summary}");
        assert_eq!(distinct(&ids), distinct(&wanted), "{provider}: {summary}");

        // What came in front while the list was read is missing where a total tells of it, and nothing else is.
        let now = troubled.records(list).expect("a list");
        let came = now.expect("a made-up list") - GROWTH - CALLS;
        let tells_a_total = quiet.missing().is_some() && quiet.pages() > 1;
        let missing = if tells_a_total { came } else { 0 };
        assert_eq!(
            summary.missing().unwrap_or(0),
            missing,
            "{provider}: {summary}"
        );
        assert_eq!(summary.is_complete(), missing == 0, "{provider}: {summary}");
        if summary.pages() > 1 {
            assert!(summary.retries() > 0 && came > 0, "{provider}: {summary}");
            let requests = troubled.requests();
            assert!(
                requests.iter().any(|request| request.status() == 429),
                "{provider}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_stands_twice_is_delivered_once_a_page() {
    for (provider, _) in lists() {
        let (ids, summary) = read(&start(mock(provider).twice_every(10)).await).await;
        assert_eq!(distinct(&ids).len(), 2000, "{provider}: {summary}");
        // Rows of one page are never each other's copies. In a list by cursor the second of two is passed over where a page ends
        // between them.
        let rows = ids.len() as u64 + summary.duplicates();
        assert!((2180..=2200).contains(&rows), "{provider}: {summary}");
        assert!(summary.duplicates() <= 20, "{provider}: {summary}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_set_aside_and_the_rest_delivered() {
    for (provider, _) in lists() {
        let (ids, summary) = read(&start(mock(provider).bad_every(10)).await).await;
        let lengths = (ids.len(), distinct(&ids).len(), summary.set_aside());
        assert_eq!(lengths, (1800, 1800, 200), "{provider}: {summary}");
    }
}
