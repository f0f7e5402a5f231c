//! What the consumer gets of a page: items once, bad ones set aside, the next page ahead of time.

use super::fake::{CURSOR, Fake, OFFSET, PAGED, all, item, page};
use crate::paging::{Position, Reading};

#[test]
fn streams_cross_threads_and_need_no_pin() {
    fn crosses<T: Send + Unpin + futures_core::Stream>() {}
    crosses::<crate::paging::ItemStream<Fake<OFFSET>>>();
    crosses::<crate::paging::PageStream<Fake<OFFSET>>>();
}

#[tokio::test]
async fn the_next_page_is_asked_for_before_this_one_is_read() {
    let list = Fake::<OFFSET>::script(&[
        &page([1, 2], r#""total": 4"#),
        &page([3, 4], r#""total": 4"#),
    ]);
    let mut stream = list.stream();
    assert!(
        list.asked().is_empty(),
        "nothing is sent before somebody reads"
    );
    stream.next().await.expect("an item").expect("a good one");
    // The consumer is at its first item and asks for nothing more.
    tokio::task::yield_now().await;
    assert_eq!(list.asked(), [Position::Start, Position::Offset(2)]);
    drop(stream);
}

#[tokio::test]
async fn items_that_come_again_are_delivered_once_unless_told_otherwise() {
    let list = Fake::<PAGED>::script(&[
        &page([1, 2], r#""total": 5"#),
        // One came in at the front.
        &page([2, 3], r#""total": 6"#),
        &page([4, 5], r#""total": 6"#),
    ]);
    let mut stream = list.stream();
    assert_eq!(all(&mut stream).await.0, [1, 2, 3, 4, 5]);
    let summary = stream.summary();
    assert_eq!((summary.delivered, summary.duplicates), (5, 1));
    assert_eq!(
        (
            summary.total_at_start,
            summary.total_at_end,
            summary.missing()
        ),
        (Some(5), Some(6), Some(1))
    );

    let list = Fake::<PAGED>::script(&[
        &page([1, 2], r#""total": 4"#),
        &page([2, 3], r#""total": 4"#),
    ]);
    let mut stream = Reading::default().keep_duplicates().stream(list);
    assert_eq!(all(&mut stream).await.0, [1, 2, 2, 3]);
    assert_eq!(
        (stream.summary().delivered, stream.summary().duplicates),
        (4, 1)
    );
    assert_eq!(stream.summary().missing(), Some(1), "a copy fills no gap");
}

#[tokio::test]
async fn items_without_an_id_are_all_delivered() {
    // Mended: 0 stands in for the ids.
    let without = r#"{"at": "2024-01-01T00:00:00Z"}"#;
    let body = format!(
        r#"{{"items": [{without}, {without}, {}], "more": false, "total": 3}}"#,
        item(1)
    );
    let mut stream = Fake::<OFFSET>::script(&[&body]).stream();
    assert_eq!(all(&mut stream).await.0, [0, 0, 1]);
    assert!(stream.summary().is_complete());
}

#[tokio::test]
async fn a_bad_item_is_set_aside_and_the_rest_is_delivered() {
    let bad = r#"{"id":  3, "at": "never"}"#;
    let body = |ids: [i64; 2]| {
        let [first, second] = ids.map(item);
        format!(r#"{{"items": [{first}, {bad}, {second}], "more": false, "total": 6}}"#)
    };
    // The bad one comes again on the second page.
    let list = Fake::<OFFSET>::script(&[&body([1, 2]), &body([4, 5])]);
    let mut stream = list.stream();
    assert_eq!(all(&mut stream).await.0, [1, 2, 4, 5]);
    assert_eq!(
        list.asked().last(),
        Some(&Position::Offset(3)),
        "a bad item counts in the offset"
    );
    let set_aside = stream.take_set_aside();
    assert_eq!(set_aside.len(), 1);
    assert_eq!(
        (
            set_aside[0].page(),
            set_aside[0].pointer(),
            set_aside[0].raw()
        ),
        (1, "/items/1", bad)
    );
    assert!(stream.set_aside().is_empty());
    let summary = stream.summary();
    assert_eq!(
        (summary.delivered, summary.set_aside, summary.duplicates),
        (4, 1, 1)
    );
    assert_eq!(summary.missing(), Some(1), "a copy fills no gap");
}

#[tokio::test]
async fn a_bad_last_item_still_says_where_to_go_on() {
    let bad = format!(
        r#"{{"items": [{}, {{"id": 2, "at": 3}}], "more": true}}"#,
        item(1)
    );
    let list = Fake::<CURSOR>::script(&[&bad, &page([3], r#""more": false"#)]);
    assert_eq!(all(&mut list.stream()).await.0, [1, 3]);
    assert_eq!(
        list.asked(),
        [Position::Start, Position::After("2".to_owned())]
    );
}

#[tokio::test]
async fn what_nobody_takes_is_counted_and_the_reading_is_not_complete() {
    let bad = vec![r#"{"id": 0}"#; 1001].join(",");
    let body = format!(r#"{{"items": [{bad}], "more": false}}"#);
    let mut stream = Fake::<OFFSET>::script(&[&body, &page([], "")]).stream();
    all(&mut stream).await;
    let summary = stream.summary();
    assert_eq!((summary.set_aside, summary.set_aside_dropped), (1001, 1));
    assert_eq!(
        (stream.set_aside().len(), summary.is_complete()),
        (1000, false)
    );
}

#[tokio::test]
async fn pages_come_as_they_are() {
    let list = Fake::<PAGED>::script(&[
        &page([1, 2], r#""total": 4"#),
        &page([2, 3], r#""total": 4"#),
    ]);
    let mut pages = Reading::default().pages(list);
    let mut seen = Vec::new();
    while let Some(page) = pages.try_next().await.expect("answers") {
        seen.push(page.items.iter().map(|item| item.id).collect::<Vec<_>>());
    }
    assert_eq!(seen, [[1, 2], [2, 3]]);
    let summary = pages.summary();
    assert_eq!(
        (
            summary.delivered,
            summary.duplicates,
            summary.pages,
            summary.missing()
        ),
        (4, 1, 2, Some(1))
    );
}

#[tokio::test]
async fn a_panic_in_a_call_reaches_the_consumer() {
    let list = Fake::<OFFSET>::new(|_| panic!("in the call"));
    let joined = tokio::spawn(async move { list.stream().next().await.is_some() }).await;
    assert!(joined.expect_err("it panicked").is_panic());
}

#[test]
fn without_a_runtime_there_is_an_error_and_no_panic() {
    use std::pin::Pin;
    use std::task::{Context, Poll, Waker};

    use futures_core::Stream;

    let mut stream = Fake::<OFFSET>::script(&[""]).stream();
    let mut context = Context::from_waker(Waker::noop());
    match Pin::new(&mut stream).poll_next(&mut context) {
        Poll::Ready(Some(Err(error))) => assert!(error.to_string().contains("Tokio"), "{error}"),
        other => panic!("{:?}", other.is_ready()),
    }
    assert!(matches!(
        Pin::new(&mut stream).poll_next(&mut context),
        Poll::Ready(None)
    ));
}
