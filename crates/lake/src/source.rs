//! What the lake needs of a service: its list of calls, and each call by its id.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::ops::{ControlFlow, Range};
use std::pin::Pin;
use std::sync::Arc;

use callslip_calls::{Call, Recording, Turn};
use callslip_core::{Error, ErrorKind};
use chrono::{DateTime, Utc};
use tokio::io::AsyncWrite;

/// An answer of a source, some day.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, SourceError>> + Send + 'a>>;

/// One account of a service. Those that are known come from [`sources::open`](crate::sources::open); whatever else has calls is a source
/// like them, and proved like them: a service without an SDK here, a database, files.
///
/// ```
/// use callslip_lake::{
///     Answer, Call, Grade, Lake, LakeError, Listed, Query, Reach, Selection, Settings, Source, Sources, Take,
/// };
///
/// /// Calls that are known by their ids, all of them.
/// struct Known(Vec<&'static str>);
///
/// impl Source for Known {
///     fn provider(&self) -> &'static str {
///         "ours"
///     }
///
///     fn reach(&self) -> Reach {
///         Reach::Seeded(["team=1".to_owned()].into()) // and by a time where the list can be asked for one
///     }
///
///     fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
///         Box::pin(async move {
///             assert_eq!(query.seed.as_deref(), Some("team=1"));
///             let calls = self.0.iter().map(|id| {
///                 let mut call = Call::new("ours", *id);
///                 call.is_final = Some(true);
///                 call.raw = format!(r#"{{"id": "{id}"}}"#).into(); // by this it is told whether a call has changed
///                 call
///             });
///             let _enough = take(calls.collect());
///             Ok(Listed { ended: true, total_met: true, requests: 1, ..Listed::default() })
///         })
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), LakeError> {
/// # let place = std::env::temp_dir().join(format!("callslip-source-{}", std::process::id()));
/// # let place = place.as_path();
/// let since = "2026-01-01T00:00:00Z".parse().expect("a time");
/// let lake = Lake::init(place, Settings::new(since, ["team=ours"])?).await?;
/// let mut sources = Sources::new();
/// sources.insert("team".to_owned(), Box::new(Known(vec!["a", "b"])));
/// lake.run(&sources, &Selection::default(), 1, &|_| ()).await?;
/// let windows = lake.windows().await?;
/// assert_eq!((windows[0].calls, windows[0].proof), (2, Grade::Total));
/// # std::fs::remove_dir_all(place).expect("a folder");
/// # Ok(())
/// # }
/// ```
pub trait Source: Send + Sync {
    /// The service, as in `diga`.
    fn provider(&self) -> &'static str;

    /// What tells this account of the service from its others, by name, as in `location_id`; nothing where the credential alone does. A source
    /// under whose name calls of another account were read is refused: what is known of those would be taken for proof of these.
    fn account(&self) -> BTreeMap<String, String> {
        BTreeMap::new()
    }

    /// How its calls can be listed.
    fn reach(&self) -> Reach;

    /// What else can be asked of it. What it is not able to do, is not asked.
    fn abilities(&self) -> Abilities {
        Abilities::default()
    }

    /// The time by which a call stands in a window: that which the list goes by.
    fn placed(&self, call: &Call<'_>) -> Option<DateTime<Utc>> {
        call.created_at
    }

    /// Lists what `query` asks for and gives the calls to `take` as they come, some at a time, to the end or until `take` has enough. What
    /// came before an error is given, too. A call may come more than once.
    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed>;

    /// A call by its id; `None` where the service says that there is no such call (404), and for nothing else.
    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        let _ = id;
        unable("a call by its id")
    }

    /// What was said in a call, where that is told apart from the call's record; empty where nothing is told.
    fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn<'static>>> {
        let _ = id;
        unable("what was said in a call")
    }

    /// The recordings of a call, where they are told apart from the call's record, with fresh links.
    fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {
        let _ = id;
        unable("the recordings of a call")
    }

    /// What a link to a recording leads to, written to `to`; its media type, if one is told. An error, a page or nothing in the place of
    /// a recording is an error of the kind [`WrongContent`](ErrorKind::WrongContent).
    fn download<'a>(&'a self, link: &'a Link, to: &'a mut Sink) -> Answer<'a, Option<String>> {
        let _ = (link, to);
        unable("what a link leads to")
    }
}

/// Whose calls a source has, as the settings are given on the command line.
pub(crate) fn account(source: &dyn Source) -> String {
    let values = source.account().into_iter();
    let values = values.map(|(name, value)| format!("{name}={value}"));
    let values = values.collect::<Vec<_>>().join(",");
    match values.is_empty() {
        true => source.provider().to_owned(),
        false => format!("{}:{values}", source.provider()),
    }
}

/// The answer to what a source is not able to tell, or says that it can and does not.
fn unable<'a, T: Send + 'a>(what: &'static str) -> Answer<'a, T> {
    let why = format!("this source does not tell {what}");
    Box::pin(std::future::ready(Err(SourceError::new(
        ErrorKind::InvalidRequest,
        why,
    ))))
}

/// Who takes the calls of a list, as long as there is room for them.
pub type Take<'a> = dyn FnMut(Vec<Call<'_>>) -> ControlFlow<()> + Send + 'a;

/// Where a recording is written to.
pub type Sink = dyn AsyncWrite + Send + Unpin;

/// A link to a recording. Its `Debug` does not show it.
#[derive(Clone)]
pub struct Link {
    /// The link: it often opens without a credential.
    pub url: String,
    /// Until when it is good, if that is told.
    pub expires_at: Option<DateTime<Utc>>,
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Link")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// How the calls of a service can be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reach {
    /// By a time of theirs, which [`Source::placed`] tells of each.
    Windowed,
    /// Only by something that calls belong to; these are all that are asked for.
    Seeded(Arc<[String]>),
    /// All at once.
    Snapshot,
}

/// What else can be asked of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// The list tells how many calls there are.
    pub total: bool,
    /// The list comes in either order.
    pub either_order: bool,
    /// A call can be read by its id.
    pub get: bool,
    /// A call that is read by its id tells more than the list does.
    pub details: bool,
    /// Turns are told apart from the call's record.
    pub turns: bool,
    /// Recordings are told apart from the call's record.
    pub recordings: bool,
    /// The list does not go on: no more calls come than are asked for, and nothing tells whether there are more.
    pub bounded: bool,
    /// How many calls a page holds at most, where the list has pages, or come at all.
    pub page_size: Option<u32>,
}

/// What is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Of a windowed source: the time between. Whether its ends belong to it is for the service to say.
    pub window: Option<Range<DateTime<Utc>>>,
    /// Of a seeded source: whose calls.
    pub seed: Option<String>,
    /// In the other order than usual, where the source can.
    pub reversed: bool,
    /// How many calls a page is to hold, where it is not the most that the service gives.
    pub page_size: Option<u32>,
}

/// How a list ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// As many different calls were met as the service says that there are, and it said the same at the start and at the end.
    pub total_met: bool,
    /// The service said that there is no more, or nothing more came. Never said of a list that is known to be short.
    pub ended: bool,
    /// How many calls the service told of that did not come.
    pub missing: u64,
    /// As many came as can come at all: there may be more.
    pub full: bool,
    /// Items that could not be read as calls.
    pub set_aside: u64,
    /// How many requests it took.
    pub requests: u64,
}

/// Why a source did not answer.
///
/// ```
/// use callslip_lake::{ErrorKind, SourceError};
///
/// let error = SourceError::new(ErrorKind::UnexpectedStatus, "the database is down").with_status(503);
/// assert_eq!((error.status(), error.to_string().as_str()), (Some(503), "the database is down"));
/// ```
#[derive(Clone, Debug)]
pub struct SourceError {
    kind: ErrorKind,
    status: Option<u16>,
    text: String,
}

impl SourceError {
    /// An error that is no library's own.
    pub fn new(kind: ErrorKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            status: None,
            text: text.into(),
        }
    }

    /// The same, of an answer with this status.
    #[must_use]
    pub const fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// What kind of error it is.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The status of the answer, if there was one.
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.status
    }
}

impl<E> From<Error<E>> for SourceError {
    fn from(error: Error<E>) -> Self {
        Self {
            kind: error.kind(),
            status: error.status().map(|status| status.as_u16()),
            text: error.to_string(),
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for SourceError {}
