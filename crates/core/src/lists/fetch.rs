//! One page on its way, in a task of its own.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::list::{List, Position, failure};
use super::split::{Items, Splitter};
use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::value::ResponseValue;
use crate::http::read::ItemReader;
use crate::http::trace::in_this_span;

/// An answer without its items, and those.
pub(super) type Fetched<L> = (ResponseValue<<L as List>::Page>, Items<<L as List>::Item>);

type Outcome<L> = Result<Fetched<L>, Error<<L as List>::Error>>;

/// A page that is being fetched. A future only moves while somebody polls it, and the consumer of a stream is busy with the
/// page before; so the fetch is a task, in which the page is decoded too, and dropping this stops it.
pub(super) struct Fetch<L: List> {
    pub(super) position: Position,
    task: JoinHandle<Outcome<L>>,
}

impl<L: List> Fetch<L> {
    /// Sends `list` for a position.
    pub(super) fn start(list: &L, position: Position) -> Result<Self, Failure> {
        let refused = |what| failure::<L>(ErrorKind::InvalidRequest, what);
        let mut request = list.clone();
        if !request.go_to(&position) {
            return Err(refused(
                "not sent: the place to go on from is not one of this list",
            ));
        }
        let Ok(runtime) = Handle::try_current() else {
            return Err(refused(
                "not sent: a list is read inside a Tokio runtime, and there is none here",
            ));
        };
        let splitter = Arc::new(Splitter::<L> {
            slot: Mutex::default(),
        });
        request.options().item_reader = ItemReader(Some(splitter.clone()));
        let answer = request.fetch();
        let task = runtime.spawn(in_this_span(async move {
            let page = answer.await?;
            let items = splitter.slot().take().ok_or_else(|| {
                let what = "the answer was read in another way than that of a list";
                failure::<L>(ErrorKind::Decode, what)
            })?;
            for record in items.parts.iter().flatten() {
                page.exchange.tell(record.repairs());
            }
            Ok((page, items))
        }));
        Ok(Self { position, task })
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Outcome<L>> {
        let joined = std::task::ready!(Pin::new(&mut self.task).poll(cx));
        Poll::Ready(joined.unwrap_or_else(|error| match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // Nobody but the runtime stops the task while this is still there to be polled.
            Err(_) => {
                let what = "the runtime shut down before the page came";
                Err(failure::<L>(ErrorKind::Transport, what).into())
            }
        }))
    }
}

impl<L: List> Drop for Fetch<L> {
    fn drop(&mut self) {
        self.task.abort();
    }
}
