//! What the consumer gets of a page: items once, bad ones set aside, the next page ahead of time.

use std::sync::{Arc, Mutex};

use super::fake::{AT, CURSOR, Fake, OFFSET, PAGED, all, item, page};
use crate::error::ErrorKind;
use crate::json::drift::Drift;
use crate::lists::{OnRepair, Position, Proof, Reading};

#[test]
fn streams_cross_threads_and_need_no_pin() {
    fn crosses<T: Send + Unpin + futures_core::Stream>() {}
    crosses::<crate::lists::ItemStream<Fake<OFFSET>>>();
    crosses::<crate::lists::PageStream<Fake<OFFSET>>>();
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
        &page([], r#""total": 6"#),
    ]);
    let mut stream = list.stream();
    assert_eq!(all(&mut stream).await.0, [1, 2, 3, 4, 5]);
    let summary = stream.summary();
    assert_eq!((summary.delivered(), summary.duplicates()), (5, 1));
    assert_eq!(
        (
            summary.total_at_start(),
            summary.total_at_end(),
            summary.missing()
        ),
        (Some(5), Some(6), Some(1))
    );

    let list = Fake::<PAGED>::script(&[
        &page([1, 2], r#""total": 4"#),
        &page([2, 3], r#""total": 4"#),
        &page([], r#""total": 4"#),
    ]);
    let mut stream = Reading::default().keep_duplicates().stream(list);
    assert_eq!(all(&mut stream).await.0, [1, 2, 2, 3]);
    assert_eq!(
        (stream.summary().delivered(), stream.summary().duplicates()),
        (4, 1)
    );
    assert_eq!(stream.summary().missing(), Some(1), "a copy fills no gap");
}

#[tokio::test]
async fn items_whose_id_says_nothing_are_all_delivered_and_counted_as_rows() {
    let without = r#"{"id": 0, "at": "00000000-0000-4000-8000-000000000001"}"#;
    let body = format!(
        r#"{{"items": [{without}, {without}, {}], "more": false, "total": 3}}"#,
        item(1)
    );
    let mut stream = Fake::<OFFSET>::script(&[&body]).stream();
    assert_eq!(all(&mut stream).await.0, [0, 0, 1]);
    assert_eq!(*stream.summary().proof(), Proof::TotalMet);
}

#[tokio::test]
async fn an_item_that_lost_its_id_is_set_aside_and_none_is_made_up() {
    let body = r#"{"items": [{"at": "00000000-0000-4000-8000-000000000001"}], "total": 1}"#;
    let mut stream = Fake::<OFFSET>::script(&[body]).stream();
    assert!(all(&mut stream).await.0.is_empty());
    assert_eq!(stream.take_set_aside().len(), 1);
    assert_eq!(*stream.summary().proof(), Proof::TotalMet);
}

#[tokio::test]
async fn rows_of_one_page_are_never_each_others_copies() {
    let row = |note: &str| format!(r#"{{"id": 1, "at": "{AT}", "note": "{note}"}}"#);
    let body = |rows: [String; 2], total: i64| {
        format!(r#"{{"items": [{}], "total": {total}}}"#, rows.join(","))
    };
    let list = Fake::<PAGED>::script(&[
        &body([row("a"), row("b")], 4),
        // What comes again on another page is known by id and text; what changed is delivered.
        &body([row("b"), row("c")], 4),
        &body([row("a"), item(2)], 4),
        &body([item(3), item(4)], 4),
    ]);
    let mut stream = list.stream();
    let mut got = Vec::new();
    while let Some(item) = stream.try_next().await.expect("answers") {
        got.push(item.note.clone().unwrap_or_else(|| item.id.to_string()));
    }
    assert_eq!(got, ["a", "b", "c", "2", "3", "4"]);
    let summary = stream.summary();
    assert_eq!(
        (summary.delivered(), summary.duplicates(), summary.changed()),
        (6, 2, 1)
    );
    assert_eq!(*summary.proof(), Proof::TotalMet, "four ids");
}

#[tokio::test]
async fn a_list_that_only_changes_what_it_gave_does_not_go_on_for_ever() {
    let mut count = 0;
    let list = Fake::<PAGED>::new(move |_| {
        count += 1;
        Ok(format!(
            r#"{{"items": [{{"id": 1, "at": "{AT}", "note": "{count}"}}]}}"#
        ))
    });
    let (_, error) = all(&mut list.stream()).await;
    assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Paging));
    assert_eq!(list.asked().len(), 9);
}

/// Nothing had to be mended in these, so that only their text tells.
#[tokio::test]
async fn what_differs_is_told_of_an_item_that_could_be_read_as_it_is() {
    let beside = |beside: &str| format!(r#"{{"id": 7, "at": "{AT}"{beside}}}"#);
    let body = |item: &str| format!(r#"{{"items": [{item}], "total": 1}}"#);
    for (more, told) in [
        ("", &[][..]),
        (r#", "note": "a""#, &[]),
        (r#", "new": [], "note": null"#, &["/new", "/note"]),
    ] {
        let item = beside(more);
        let mut stream = Fake::<OFFSET>::script(&[&body(&item)]).stream();
        let record = stream.try_next().await.expect("answers").expect("an item");
        assert!(record.repairs().is_empty());
        let drift = record.drift();
        assert_eq!(drift.iter().map(Drift::path).collect::<Vec<_>>(), told);
    }
}

#[tokio::test]
async fn a_record_is_its_text_and_its_repairs_have_its_own_pointers() {
    let odd = format!("{{\"note\": 94.0, \"id\":  7, \"new\": [],\n\"at\": \"{AT}\" }}");
    let body = format!(r#"{{"items": [{}, {odd} ], "total": 2}}"#, item(1));
    let mut stream = Fake::<OFFSET>::script(&[&body]).stream();
    let first = stream.try_next().await.expect("answers").expect("an item");
    assert_eq!(
        (first.raw().get(), first.repairs()),
        (item(1).as_str(), &[][..])
    );
    let second = stream.try_next().await.expect("answers").expect("an item");
    assert_eq!(second.raw().get(), odd);
    assert_eq!(serde_json::to_string(&second).expect("JSON"), odd);
    assert_eq!(
        second.repairs().iter().map(Drift::path).collect::<Vec<_>>(),
        ["/note"]
    );
    assert!(second.drift().iter().any(|drift| drift.path() == "/new"));
    assert!(stream.try_next().await.expect("answers").is_none());
    let summary = stream.summary();
    assert_eq!((summary.mended(), summary.is_complete()), (1, true));
    assert!(summary.to_string().contains("1 mended"), "{summary}");

    // A page has them with the pointers of the page.
    let mut pages = Reading::default().pages(Fake::<OFFSET>::script(&[&body]));
    let page = pages.try_next().await.expect("answers").expect("a page");
    assert_eq!(page.items.len(), 2);
    assert_eq!(
        page.repairs().iter().map(Drift::path).collect::<Vec<_>>(),
        ["/items/1/note"]
    );
    assert_eq!(page.raw(), body.as_bytes());
}

#[tokio::test]
async fn mended_items_go_where_the_policy_says() {
    let odd = format!(r#"{{"id": 2, "at": "{AT}", "note": 5}}"#);
    let body = format!(
        r#"{{"items": [{}, {odd}, {}], "total": 3}}"#,
        item(1),
        item(3)
    );
    let list = Fake::<OFFSET>::script(&[&body]);
    let reading = |policy| Reading::default().on_repair(policy).stream(list.clone());

    let mut stream = reading(OnRepair::SetAside);
    assert_eq!(all(&mut stream).await.0, [1, 3]);
    let set_aside = stream.take_set_aside();
    assert_eq!(
        (set_aside[0].raw().as_ref(), set_aside[0].expected()),
        (odd.as_bytes(), "string at /note")
    );
    let summary = stream.summary();
    assert_eq!(
        (summary.mended(), summary.set_aside(), *summary.proof()),
        (1, 1, Proof::TotalMet)
    );

    let mut stream = reading(OnRepair::Fail);
    let (ids, error) = all(&mut stream).await;
    let error = error.expect("it fails");
    assert_eq!(
        (ids.len(), error.kind(), error.json_path()),
        (0, ErrorKind::Decode, Some("/items/1/note"))
    );
    assert!(error.to_string().contains("by_offset"), "{error}");
    stream.resume();
    assert!(
        all(&mut stream).await.1.is_some(),
        "until the service sends it whole"
    );
}

#[tokio::test]
async fn one_wrong_byte_costs_one_item() {
    for bad in [
        &b"{\"id\": NaN}"[..],
        b"{\"id\": 2, \"note\": \"a\nb\"}",
        b"{\"id\": 2, \"note\": \"a\xff\"}",
        b"{\"id\": 2, \"note\": \"a\"b\"}",
        b"{\"id\": \"2}",
        b"",
    ] {
        let body = [
            b"\xEF\xBB\xBF {\"items\": [",
            item(1).as_bytes(),
            b",",
            bad,
            b",",
            item(3).as_bytes(),
            b"], \"total\": 3}",
        ]
        .concat();
        let mut stream = Fake::<OFFSET>::bytes(body).stream();
        let (ids, error) = all(&mut stream).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(ids, [1, 3]);
        let set_aside = stream.take_set_aside();
        assert_eq!(
            (
                set_aside[0].raw().as_ref(),
                set_aside[0].expected(),
                set_aside[0].pointer()
            ),
            (bad, "JSON", "/items/1")
        );
        assert!(stream.summary().is_complete(), "{}", stream.summary());
    }
}

#[tokio::test]
async fn a_bad_item_is_set_aside_and_the_rest_is_delivered() {
    let bad = r#"{"id":  3, "at": "never"}"#;
    let body = |ids: [i64; 2]| {
        let [first, second] = ids.map(item);
        format!(r#"{{"items": [{first}, {bad}, {second}], "more": false, "total": 6}}"#)
    };
    // The bad one comes again on the second page.
    let list = Fake::<OFFSET>::script(&[&body([1, 2]), &body([4, 5]), &page([], "")]);
    let mut stream = list.stream();
    assert_eq!(all(&mut stream).await.0, [1, 2, 4, 5]);
    assert_eq!(
        list.asked().get(1),
        Some(&Position::Offset(3)),
        "a bad item counts in the offset"
    );
    let set_aside = stream.take_set_aside();
    assert_eq!(set_aside.len(), 1);
    assert_eq!(
        (
            set_aside[0].page(),
            set_aside[0].pointer(),
            set_aside[0].raw().as_ref()
        ),
        (1, "/items/1", bad.as_bytes())
    );
    assert!(stream.set_aside().is_empty());
    let summary = stream.summary();
    assert_eq!(
        (
            summary.delivered(),
            summary.set_aside(),
            summary.duplicates()
        ),
        (4, 1, 1)
    );
    assert_eq!(summary.missing(), Some(1), "a copy fills no gap");
}

#[tokio::test]
async fn one_wrong_token_around_the_list_costs_no_item() {
    let first = format!(r#"{{"items": [{}], "total": NaN}}"#, item(1));
    let list = || Fake::<OFFSET>::script(&[&first, &page([], "")]);
    let mut stream = list().stream();
    let (ids, error) = all(&mut stream).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(ids, [1]);
    assert_eq!(*stream.summary().proof(), Proof::EndReached);
    let mut pages = Reading::default().pages(list());
    let page = pages.try_next().await.expect("answers").expect("a page");
    assert_eq!((page.items.len(), page.repairs().len()), (1, 1));
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
async fn a_full_shelf_stops_the_stream_and_nothing_is_lost() {
    let bad = |count: i64, from: i64| {
        let items: Vec<String> = (from..from + count)
            .map(|id| format!(r#"{{"id": {id}}}"#))
            .collect();
        items.join(",")
    };
    let pages = [
        // More than there is room for, but alone.
        format!(r#"{{"items": [{}]}}"#, bad(1200, 1)),
        format!(r#"{{"items": [{}, {}]}}"#, item(5000), bad(3, 2001)),
        page([5001], ""),
        page([], ""),
    ];
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let list = Fake::<OFFSET>::script(&pages);
    let mut stream = list.stream();
    let (ids, error) = all(&mut stream).await;
    let error = error.expect("it stops");
    assert_eq!((ids.len(), error.kind()), (0, ErrorKind::Paging));
    assert!(error.to_string().contains("take_set_aside"), "{error}");
    assert_eq!((stream.set_aside().len(), list.asked().len()), (1200, 2));
    assert!(stream.next().await.is_none() && !stream.summary().is_complete());

    stream.resume();
    assert!(all(&mut stream).await.1.is_some(), "nobody took them");
    let mut taken = stream.take_set_aside();
    stream.resume();
    assert_eq!(all(&mut stream).await.0, [5000, 5001]);
    taken.extend(stream.take_set_aside());
    assert_eq!(taken.len(), 1203);
    assert_eq!(
        list.asked().len(),
        4,
        "the page was held and not asked for again"
    );
    let summary = stream.summary();
    assert_eq!((summary.set_aside(), summary.is_complete()), (1203, true));

    // Whoever takes each at once has no bound.
    let got = Arc::new(Mutex::new(0));
    let hand = Arc::clone(&got);
    let mut stream = Fake::<OFFSET>::script(&pages).stream();
    stream.set_aside_to(move |item| *hand.lock().unwrap() += usize::from(!item.raw().is_empty()));
    assert!(all(&mut stream).await.1.is_none());
    assert_eq!((*got.lock().unwrap(), stream.set_aside().len()), (1203, 0));
}

#[tokio::test]
async fn bad_items_that_come_again_and_again_are_no_progress() {
    let body = r#"{"items": [{"at": 1}, {"at": 2}]}"#;
    let list = Fake::<PAGED>::script(&[body]);
    let (_, error) = all(&mut list.stream()).await;
    assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Paging));
    assert_eq!(list.asked().len(), 2);
}

#[tokio::test]
async fn pages_come_as_they_are() {
    let list = Fake::<PAGED>::script(&[
        &page([1, 2], r#""total": 4"#),
        &page([2, 3], r#""total": 4"#),
        &page([], r#""total": 4"#),
    ]);
    let mut pages = Reading::default().pages(list);
    let mut seen = Vec::new();
    while let Some(page) = pages.try_next().await.expect("answers") {
        seen.push(page.items.iter().map(|item| item.id).collect::<Vec<_>>());
    }
    assert_eq!(seen, [&[1, 2][..], &[2, 3], &[]]);
    let summary = pages.summary();
    assert_eq!(
        (
            summary.delivered(),
            summary.duplicates(),
            summary.pages(),
            summary.missing()
        ),
        (4, 1, 3, Some(1))
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
