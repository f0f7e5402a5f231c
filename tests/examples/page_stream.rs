//! Measures what reading a page while the next one is fetched saves: `cargo run --release -p callslip-tests --example page_stream`.
//!
//! The server takes 50 ms a page and the reader works 50 ms on each, once one after the other and once over `pages()`.

use std::time::{Duration, Instant};

use callslip_diga::Client;
use callslip_mock::{Mock, Provider};

const PAGES: u32 = 40;
const A_PAGE: i64 = 50;
/// What the server takes for a page, and what the reader does with one (writing it to a database, say).
const TAKES: Duration = Duration::from_millis(50);

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mock = Mock::builder(Provider::Diga)
        .calls(u64::from(PAGES) * A_PAGE.unsigned_abs())
        .slow_every(1, TAKES)
        .start()
        .await?;
    let client = Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build()?;
    let (one, two) = (
        one_after_the_other(&client).await?,
        while_fetching(&client).await?,
    );
    println!("| how | pages a second | × one after the other |\n|---|---|---|");
    println!("| one after the other | {one:.1} | 1.00 |");
    println!("| `pages()` | {two:.1} | {:.2} |", two / one);
    Ok(())
}

/// Pages a second by calls that wait for each other.
async fn one_after_the_other(client: &Client) -> Result<f64, Failure> {
    let start = Instant::now();
    let (mut pages, mut after) = (0, None);
    loop {
        let mut call = client.list_calls().limit(A_PAGE);
        if let Some(last) = after {
            call = call.after(last);
        }
        let page = call.await?;
        tokio::time::sleep(TAKES).await;
        pages += 1;
        after = page.last_id;
        if !page.has_more {
            return rate(pages, start);
        }
    }
}

/// Pages a second over the stream.
async fn while_fetching(client: &Client) -> Result<f64, Failure> {
    let start = Instant::now();
    let mut pages = 0;
    let mut stream = client.list_calls().limit(A_PAGE).pages();
    while let Some(page) = stream.next().await {
        page?;
        tokio::time::sleep(TAKES).await;
        pages += 1;
    }
    rate(pages, start)
}

fn rate(pages: u32, start: Instant) -> Result<f64, Failure> {
    if pages != PAGES {
        return Err(format!("{pages} pages were read, and there are {PAGES}").into());
    }
    Ok(f64::from(pages) / start.elapsed().as_secs_f64())
}
