// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! Every call of Diga as a row of `calls.csv`, its recordings as files beside it, and what differs from the document in
//! `drift.log`; after a crash, the same command goes on where it was:
//! `cargo run -p callslip-calls --features diga --example diga_calls -- FOLDER`.
//!
//! Credentials come from the environment. Below is how such a program is tested with the mock.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;

use callslip_calls::Call;

use callslip_diga::{Client, DriftReport, requests};

type Failure = Box<dyn Error>;

/// Every call; where the service wants to be asked for those of something, put yours here.
#[rustfmt::skip]
fn all(client: &Client) -> requests::ListCalls {
    client.list_calls()
}

async fn run(client: &Client, folder: &Path) -> Result<(), Failure> {
    let place = folder.join("cursor");
    let mut request = all(client);
    if let Ok(cursor) = fs::read_to_string(&place) {
        request = request.resume_from(cursor.parse()?);
    }
    let path = folder.join("calls.csv");
    let is_new = !path.exists();
    let file = File::options().create(true).append(true).open(path)?;
    let mut rows = csv::WriterBuilder::new()
        .has_headers(is_new)
        .from_writer(file);
    let mut report = DriftReport::new();

    let mut calls = request.stream();
    while let Some(record) = calls.try_next().await? {
        report.merge(record.drift());
        let call = Call::of_record(&record);
        for recording in &call.recordings {
            if let Some(link) = &recording.url {
                save(client, link, folder, &call.call_id).await;
            }
        }
        rows.serialize(call.flat())?;
        rows.flush()?;
        fs::write(&place, calls.cursor().to_string())?;
    }
    fs::write(folder.join("drift.log"), report.to_string())?;
    if !calls.summary().is_complete() {
        return Err(format!("not all calls came: {}", calls.summary()).into());
    }
    let _ = fs::remove_file(place);
    Ok(())
}

/// A recording that does not come is told, and does not keep the other calls.
async fn save(client: &Client, link: &str, folder: &Path, call_id: &str) {
    let download = client.download(link).expect_type("audio/*, video/*");
    let download = download.overwrite(true).resumable(true);
    let path = folder.join(format!("{call_id}.audio"));
    if let Err(error) = download.to_file(path).await {
        eprintln!("{call_id}: {error}");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let folder = std::env::args().nth(1).ok_or("give a folder")?;
    fs::create_dir_all(&folder)?;
    run(&Client::from_env()?, Path::new(&folder)).await
}

#[cfg(test)]
mod tests {
    use callslip_mock::{Mock, Provider};

    use super::*;

    #[tokio::test]
    async fn it_goes_on_where_it_was_and_has_each_call_once() -> Result<(), Failure> {
        let provider: Provider = "diga".parse()?;
        let mock = Mock::builder(provider).calls(30).start().await?;
        #[rustfmt::skip]
        let client = Client::builder().base_url(mock.base_url()).api_key("demo").build()?;
        let (once, twice) = (tempfile::tempdir()?, tempfile::tempdir()?);
        run(&client, once.path()).await?;
        let whole = fs::read_to_string(once.path().join("calls.csv"))?;
        assert_eq!(whole.lines().count(), 31);
        assert!(!once.path().join("cursor").exists());

        // As a crash after the tenth row leaves it.
        let mut calls = all(&client).stream();
        for _ in 0..10 {
            calls.try_next().await?;
        }
        let begun: Vec<&str> = whole.split_inclusive('\n').take(11).collect();
        fs::write(twice.path().join("calls.csv"), begun.concat())?;
        fs::write(twice.path().join("cursor"), calls.cursor().to_string())?;
        run(&client, twice.path()).await?;
        let rest = fs::read_to_string(twice.path().join("calls.csv"))?;
        // But for the links, which the mock signs anew.
        assert_eq!(ids(&rest)?, ids(&whole)?);
        Ok(())
    }

    fn ids(text: &str) -> Result<Vec<String>, Failure> {
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let headers = rows.headers()?.clone();
        let at = headers.iter().position(|name| name == "call_id");
        let at = at.ok_or("there is no id")?;
        let ids = rows
            .records()
            .map(|row| Ok(row?.get(at).unwrap_or_default().to_owned()));
        ids.collect()
    }
}
