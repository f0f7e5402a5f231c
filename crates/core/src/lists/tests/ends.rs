//! Where lists end: where their kind says, and nowhere else.

use super::fake::{CURSOR, Fake, OFFSET, PAGED, UNPAGED, all, page};
use crate::error::{Error, ErrorKind};
use crate::lists::{Doubt, Position, Proof, Reading, Summary};

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
async fn an_offset_list_ends_where_the_total_says_unless_next_says_more() {
    for (last_next, asked_for) in [
        ("null", &[2][..]),
        ("0", &[2]),
        ("2", &[2]),
        ("4", &[2, 4]),
        ("5", &[2, 4]),
    ] {
        let first = page([1, 2], r#""next": 2, "total": 4"#);
        let last = page([3, 4], &format!(r#""next": {last_next}, "total": 4"#));
        let (ids, error, asked, summary) =
            read::<OFFSET>(&[&first, &last, &page([], r#""total": 4"#)]).await;
        assert_eq!(
            (ids, error.is_none(), asked),
            (vec![1, 2, 3, 4], true, offsets(asked_for)),
            "{last_next}"
        );
        assert_eq!(*summary.proof(), Proof::TotalMet, "{summary}");
    }
    // A total that is too small, and a `next` that knows better.
    let bodies: Vec<String> = [[1, 2], [3, 4], [5, 6]]
        .into_iter()
        .map(|ids| page(ids, &format!(r#""next": {}, "total": 2"#, ids[1])))
        .collect();
    let (ids, _, asked, summary) =
        read::<OFFSET>(&[&bodies[0], &bodies[1], &bodies[2], &page([], "")]).await;
    assert_eq!((ids.len(), asked), (6, offsets(&[2, 4, 6])));
    assert_eq!(*summary.proof(), Proof::EndReached, "{summary}");
}

#[tokio::test]
async fn a_next_that_leads_on_from_nothing_for_ever_is_told() {
    let mut next = 0;
    let list = Fake::<OFFSET>::new(move |_| {
        next += 2;
        Ok(page([], &format!(r#""next": {next}"#)))
    });
    let mut stream = list.stream();
    assert!(all(&mut stream).await.1.is_none());
    assert_eq!(list.asked(), offsets(&[2, 4]));
    assert_eq!(
        *stream.summary().proof(),
        Proof::NotComplete(Doubt::MoreTold("next"))
    );
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
        let (ids, _, asked, summary) = read::<OFFSET>(&[
            &body([1, 2]),
            &body([3, 4]),
            &body([5, 6]),
            &page([], r#""total": 6"#),
        ])
        .await;
        let in_doubt = next.contains('9') || next.contains("later");
        let asked_for = if in_doubt { &[2, 4, 6][..] } else { &[2, 4] };
        assert_eq!((ids.len(), asked), (6, offsets(asked_for)), "{next}");
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
        (
            summary.missing(),
            summary.is_complete(),
            (*summary.proof() != Proof::default())
        ),
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
        read::<PAGED>(&[&of(&[1, 2]), &of(&[3]), &of(&[]), &of(&[6, 7]), &of(&[])]).await;
    assert_eq!((ids, asked), (vec![1, 2, 3, 6, 7], pages(&[2, 3, 4, 5])));
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
    // One came in at the front, and the page moved by one.
    let of = |ids: [i64; 2], total: i64| page(ids, &format!(r#""total": {total}"#));
    let bodies = [of([1, 2], 6), of([1, 2], 8), of([3, 4], 8), page([], "")];
    let (ids, error, _, summary) =
        read::<PAGED>(&[&bodies[0], &bodies[1], &bodies[2], &bodies[3]]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((ids, summary.duplicates()), (vec![1, 2, 3, 4], 2));
    assert_eq!((summary.missing(), summary.is_complete()), (Some(4), false));

    for total in ["", r#""total": 1000000"#] {
        let (ids, error, asked, summary) = read::<PAGED>(&[&page([1, 2], total)]).await;
        assert_eq!(
            (ids, error.map(|error| error.kind())),
            (vec![1, 2], Some(ErrorKind::Paging))
        );
        assert_eq!(asked.len(), 2);
        assert_eq!(*summary.proof(), Proof::default(), "{summary}");
    }

    // Pages that take turns are not the same twice in a row, and hold nothing new either.
    let mut turn = 0;
    let list = Fake::<PAGED>::new(move |_| {
        turn += 2;
        Ok(page([turn % 4, turn % 4 + 1], ""))
    });
    let (ids, error) = all(&mut list.stream()).await;
    assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Paging));
    // Without an id, since it is 0: each is delivered, and none is progress.
    assert!(ids.len() < 20 && list.asked().len() < 12);

    // A service that answers with its last page whatever lies behind it.
    let mut bodies = [[1, 2], [2, 3], [4, 5], [4, 5]].map(|ids| of(ids, 6));
    bodies[0] = of([1, 2], 5);
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let (ids, error, _, summary) = read::<PAGED>(&bodies).await;
    assert_eq!((ids.len(), error.is_none()), (5, true));
    assert_eq!(*summary.proof(), Proof::NotComplete(Doubt::Missing(1)));
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
        r#"{"items": [{"id": 1, "at": "00000000-0000-4000-8000-000000000001"}], "more": "perhaps"}"#,
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
async fn an_unpaged_list_is_one_answer_unless_it_says_more() {
    for (rest, proof) in [
        ("", Proof::EndReached),
        (r#""total": 2, "has_more": false"#, Proof::TotalMet),
        (r#""total": 1"#, Proof::EndReached),
        (r#""count": 500"#, Proof::EndReached),
        (r#""total_pages": 1, "next": null"#, Proof::EndReached),
        (
            r#""totalPages": "5""#,
            Proof::NotComplete(Doubt::MoreTold("total_pages")),
        ),
        (
            r#""hasMore": "True""#,
            Proof::NotComplete(Doubt::MoreTold("has_more")),
        ),
        (
            r#""meta": {"next": "/things?page=2"}"#,
            Proof::NotComplete(Doubt::MoreTold("next")),
        ),
        (
            r#""total_records": "500.0", "has_more": true"#,
            Proof::NotComplete(Doubt::Missing(498)),
        ),
    ] {
        let (ids, _, asked, summary) = read::<UNPAGED>(&[&page([1, 2], rest)]).await;
        assert_eq!((ids, asked), (vec![1, 2], vec![Position::Start]));
        assert_eq!(*summary.proof(), proof, "{rest}");
    }
}

#[tokio::test]
async fn a_cursor_list_that_contradicts_itself_is_asked_once_more_or_not_complete() {
    // The end is told, and a total that says more: more is asked for.
    let bodies = [
        page([1], r#""more": false, "total": 3"#),
        page([2], r#""more": false, "total": 3"#),
        page([], r#""more": false, "total": 3"#),
    ];
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let (ids, error, asked, summary) = read::<CURSOR>(&bodies).await;
    assert_eq!(
        (ids, error.is_none(), asked),
        (vec![1, 2], true, after(&[1, 2]))
    );
    assert_eq!(*summary.proof(), Proof::NotComplete(Doubt::Missing(1)));
    let (_, _, asked, summary) = read::<CURSOR>(&[&page(
        [],
        r#""more": false, "current_page": 1, "total_pages": 5"#,
    )])
    .await;
    assert_eq!(asked.len(), 1);
    assert_eq!(
        *summary.proof(),
        Proof::NotComplete(Doubt::MoreTold("total_pages"))
    );
}

#[tokio::test]
async fn a_page_list_whose_pages_become_shorter_is_read_to_its_end() {
    for total in [r#""total": 100"#, ""] {
        let list = Fake::<PAGED>::new(move |at| {
            let number = match at {
                Position::Page(page) => *page,
                _ => 1,
            };
            // From the fourth page on the service gives seven at most.
            let size = if number < 4 { 10 } else { 7 };
            let begin = (number - 1) * size;
            Ok(page(
                (begin + 1..=begin + size).filter(|id| *id <= 100),
                total,
            ))
        });
        let mut stream = list.stream();
        let (ids, error) = all(&mut stream).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(ids, (1..=100).collect::<Vec<_>>());
        assert!(stream.summary().is_complete(), "{}", stream.summary());
        // And from wherever a reading stood.
        for count in [1, 29, 30, 31, 63, 99, 100] {
            let mut stream = list.stream();
            for _ in 0..count {
                stream.try_next().await.expect("answers").expect("an item");
            }
            let mut rest = Reading::default()
                .resume_from(stream.cursor())
                .stream(list.clone());
            let (ids, _) = all(&mut rest).await;
            assert_eq!(ids, (count + 1..=100).collect::<Vec<_>>());
        }
    }
}

#[tokio::test]
async fn an_answer_without_a_list_is_an_error_that_can_be_gone_on_from() {
    for body in [
        r#"{"items": "none", "more": false}"#,
        r#"{"items": {}, "more": false}"#,
        r#"{"items": null, "more": false}"#,
        r#"{"items": false}"#,
        r#"{"more": false}"#,
        r#"{"items": [1], "items": null}"#,
    ] {
        let (_, error, _, summary) = read::<OFFSET>(&[body]).await;
        let error = error.expect("no silence");
        assert_eq!(
            (error.kind(), error.json_path()),
            (ErrorKind::Decode, Some("/items"))
        );
        assert!(!summary.is_complete() && error.raw_body().is_some());
    }
    for broken in [
        r#"{"items": [{"id": 1}"#,
        r#"{"items": [{"id": 1}]"#,
        r#"{"items": [{"id": "1}"#,
        "",
        "[]",
        "<html>",
        r#"{"message": "Server busy"}"#,
    ] {
        let fake = Fake::<OFFSET>::script(&[&page([1], ""), broken, &page([2], ""), &page([], "")]);
        let mut stream = fake.stream();
        let (ids, error) = all(&mut stream).await;
        assert_eq!(
            (ids, error.map(|error| error.kind())),
            (vec![1], Some(ErrorKind::Decode)),
            "{broken}"
        );
        stream.resume();
        assert_eq!(all(&mut stream).await.0, [2]);
        assert!(stream.summary().is_complete(), "{}", stream.summary());
    }
}
