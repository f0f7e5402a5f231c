//! The handle of a running mock.

use std::fmt;
use std::net::Ipv4Addr;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};

use crate::answer::{Answer, Content};
use crate::answered::{Answered, Listener};
use crate::error::MockError;
use crate::provider::Provider;
use crate::rate_limit::Limit;
use crate::record::RecordedRequest;
use crate::server::{Behaviour, Server, Shared};
use crate::spec::{Credentials, Operation, Spec};

/// A running mock of one provider. It stops when it is dropped: after that nothing listens on its port.
///
/// It stands for its base URL: it displays as that, and is one wherever a `&str` is asked for.
///
/// Operations are named as the SDKs name their methods: `get_call`, `get_call_log`.
#[must_use = "a mock stops when it is dropped"]
pub struct Mock {
    provider: Option<Provider>,
    base_url: String,
    shared: Arc<Shared>,
    server: Server,
}

impl Mock {
    /// Starts a mock on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// [`MockError::Listen`] or [`MockError::Thread`], if the system gives no port or no thread.
    pub async fn start(provider: Provider) -> Result<Self, MockError> {
        Self::builder(provider).start().await
    }

    /// For another address, or to take only one credential.
    pub fn builder(provider: Provider) -> MockBuilder {
        MockBuilder::new(Api::Ours(provider))
    }

    /// A mock of a provider of your own: of what `callslip-codegen` makes of its spec for a mock, which is `Sdk::mock`, or the file of
    /// `callslip-codegen make --mock FILE`.
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// let made = std::fs::read_to_string("mock.json")?;
    /// let mock = callslip_mock::Mock::of_spec(made).start().await?;
    /// println!("{mock}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn of_spec(made: impl Into<String>) -> MockBuilder {
        MockBuilder::new(Api::Theirs(made.into()))
    }

    /// What to give to the SDK's `base_url`: `http://127.0.0.1:PORT` and the path prefix that the provider's API has.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Whose API this is, unless it is a provider of your own.
    pub fn provider(&self) -> Option<Provider> {
        self.provider
    }

    /// Answers every good request for an operation with this status and JSON body, until told otherwise.
    ///
    /// A request that the spec does not let through is still refused. The body is sent as `application/json` whether it
    /// is JSON or not, so that broken answers can be told as well.
    ///
    /// # Errors
    ///
    /// [`MockError::UnknownOperation`], which names those there are, or [`MockError::InvalidStatus`].
    pub fn respond_with(
        &self,
        operation_id: &str,
        status: u16,
        body: impl Into<Vec<u8>>,
    ) -> Result<(), MockError> {
        let answer = told(status, body)?;
        let operation = self.operation(operation_id)?;
        self.shared.script().always(&operation.id, answer);
        Ok(())
    }

    /// The same for one request only. Several of them queue up, and come before what [`respond_with`](Self::respond_with) told.
    ///
    /// # Errors
    ///
    /// As those of [`respond_with`](Self::respond_with).
    pub fn respond_once(
        &self,
        operation_id: &str,
        status: u16,
        body: impl Into<Vec<u8>>,
    ) -> Result<(), MockError> {
        let answer = told(status, body)?;
        let operation = self.operation(operation_id)?;
        self.shared.script().once(&operation.id, answer);
        Ok(())
    }

    /// Answers every good request for an operation with this status and the spec's own example for it, until told otherwise.
    ///
    /// Of the successes there is one example; of the errors the one named for the status, or else the first of its class.
    ///
    /// # Errors
    ///
    /// As those of [`respond_with`](Self::respond_with).
    pub fn respond_with_status(&self, operation_id: &str, status: u16) -> Result<(), MockError> {
        let status = final_status(status)?;
        let operation = self.operation(operation_id)?;
        let content = if status.is_success() {
            operation.success.1.clone()
        } else {
            operation.error(status)
        };
        self.shared
            .script()
            .always(&operation.id, Answer::new(status, content));
        Ok(())
    }

    /// Holds back every answer from now on for so long.
    pub fn delay(&self, delay: Duration) {
        self.shared.script().delay = delay;
    }

    /// Lets so many whole seconds pass at once: what is late comes, links expire. What was made up before keeps its times.
    pub fn pass_time(&self, time: Duration) {
        self.shared.data.pass(time);
    }

    /// Forgets everything told and every request.
    pub fn reset(&self) {
        *self.shared.script() = Default::default();
        *self.shared.log() = Default::default();
    }

    /// The last requests, oldest first, refused ones included.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.log().requests()
    }

    /// How many records a list has by now, those that came in front included; `None` if the operation is no list that
    /// [`calls`](MockBuilder::calls) makes longer.
    ///
    /// # Errors
    ///
    /// [`MockError::UnknownOperation`], which names those there are.
    pub fn records(&self, operation_id: &str) -> Result<Option<u64>, MockError> {
        let operation = self.operation(operation_id)?;
        Ok(self.shared.data.count(&operation.id))
    }

    /// Stops: takes no more connections, lets answers that are under way finish for up to two seconds, and returns when
    /// the port is free. Dropping a mock does the same without waiting for answers.
    pub async fn shutdown(self) {
        self.server.shutdown().await;
    }

    fn operation(&self, operation_id: &str) -> Result<&Operation, MockError> {
        let operations = &self.shared.spec.operations;
        let found = operations
            .iter()
            .find(|operation| operation.id == operation_id);
        found.ok_or_else(|| MockError::UnknownOperation {
            operation_id: operation_id.to_owned(),
            known: operations
                .iter()
                .map(|operation| operation.id.clone())
                .collect(),
        })
    }
}

fn told(status: u16, body: impl Into<Vec<u8>>) -> Result<Answer, MockError> {
    let status = final_status(status)?;
    Ok(Answer::new(status, Content::json(Bytes::from(body.into()))))
}

fn final_status(status: u16) -> Result<StatusCode, MockError> {
    let code = StatusCode::from_u16(status).ok();
    code.filter(|code| !code.is_informational())
        .ok_or(MockError::InvalidStatus { status })
}

impl Deref for Mock {
    type Target = str;

    fn deref(&self) -> &str {
        &self.base_url
    }
}

impl AsRef<str> for Mock {
    fn as_ref(&self) -> &str {
        &self.base_url
    }
}

impl fmt::Display for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.base_url)
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Mock");
        shown
            .field("provider", &self.provider)
            .field("base_url", &self.base_url);
        shown.finish_non_exhaustive()
    }
}

/// Settings of a mock that is not started yet.
///
/// ```
/// use callslip_mock::{Mock, Provider};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), callslip_mock::MockError> {
/// let mock = Mock::builder(Provider::HighLevel).calls(1_000).seed(7).start().await?;
/// assert_eq!(mock.records("list_call_logs")?, Some(1_000));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing listens before `start`"]
pub struct MockBuilder {
    api: Api,
    host: String,
    port: u16,
    taken: Credentials,
    behaviour: Behaviour,
}

/// Whose API is served.
#[derive(Clone)]
enum Api {
    Ours(Provider),
    /// The spec with its examples, as JSON.
    Theirs(String),
}

impl fmt::Debug for Api {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ours(provider) => fmt::Debug::fmt(provider, formatter),
            Self::Theirs(_) => formatter.write_str("a spec"),
        }
    }
}

impl MockBuilder {
    fn new(api: Api) -> Self {
        Self {
            api,
            host: Ipv4Addr::LOCALHOST.to_string(),
            port: 0,
            taken: Credentials::default(),
            behaviour: Behaviour::default(),
        }
    }

    /// The port to listen on; 0, the default, takes any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The address or name to listen on; 127.0.0.1 if not told. Others can reach it only if told one that they reach.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = host.into();
        self
    }

    /// Takes this credential and no other: the API key, the token, or `name:password`.
    pub fn credentials(mut self, only: impl Into<String>) -> Self {
        self.taken = Credentials::Only(only.into());
        self
    }

    /// Makes every list of calls (of recordings, of callouts) so long; 300 if not told. The document's own example is the oldest of
    /// them.
    ///
    /// The other records are made of the example when they are asked for, and are the same again for the same
    /// [`seed`](Self::seed). The newest comes first.
    pub fn calls(mut self, calls: u64) -> Self {
        self.behaviour.world.calls = calls;
        self
    }

    /// Leaves the document's own example out of the lists of calls, so that all that stand in them were made within the last 90 days. By its id it
    /// can be read as ever.
    pub fn without_example(mut self) -> Self {
        self.behaviour.world.example = false;
        self
    }

    /// What the mock takes for the present, and counts the times of its calls from; the real present if not told.
    pub fn now(mut self, now: DateTime<Utc>) -> Self {
        self.behaviour.world.now = Some(now);
        self
    }

    /// Holds back every answer for so long. What [`Mock::delay`] tells a running mock comes on top.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.behaviour.latency = latency;
        self
    }

    /// Calls this with every answer, for a log, on the thread of the mock.
    pub fn on_answer(mut self, hear: impl Fn(&Answered<'_>) + Send + Sync + 'static) -> Self {
        self.behaviour.listener = Listener::new(hear);
        self
    }

    /// What the made-up data and the faults depend on; 0 if not told.
    pub fn seed(mut self, seed: u64) -> Self {
        self.behaviour.world.seed = seed;
        self
    }

    /// Shifts the pages: after each answer of a list, so many new records come in front. Fewer than a page holds, or a list
    /// by offset or page has no end.
    pub fn growing_by(mut self, records: u64) -> Self {
        self.behaviour.world.growth = records;
        self
    }

    /// Lets every n-th record stand in its list twice, one after the other; the total that the list tells counts both. 0 is none.
    pub fn twice_every(mut self, records: u64) -> Self {
        self.behaviour.world.twice_every = records;
        self
    }

    /// Puts in the place of every n-th record something that cannot be read as one. 0 is none.
    pub fn bad_every(mut self, records: u64) -> Self {
        self.behaviour.world.bad_every = records;
        self
    }

    /// Holds back every n-th answer of a list for so long. 0 is none; [`Mock::delay`] holds back all answers.
    pub fn slow_every(mut self, pages: u64, delay: Duration) -> Self {
        self.behaviour.world.slow = Some((pages, delay));
        self
    }

    /// Lets so many calls after one another have been made at the same time. 0 and 1 are none.
    pub fn equal_times(mut self, calls: u64) -> Self {
        self.behaviour.world.equal_times = calls;
        self
    }

    /// Lets every n-th call come into its list only so long after it was made; its detail is there before. 0 is none.
    pub fn late_every(mut self, calls: u64, by: Duration) -> Self {
        let by = TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
        self.behaviour.world.late = Some((calls, by));
        self
    }

    /// Lets every n-th call be another one from so long after the start on: its id and the time at which it was made stay, the rest
    /// does not. The document's own stays as it is. 0 is none.
    pub fn changed_every(mut self, calls: u64, after: Duration) -> Self {
        let after = TimeDelta::from_std(after).unwrap_or(TimeDelta::MAX);
        self.behaviour.world.changed = Some((calls, after));
        self
    }

    /// Lets every n-th call be no more from so long after the start on, in lists and when it is asked for. The document's own stays. 0
    /// is none.
    pub fn deleted_every(mut self, calls: u64, after: Duration) -> Self {
        let after = TimeDelta::from_std(after).unwrap_or(TimeDelta::MAX);
        self.behaviour.world.deleted = Some((calls, after));
        self
    }

    /// Tells times in zones that differ from call to call, where they are told as text.
    pub fn zones(mut self) -> Self {
        self.behaviour.world.zones = true;
        self
    }

    /// Lets no list give more than so many of the records that it has, as services do that end at some offset: it tells that there are
    /// no more.
    pub fn most_listed(mut self, records: u64) -> Self {
        self.behaviour.world.most_listed = Some(records);
        self
    }

    /// Lets lists that tell a total tell one that is so much too large, or, below zero, too small.
    pub fn total_off_by(mut self, records: i64) -> Self {
        self.behaviour.world.total_off_by = records;
        self
    }

    /// Lets lists take their filters and ignore them.
    pub fn filters_ignored(mut self) -> Self {
        self.behaviour.world.filters_ignored = true;
        self
    }

    /// Lets recordings and transcripts be there only so long after the end of their call; before, they are answered with 404.
    pub fn recordings_after(mut self, after: Duration) -> Self {
        let after = TimeDelta::from_std(after).unwrap_or(TimeDelta::MAX);
        self.behaviour.world.recordings_after = after;
        self
    }

    /// Lets links to recordings and transcripts be good only for so long after they were given; after it, they are answered with 403.
    /// Where the document has a time of expiry beside a link, it is that time; if nothing is told, such a link is good for as long after
    /// its call as the example's, and then renewed. The link in the document's own record of a list does not expire.
    pub fn links_expire_after(mut self, time: Duration) -> Self {
        self.behaviour.world.links_expire = TimeDelta::from_std(time).ok();
        self
    }

    /// Lets so much time pass from one event of a live stream to the next; three seconds if not told. The first comes at once.
    pub fn events_every(mut self, pause: Duration) -> Self {
        self.behaviour.world.events_every = pause;
        self
    }

    /// Ends a live stream after so many events; if not told, it goes on until nobody listens any more.
    pub fn most_events(mut self, events: u64) -> Self {
        self.behaviour.world.most_events = Some(events);
        self
    }

    /// Lets so many of a hundred good requests fail: half of them are answered with 503, and for half the connection breaks.
    /// Which ones depends on the seed.
    pub fn fault_percent(mut self, percent: u8) -> Self {
        self.behaviour.faults = percent;
        self
    }

    /// Answers so many good requests after one another with 429, each time after it answered so many.
    pub fn storms(mut self, after: u64, refused: u64) -> Self {
        self.behaviour.storms = Some((after, refused));
        self
    }

    /// Answers good requests beyond so many in a stretch of time with 429. Where the provider documents headers that tell the
    /// limit (HighLevel), every answer has them.
    pub fn rate_limit(mut self, requests: u32, stretch: Duration) -> Self {
        self.behaviour.limit = Some(Limit {
            requests,
            stretch,
            retry_after: false,
        });
        self
    }

    /// The same, and the refusals say in `Retry-After` when to come again. No provider documents that it does.
    pub fn rate_limit_with_retry_after(self, requests: u32, stretch: Duration) -> Self {
        let mut told = self.rate_limit(requests, stretch);
        if let Some(limit) = &mut told.behaviour.limit {
            limit.retry_after = true;
        }
        told
    }

    /// Starts it; when this returns, it listens.
    ///
    /// # Errors
    ///
    /// [`MockError::Listen`] if the port is taken, [`MockError::Spec`] if a spec of your own cannot be served, [`MockError::Thread`] if the system
    /// gives no thread.
    pub async fn start(self) -> Result<Mock, MockError> {
        let (provider, made) = match &self.api {
            Api::Ours(provider) => (Some(*provider), provider.embedded()),
            Api::Theirs(made) => (None, made.as_str()),
        };
        let spec = Spec::compile(made).map_err(|error| MockError::Spec {
            what: match provider {
                Some(provider) => format!("{provider}: {error}"),
                None => format!("{error}: give what callslip-codegen makes for a mock"),
            },
        })?;
        let shared = Arc::new(Shared::new(spec, self.taken, self.behaviour));
        let server = Server::start(self.host, self.port, Arc::clone(&shared)).await?;
        let address = server.address;
        Ok(Mock {
            provider,
            base_url: format!("http://{address}{}", shared.spec.base_path),
            shared,
            server,
        })
    }
}
