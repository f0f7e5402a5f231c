//! What the service says of its rate limit, and the client's own.

use std::time::Duration;

use callslip_core::Error;

use crate::acme::{Client, Fault};
use crate::server::{Answer, Server};

const OK: &str = r#"{"id":"7"}"#;

fn told(status: u16, remaining: u64) -> Answer {
    let headers = format!(
        "x-limit: 100\r\nx-remaining: {remaining}\r\nx-interval-ms: 10000\r\nx-daily-limit: 200000\r\n\
         x-daily-remaining: 1234\r\n"
    );
    Answer::with(status, &headers, OK)
}

#[tokio::test]
async fn answers_and_errors_say_what_is_left() {
    let server = Server::start([told(200, 7), told(404, 6), Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    let answer = client.get_thing("7").await.expect("answers");
    let limit = answer.rate_limit().expect("told");
    assert_eq!((limit.limit(), limit.remaining()), (Some(100), Some(7)));
    assert_eq!(limit.interval(), Some(Duration::from_secs(10)));
    assert_eq!(
        (limit.daily_limit(), limit.daily_remaining()),
        (Some(200_000), Some(1234))
    );
    let error: Error<Fault> = client.get_thing("7").await.expect_err("none");
    assert_eq!(
        error.rate_limit().and_then(|limit| limit.remaining()),
        Some(6)
    );
    let answer = client.get_thing("7").await.expect("answers");
    assert_eq!(answer.rate_limit(), None);
}

#[tokio::test]
async fn a_refusal_without_retry_after_waits_one_window() {
    let server = Server::start([told(429, 0), Answer::json(200, OK)]).await;
    let (client, clock) = Client::of(&server.url());
    client.get_thing("7").await.expect("the second time");
    assert_eq!(clock.waits(), [Duration::from_secs(10)]);
}

#[tokio::test]
async fn a_window_is_a_better_guess_than_ours_at_what_cannot_be_read() {
    for (asked, waited) in [("soon", 10), ("3", 3)] {
        let headers = format!("x-remaining: 0\r\nx-interval-ms: 10000\r\nretry-after: {asked}\r\n");
        let refused = Answer::with(429, &headers, "{}");
        let server = Server::start([refused, Answer::json(200, OK)]).await;
        let (client, clock) = Client::of(&server.url());
        client.get_thing("7").await.expect("the second time");
        assert_eq!(clock.waits(), [Duration::from_secs(waited)], "{asked}");
    }
}

#[tokio::test]
async fn a_window_longer_than_the_longest_wait_is_told_instead() {
    let headers = "x-remaining: 0\r\nx-interval-ms: 3600000\r\n";
    let server = Server::start([Answer::with(429, headers, "{}")]).await;
    let (client, clock) = Client::of(&server.url());
    let error = client.get_thing("7").await.expect_err("refused");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(clock.waits().is_empty() && error.attempts() == 1);
}

#[cfg(feature = "rate-limit")]
mod own {
    use super::*;
    use callslip_core::ErrorKind;
    use callslip_core::rt::ClientSettings;
    use std::sync::Arc;

    use crate::acme::TestClock;

    fn limited(url: &str, requests: u32, per: Duration) -> (Client, Arc<TestClock>) {
        let clock = Arc::new(TestClock::default());
        let settings = ClientSettings::default()
            .base_url(url)
            .clock(clock.clone())
            .rate_limit(requests, per);
        (Client::build(settings).expect("builds"), clock)
    }

    #[tokio::test]
    async fn clones_share_it_and_calls_wait_their_turn() {
        let server = Server::start([Answer::json(200, OK)]).await;
        let (client, clock) = limited(&server.url(), 2, Duration::from_secs(60));
        let clone = client.clone();
        client.get_thing("7").await.expect("at once");
        clone.get_thing("7").await.expect("after a wait");
        client.get_thing("7").await.expect("after another");
        assert_eq!(clock.waits(), [Duration::from_secs(30); 2]);
    }

    #[tokio::test]
    async fn repeats_wait_their_turn_as_well() {
        let server = Server::start([Answer::json(503, "{}"), Answer::json(200, OK)]).await;
        let (client, clock) = limited(&server.url(), 1, Duration::from_secs(60));
        let answer = client.get_thing("7").await.expect("the second time");
        assert_eq!(answer.attempts(), 2);
        // The retry's own wait counts towards it.
        assert_eq!(
            clock.waits().iter().sum::<Duration>(),
            Duration::from_secs(60)
        );
    }

    #[tokio::test]
    async fn what_the_service_says_is_left_is_kept_to() {
        let server = Server::start([told(200, 1), Answer::json(200, OK)]).await;
        let (client, clock) = limited(&server.url(), 1_000_000, Duration::from_secs(1));
        client.get_thing("7").await.expect("answers");
        client.get_thing("7").await.expect("the one that is left");
        assert!(clock.waits().iter().sum::<Duration>() < Duration::from_secs(1));
        client.get_thing("7").await.expect("in the next window");
        let waited = clock.waits().iter().sum::<Duration>();
        assert!(waited >= Duration::from_secs(10), "{waited:?}");
    }

    #[tokio::test]
    async fn a_refusal_holds_the_other_calls_too() {
        let refusal = Answer::with(429, "retry-after: 61\r\n", "{}");
        let server = Server::start([refusal, Answer::json(200, OK)]).await;
        let (client, clock) = limited(&server.url(), 1_000_000, Duration::from_secs(1));
        let error = client
            .get_thing("7")
            .await
            .expect_err("longer than the longest");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
        client.get_thing("7").await.expect("after it");
        assert!(clock.waits().iter().sum::<Duration>() >= Duration::from_secs(61));
    }

    fn sound(headers: &str) -> Answer {
        Answer::with(
            200,
            &format!("content-type: audio/mpeg\r\n{headers}"),
            "ID3",
        )
    }

    async fn download(client: &Client, link: &str) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let done = client.download(link).to_writer(&mut bytes).await;
        done.map(|_| bytes)
    }

    #[tokio::test]
    async fn what_a_download_is_told_is_left_is_kept_to() {
        let left = "x-remaining: 1\r\nx-interval-ms: 10000\r\n";
        let provider = Server::start([sound(left), Answer::json(200, OK)]).await;
        let (client, clock) = limited(&provider.url(), 1_000_000, Duration::from_secs(1));
        let link = format!("{}/1.mp3", provider.url());
        download(&client, &link).await.expect("a file");
        client.get_thing("7").await.expect("the one that is left");
        assert!(clock.waits().iter().sum::<Duration>() < Duration::from_secs(1));
        client.get_thing("7").await.expect("in the next window");
        let waited = clock.waits().iter().sum::<Duration>();
        assert!(waited >= Duration::from_secs(10), "{waited:?}");
    }

    #[tokio::test]
    async fn a_refused_download_holds_the_calls_too_and_a_store_s_does_not() {
        let refusal = || Answer::with(429, "retry-after: 61\r\n", "{}");
        let provider =
            Server::start([Answer::json(200, OK), refusal(), Answer::json(200, OK)]).await;
        let store = Server::start([refusal()]).await;
        let (client, clock) = limited(&provider.url(), 1_000_000, Duration::from_secs(1));
        for (url, held) in [(store.url(), false), (provider.url(), true)] {
            let error = download(&client, &format!("{url}/1.mp3")).await;
            let error = error.expect_err("longer than the longest");
            assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
            client.get_thing("7").await.expect("after it");
            let waited = clock.waits().iter().sum::<Duration>();
            assert_eq!(waited >= Duration::from_secs(61), held, "{waited:?}");
        }
    }

    #[tokio::test]
    async fn a_refused_download_waits_one_window_as_a_call_does() {
        let server = Server::start([told(429, 0), sound("")]).await;
        let (client, clock) = Client::of(&server.url());
        let link = format!("{}/1.mp3", server.url());
        assert_eq!(
            download(&client, &link).await.expect("the second time"),
            b"ID3"
        );
        assert_eq!(clock.waits(), [Duration::from_secs(10)]);
        // What a store calls by the same names is no business of the provider's.
        let store = Server::start([told(429, 0), sound("")]).await;
        let (client, clock) = Client::of(&server.url());
        let link = format!("{}/1.mp3", store.url());
        download(&client, &link).await.expect("the second time");
        assert_eq!(clock.waits(), [Duration::from_millis(200)]);
    }

    /// A clock whose sleeps never end.
    #[derive(Debug)]
    struct Asleep;

    impl callslip_core::rt::Clock for Asleep {
        fn sleep(&self, _: Duration) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
            Box::pin(std::future::pending())
        }

        fn now(&self) -> std::time::SystemTime {
            std::time::SystemTime::UNIX_EPOCH
        }

        fn elapsed(&self) -> Duration {
            Duration::ZERO
        }
    }

    #[tokio::test]
    async fn a_turn_that_does_not_come_in_time_is_an_error() {
        let server = Server::start([Answer::json(200, OK)]).await;
        let settings = ClientSettings::default()
            .base_url(server.url())
            .clock(Arc::new(Asleep))
            .timeout(Duration::from_millis(200))
            .rate_limit(1, Duration::from_secs(3600));
        let client = Client::build(settings).expect("builds");
        client.get_thing("7").await.expect("at once");
        let error = client.get_thing("7").await.expect_err("no turn");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 0));
        assert!(error.to_string().contains("own rate limit"), "{error}");
        assert_eq!(server.received().len(), 1);
    }

    #[test]
    fn a_limit_that_cannot_be_kept_is_refused() {
        let settings = ClientSettings::default()
            .base_url("http://127.0.0.1:1")
            .rate_limit(0, Duration::from_secs(1));
        let error = Client::build(settings)
            .expect_err("none at all")
            .to_string();
        assert!(error.contains("rate_limit"), "{error}");
    }
}
