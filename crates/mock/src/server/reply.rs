//! What is sent for a request, and how that becomes a response.

use std::time::Duration;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};

use crate::answer::Answer;
use crate::chunks::{broken, chunked, timed};
use crate::data::{Listing, Live};
use crate::spec::EVENT_STREAM;

/// What is sent.
pub(super) struct Reply {
    pub(super) sent: Sent,
    /// Beside those that the answer has by itself.
    pub(super) headers: HeaderMap,
    /// For how long it is held back.
    pub(super) delay: Duration,
}

pub(super) enum Sent {
    Answer(Answer),
    List(StatusCode, Box<Listing>),
    Live(StatusCode, Box<Live>),
    /// The connection is closed.
    Nothing,
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Sent::Answer(answer).into()
    }
}

impl From<Sent> for Reply {
    fn from(sent: Sent) -> Self {
        Self {
            sent,
            headers: HeaderMap::new(),
            delay: Duration::ZERO,
        }
    }
}

impl Reply {
    /// 0 where nothing is answered.
    pub(super) fn status(&self) -> u16 {
        match &self.sent {
            Sent::Answer(answer) => answer.status.as_u16(),
            Sent::List(status, _) | Sent::Live(status, _) => status.as_u16(),
            Sent::Nothing => 0,
        }
    }

    pub(super) fn into_response(self) -> Response<Body> {
        let mut response = match self.sent {
            Sent::Answer(answer) => answer.into_response(),
            Sent::List(status, listing) => {
                let mut response = Response::new(chunked(listing.body()));
                *response.status_mut() = status;
                let json = HeaderValue::from_static("application/json");
                response.headers_mut().insert(CONTENT_TYPE, json);
                response
            }
            Sent::Live(status, live) => {
                let every = live.every;
                let mut response = Response::new(timed(live.events(), every));
                *response.status_mut() = status;
                let events = HeaderValue::from_static(EVENT_STREAM);
                response.headers_mut().insert(CONTENT_TYPE, events);
                response
            }
            Sent::Nothing => Response::new(broken()),
        };
        response.headers_mut().extend(self.headers);
        response
    }
}
