//! Going on: after an error in the same stream, after a crash in another one.

use std::sync::{Arc, Mutex};

use super::fake::{CURSOR, Fake, OFFSET, PAGED, UNPAGED, all, page};
use super::shifting::answer;
use crate::error::ErrorKind;
use crate::lists::{Cursor, Position, Proof, Reading};

/// A list in memory that tests change between requests.
type Shared = Arc<Mutex<Vec<i64>>>;

fn list<const KIND: u8>(ids: impl IntoIterator<Item = i64>) -> (Shared, Fake<KIND>) {
    let shared: Shared = Arc::new(Mutex::new(ids.into_iter().collect()));
    let items = Arc::clone(&shared);
    let size = if KIND == UNPAGED { 100 } else { 3 };
    let fake = Fake::new(move |at| Ok(answer(&items.lock().unwrap(), at, size)));
    (shared, fake)
}

async fn take<const KIND: u8>(fake: &Fake<KIND>, count: usize) -> (Vec<i64>, Cursor) {
    let mut stream = fake.stream();
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.push(
            stream
                .try_next()
                .await
                .expect("answers")
                .expect("an item")
                .id,
        );
    }
    // Over its text, as after a crash.
    (ids, stream.cursor().to_string().parse().expect("a cursor"))
}

async fn rest<const KIND: u8>(fake: &Fake<KIND>, cursor: Cursor) -> Vec<i64> {
    let mut stream = Reading::default().resume_from(cursor).stream(fake.clone());
    let (ids, error) = all(&mut stream).await;
    assert!(error.is_none(), "{error:?}");
    assert!(stream.summary().is_complete(), "{}", stream.summary());
    ids
}

async fn goes_on_after_every_item<const KIND: u8>() {
    for count in 0..=10 {
        let (_, fake) = list::<KIND>(1..=10);
        let (mut ids, cursor) = take(&fake, count).await;
        ids.extend(rest(&fake, cursor).await);
        assert_eq!(
            ids,
            (1..=10).collect::<Vec<_>>(),
            "kind {KIND}, after {count}"
        );
    }
}

#[tokio::test]
async fn a_cursor_is_valid_after_every_item() {
    goes_on_after_every_item::<OFFSET>().await;
    goes_on_after_every_item::<PAGED>().await;
    goes_on_after_every_item::<CURSOR>().await;
    goes_on_after_every_item::<UNPAGED>().await;
}

#[tokio::test]
async fn a_cursor_finds_its_place_in_a_list_that_shifted() {
    for change in [-7, -4, -1, 1, 4, 40] {
        let (items, fake) = list::<OFFSET>(100..160);
        let (_, cursor) = take(&fake, 20).await;
        {
            let mut items = items.lock().unwrap();
            if change < 0 {
                items.drain(..usize::try_from(-change).unwrap());
            } else {
                items.splice(..0, 0..change);
            }
        }
        assert_eq!(
            rest(&fake, cursor).await,
            (120..160).collect::<Vec<_>>(),
            "{change}"
        );
    }
}

#[tokio::test]
async fn a_cursor_survives_that_its_last_item_is_deleted() {
    let (items, fake) = list::<PAGED>(1..=10);
    let (_, cursor) = take(&fake, 5).await;
    items.lock().unwrap().retain(|id| *id != 5);
    assert_eq!(rest(&fake, cursor).await, [6, 7, 8, 9, 10]);
}

#[tokio::test]
async fn a_cursor_whose_items_are_all_gone_loses_nothing() {
    let (items, fake) = list::<PAGED>(1..=10);
    let (_, cursor) = take(&fake, 8).await;
    items.lock().unwrap().retain(|id| !(6..=8).contains(id));
    assert_eq!(rest(&fake, cursor).await, [1, 2, 3, 4, 5, 9, 10]);
}

#[tokio::test]
async fn a_cursor_at_the_end_delivers_what_came_since() {
    let (items, fake) = list::<OFFSET>(1..=5);
    let (_, cursor) = take(&fake, 5).await;
    items.lock().unwrap().extend([6, 7]);
    assert_eq!(rest(&fake, cursor).await, [6, 7]);
}

#[tokio::test]
async fn pages_go_on_after_the_last_one() {
    let (_, fake) = list::<PAGED>(1..=10);
    let mut pages = Reading::default().pages(fake.clone());
    for _ in 0..2 {
        pages.try_next().await.expect("answers").expect("a page");
    }
    let mut pages = Reading::default().resume_from(pages.cursor()).pages(fake);
    let mut first = Vec::new();
    while let Some(page) = pages.try_next().await.expect("answers") {
        first.push(page.items.first().map(|item| item.id));
    }
    // Where pages are counted, only an empty one is the end of what is left.
    assert_eq!(first, [Some(7), Some(10), None]);
    assert!(pages.summary().is_complete(), "{}", pages.summary());
}

#[tokio::test]
async fn an_error_in_the_middle_costs_nothing() {
    let mut fails = true;
    let fake = Fake::<OFFSET>::new(move |at| {
        if *at == Position::Offset(3) && std::mem::take(&mut fails) {
            return Err(503);
        }
        Ok(answer(&(1..=7).collect::<Vec<_>>(), at, 3))
    });
    let mut stream = fake.stream();
    let (mut ids, error) = all(&mut stream).await;
    assert_eq!(
        (
            ids.as_slice(),
            error
                .and_then(|error| error.status())
                .map(|status| status.as_u16())
        ),
        (&[1, 2, 3][..], Some(503))
    );
    assert!(
        stream.next().await.is_none(),
        "a consumer that goes past errors is not kept busy"
    );
    assert!(!stream.summary().is_complete());
    assert_eq!(rest(&fake, stream.cursor()).await, [4, 5, 6, 7]);
    stream.resume();
    ids.extend(all(&mut stream).await.0);
    assert_eq!(ids, [1, 2, 3, 4, 5, 6, 7]);
    assert!(stream.summary().is_complete(), "{}", stream.summary());
}

#[tokio::test]
async fn what_led_nowhere_can_be_tried_again() {
    let fake = Fake::<CURSOR>::script(&[
        &page([1], r#""more": true, "last": 1"#),
        &page([2], r#""more": true, "last": 1"#),
        &page([2], r#""more": false"#),
    ]);
    let mut stream = fake.stream();
    assert!(all(&mut stream).await.1.is_some());
    stream.resume();
    let (ids, error) = all(&mut stream).await;
    assert_eq!(
        (
            ids.len(),
            error.is_none(),
            *stream.summary().proof() != Proof::default()
        ),
        (0, true, true)
    );
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused_before_anything_is_sent() {
    async fn refusal<const KIND: u8>(limit: Option<i64>, cursor: &str) -> String {
        let mut fake = Fake::<KIND>::script(&[""]);
        fake.limit = limit;
        let cursor = cursor.parse().expect("a cursor");
        let mut stream = Reading::default().resume_from(cursor).stream(fake.clone());
        let error = stream.try_next().await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(fake.asked().is_empty() && stream.next().await.is_none());
        error.to_string()
    }
    for (told, wanted) in [
        (
            refusal::<OFFSET>(None, "c1:fake.by_page:page:3x50::7").await,
            "fake by_offset: not sent: the cursor belongs to another list: use it with the one that gave it",
        ),
        (
            refusal::<OFFSET>(None, "c1:fake.by_offset:page:3x50::7").await,
            "fake by_offset: not sent: the cursor was made when this list went on in another way: read the list anew",
        ),
        (
            refusal::<PAGED>(Some(20), "c1:fake.by_page:page:3x50:50:7").await,
            "fake by_page: not sent: the cursor counts pages of 50 items: ask for the same size",
        ),
        (
            refusal::<PAGED>(Some(20), "c1:fake.by_page:page:3x50::7").await,
            "fake by_page: not sent: the cursor counts pages of the service's own size: ask for the same size",
        ),
        (
            refusal::<CURSOR>(None, "c1:fake.by_cursor:after:x::7").await,
            "fake by_cursor: not sent: the place to go on from is not one of this list",
        ),
    ] {
        assert_eq!(told, wanted);
    }
}

#[tokio::test]
async fn a_cursor_brings_its_page_size_along() {
    let (_, mut fake) = list::<PAGED>(1..=10);
    fake.limit = Some(3);
    let (_, cursor) = take(&fake, 4).await;
    fake.limit = None;
    assert_eq!(
        rest(&fake, cursor.clone()).await,
        (5..=10).collect::<Vec<_>>()
    );
    assert_eq!(cursor.limit, Some(3));
}
