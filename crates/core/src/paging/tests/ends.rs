//! Where lists end: where their kind says, and nowhere else.

use super::fake::{CURSOR, Fake, OFFSET, PAGED, UNPAGED, all, page};
use crate::error::{Error, ErrorKind};
use crate::paging::{Position, Summary};

async fn read<const KIND: u8>(
    bodies: &[&str],
) -> (Vec<i64>, Option<Error>, Vec<Position>, Summary) {
    let list = Fake::<KIND>::script(bodies);
    let mut stream = list.stream();
    let (ids, error) = all(&mut stream).await;
    (ids, error, list.asked(), stream.summary().clone())
}

fn offsets(offsets: &[i64]) -> Vec<Position> {
    let rest = offsets.iter().map(|offset| Position::Offset(*offset));
    [Position::Start].into_iter().chain(rest).collect()
}

fn pages(pages: &[i64]) -> Vec<Position> {
    let rest = pages.iter().map(|page| Position::Page(*page));
    [Position::Start].into_iter().chain(rest).collect()
}

fn after(ids: &[i64]) -> Vec<Position> {
    let rest = ids.iter().map(|id| Position::After(id.to_string()));
    [Position::Start].into_iter().chain(rest).collect()
}

#[tokio::test]
async fn an_offset_list_ends_where_the_total_says_whatever_next_says() {
    for last_next in ["null", "4", "5", "0", "2"] {
        let first = page([1, 2], r#""next": 2, "total": 4"#);
        let last = page([3, 4], &format!(r#""next": {last_next}, "total": 4"#));
        let (ids, error, asked, summary) = read::<OFFSET>(&[&first, &last]).await;
        assert_eq!(
            (ids, error.is_none(), asked),
            (vec![1, 2, 3, 4], true, offsets(&[2])),
            "{last_next}"
        );
        assert!(summary.is_complete(), "{summary}");
    }
}

#[tokio::test]
async fn an_offset_list_goes_on_by_what_it_gave_if_next_is_of_no_use() {
    for next in [
        "",
        r#""next": null,"#,
        r#""next": 0,"#,
        r#""next": 9,"#,
        r#""next": "later","#,
    ] {
        let body = |ids: [i64; 2]| page(ids, &format!(r#"{next} "total": 6"#));
        let (ids, _, asked, summary) =
            read::<OFFSET>(&[&body([1, 2]), &body([3, 4]), &body([5, 6])]).await;
        assert_eq!((ids.len(), asked), (6, offsets(&[2, 4])), "{next}");
        assert!(summary.is_complete(), "{summary}");
    }
    // What `next` says is followed where it leads on.
    let (_, _, asked, _) =
        read::<OFFSET>(&[&page([1], r#""next": 50, "total": 12345"#), &page([], "")]).await;
    assert_eq!(asked, offsets(&[50]));
}

#[tokio::test]
async fn an_offset_list_ends_on_an_empty_page_and_says_what_is_missing() {
    let first = page([1, 2], r#""next": 2, "total": 5"#);
    let (ids, error, asked, summary) = read::<OFFSET>(&[&first, &page([], r#""total": 5"#)]).await;
    assert_eq!(
        (ids, error.is_none(), asked),
        (vec![1, 2], true, offsets(&[2]))
    );
    assert_eq!(
        (summary.missing(), summary.is_complete(), summary.ended),
        (Some(3), false, true)
    );

    // A total that contradicts its own page is none, and a short page is no end.
    for total in [
        "",
        r#""total": 0"#,
        r#""total": 1"#,
        r#""total": null"#,
        r#""total": "many""#,
    ] {
        let bodies = [page([1, 2], total), page([3], total), page([], "")];
        let (ids, _, asked, _) = read::<OFFSET>(&[&bodies[0], &bodies[1], &bodies[2]]).await;
        assert_eq!((ids, asked), (vec![1, 2, 3], offsets(&[2, 3])), "{total}");
    }
}

#[tokio::test]
async fn a_page_list_ends_where_the_total_says_and_not_on_a_short_or_empty_page() {
    let of = |ids: &[i64]| page(ids.iter().copied(), r#""total": 7"#);
    let (ids, _, asked, summary) =
        read::<PAGED>(&[&of(&[1, 2]), &of(&[3]), &of(&[]), &of(&[6, 7])]).await;
    assert_eq!((ids, asked), (vec![1, 2, 3, 6, 7], pages(&[2, 3, 4])));
    assert_eq!(summary.missing(), Some(2));

    // Three empty pages in a row are enough.
    let (ids, error, asked, summary) = read::<PAGED>(&[&of(&[1]), &of(&[])]).await;
    assert_eq!(
        (ids, error.is_none(), asked),
        (vec![1], true, pages(&[2, 3, 4]))
    );
    assert_eq!(summary.missing(), Some(6));
}

#[tokio::test]
async fn a_page_list_without_a_total_ends_on_an_empty_page() {
    let (ids, error, asked, summary) =
        read::<PAGED>(&[&page([1, 2], ""), &page([3], ""), &page([], "")]).await;
    assert_eq!(
        (ids, error.is_none(), asked),
        (vec![1, 2, 3], true, pages(&[2, 3]))
    );
    assert_eq!((summary.missing(), summary.is_complete()), (None, true));
}

#[tokio::test]
async fn the_same_page_twice_is_no_end_and_for_ever_is_an_error() {
    let of = |ids: [i64; 2]| page(ids, r#""total": 6"#);
    let (ids, _, _, summary) = read::<PAGED>(&[&of([1, 2]), &of([1, 2]), &of([3, 4])]).await;
    assert_eq!((ids, summary.duplicates), (vec![1, 2, 3, 4], 2));
    assert_eq!((summary.missing(), summary.is_complete()), (Some(2), false));

    for total in ["", r#""total": 1000000"#] {
        let (ids, error, asked, summary) = read::<PAGED>(&[&page([1, 2], total)]).await;
        assert_eq!(
            (ids, error.map(|error| error.kind())),
            (vec![1, 2], Some(ErrorKind::Paging))
        );
        assert_eq!(asked.len(), 9);
        assert!(!summary.is_complete() && !summary.ended, "{summary}");
    }
}

#[tokio::test]
async fn a_cursor_list_ends_where_has_more_says() {
    let bodies = [
        page([1, 2], r#""more": true, "last": 2"#),
        // Without a last id, the last item's own is taken; an empty page is no end.
        page([3, 4], r#""more": true"#),
        page([], r#""more": true, "last": 40"#),
        page([5], r#""more": false, "last": 5"#),
    ];
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let (ids, error, asked, summary) = read::<CURSOR>(&bodies).await;
    assert_eq!(
        (ids, error.is_none(), asked),
        (vec![1, 2, 3, 4, 5], true, after(&[2, 4, 40]))
    );
    assert!(summary.is_complete(), "{summary}");
}

#[tokio::test]
async fn a_cursor_list_whose_has_more_cannot_be_read_is_read_until_it_is_empty() {
    let bodies = [
        r#"{"items": [{"id": 1, "at": "2024-01-01T00:00:00Z"}], "more": "perhaps"}"#,
        r#"{"items": [], "last": 1}"#,
    ];
    let (ids, error, asked, _) = read::<CURSOR>(&bodies).await;
    assert_eq!((ids, error.is_none(), asked), (vec![1], true, after(&[1])));
}

#[tokio::test]
async fn a_cursor_list_that_leads_nowhere_is_an_error_after_its_items() {
    let repeated = [
        page([1, 2], r#""more": true, "last": 2"#),
        page([3], r#""more": true, "last": 2"#),
    ];
    let circle = [
        page([1], r#""more": true, "last": 1"#),
        page([2], r#""more": true, "last": 2"#),
        page([3], r#""more": true, "last": 1"#),
    ];
    let nothing = [page([1], r#""more": true"#), page([], r#""more": true"#)];
    for (bodies, delivered) in [(&repeated[..], 3), (&circle[..], 3), (&nothing[..], 1)] {
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let (ids, error, _, summary) = read::<CURSOR>(&bodies).await;
        assert_eq!(
            (ids.len(), error.map(|error| error.kind())),
            (delivered, Some(ErrorKind::Paging))
        );
        assert!(!summary.is_complete(), "{summary}");
    }
}

#[tokio::test]
async fn empty_pages_that_always_lead_on_are_an_error() {
    let mut last = 0;
    let list = Fake::<CURSOR>::new(move |_| {
        last += 1;
        Ok(page([], &format!(r#""more": true, "last": {last}"#)))
    });
    let (ids, error) = all(&mut list.stream()).await;
    assert_eq!(
        (ids.len(), error.map(|error| error.kind())),
        (0, Some(ErrorKind::Paging))
    );
    assert_eq!(list.asked().len(), 8);
}

#[tokio::test]
async fn an_unpaged_list_is_one_answer() {
    let (ids, _, asked, summary) =
        read::<UNPAGED>(&[&page([1, 2], r#""more": true, "next": 2, "total": 2"#)]).await;
    assert_eq!((ids, asked), (vec![1, 2], vec![Position::Start]));
    assert!(summary.is_complete(), "{summary}");
}

#[tokio::test]
async fn a_list_that_cannot_be_read_is_an_error_and_null_is_an_empty_one() {
    for body in [
        r#"{"items": "none", "more": false}"#,
        r#"{"items": {}, "more": false}"#,
    ] {
        let (_, error, _, summary) = read::<OFFSET>(&[body]).await;
        let error = error.expect("no silence");
        assert_eq!(
            (error.kind(), error.json_path()),
            (ErrorKind::Decode, Some("/items"))
        );
        assert!(!summary.is_complete() && error.raw_body().is_some());
    }
    let (ids, error, _, summary) = read::<OFFSET>(&[r#"{"items": null, "more": false}"#]).await;
    assert_eq!(
        (ids.len(), error.is_none(), summary.is_complete()),
        (0, true, true)
    );
}
