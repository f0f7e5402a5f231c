//! Recordings and transcripts, whole or in part (RFC 9110, 14).

use axum::http::header::{ACCEPT_RANGES, CONTENT_RANGE, ETAG, IF_NONE_MATCH, IF_RANGE, RANGE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use bytes::Bytes;

use super::reply::Reply;
use crate::answer::{Answer, Content};
use crate::data::{Data, Media};
use crate::incoming::query_pairs;

/// The answer, if the path is one of recordings and transcripts.
pub(super) fn reply(data: &Data, head: &Parts) -> Option<Reply> {
    let found = data.media(head.uri.path())?;
    if head.method != Method::GET && head.method != Method::HEAD {
        let mut answer = Answer::plain(
            StatusCode::METHOD_NOT_ALLOWED,
            "this path has no such method",
        );
        answer.allow = Some("GET, HEAD".to_owned());
        return Some(answer.into());
    }
    let query = query_pairs(&head.uri);
    let expires = query.iter().find(|(name, _)| name == "expires");
    let expires = expires.and_then(|(_, at)| at.parse::<i64>().ok());
    if expires.is_some_and(|expires| expires < data.now().timestamp()) {
        return Some(Answer::plain(StatusCode::FORBIDDEN, "the link has expired").into());
    }
    Some(match found {
        None => Answer::plain(StatusCode::NOT_FOUND, "no call of the list has this id").into(),
        Some(media) => whole_or_part(media, &head.headers),
    })
}

fn whole_or_part(media: Media, headers: &HeaderMap) -> Reply {
    let asked = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let length = media.bytes.len();
    // The bytes are always the same for the same call.
    let tag = format!("\"{length:x}-{:x}\"", media.version);
    if asked(IF_NONE_MATCH).is_some_and(|known| known.contains(&tag) || known == "*") {
        let answer = Answer::new(StatusCode::NOT_MODIFIED, Content::default());
        return with(answer.into(), &[(ETAG, tag)]);
    }
    let is_same = asked(IF_RANGE).is_none_or(|known| known == tag);
    let part = asked(RANGE)
        .filter(|_| is_same)
        .map_or(Part::Whole, |range| part(range, length));
    let (status, bytes, range) = match part {
        Part::Whole => (StatusCode::OK, media.bytes, None),
        Part::Of(first, last) => {
            let range = format!("bytes {first}-{last}/{length}");
            let bytes = media.bytes.slice(first..=last);
            (StatusCode::PARTIAL_CONTENT, bytes, Some(range))
        }
        Part::Outside => {
            let range = format!("bytes */{length}");
            (StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new(), Some(range))
        }
    };
    let content = Content {
        media_type: (!bytes.is_empty()).then(|| media.media_type.to_owned()),
        body: bytes,
    };
    let mut told = vec![(ETAG, tag), (ACCEPT_RANGES, "bytes".to_owned())];
    told.extend(range.map(|range| (CONTENT_RANGE, range)));
    with(Answer::new(status, content).into(), &told)
}

fn with(mut reply: Reply, told: &[(HeaderName, String)]) -> Reply {
    for (name, value) in told {
        if let Ok(value) = HeaderValue::try_from(value) {
            reply.headers.insert(name, value);
        }
    }
    reply
}

/// What of a body is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    /// First and last byte.
    Of(usize, usize),
    Outside,
}

/// One stretch is served; several, or what cannot be read, get the whole.
fn part(range: &str, length: usize) -> Part {
    let asked = range
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'));
    let last = length.saturating_sub(1);
    let number = |text: &str| text.parse::<usize>().ok();
    match asked {
        Some(("", end)) => match number(end) {
            Some(0) => Part::Outside,
            Some(count) => Part::Of(length.saturating_sub(count), last),
            None => Part::Whole,
        },
        Some((start, end)) => match (number(start), number(end)) {
            (Some(first), _) if first > last => Part::Outside,
            (Some(first), None) if end.is_empty() => Part::Of(first, last),
            (Some(first), Some(end)) if end >= first => Part::Of(first, end.min(last)),
            _ => Part::Whole,
        },
        None => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, part};

    #[test]
    fn stretches() {
        for (range, wanted) in [
            ("bytes=0-4", Part::Of(0, 4)),
            ("bytes=5-", Part::Of(5, 9)),
            ("bytes=5-100", Part::Of(5, 9)),
            ("bytes=-3", Part::Of(7, 9)),
            ("bytes=-30", Part::Of(0, 9)),
            ("bytes=10-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=4-2", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("items=0-1", Part::Whole),
        ] {
            assert_eq!(part(range, 10), wanted, "{range}");
        }
    }
}
