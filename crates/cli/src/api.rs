//! `callslip api`: a request of the user's own, sent as every other: with the credential, the guard of the path, retries and bounds.

use std::path::PathBuf;

use callslip_core::{Error, RawRequest};
use clap::Args;

use crate::failure::Failure;
use crate::output::Filter;
use crate::start::{print, read};
use crate::words::Sdk;

/// The command of a provider: the same whatever its document says, since every client makes such requests.
macro_rules! command {
    () => {
        /// A request of your own.
        #[derive(Args)]
        #[command(after_help = HELP)]
        pub struct Api {
            #[command(flatten)]
            settings: Settings,
            #[command(flatten)]
            output: crate::api::Output,
        }

        impl Api {
            /// Sends it and prints what is said.
            pub async fn run(self, context: &Context) -> Result<(), Failure> {
                let client = self.settings.client(context)?;
                let request = self
                    .output
                    .request(|method, path| client.request(method, path))?;
                let answer = request
                    .send()
                    .await
                    .map_err(|error| self.output.failed(&error, &SDK))?;
                self.output.show(answer.raw())
            }
        }
    };
}

pub(crate) use command;

#[derive(Args)]
pub struct Output {
    /// GET, PUT, DELETE, POST or PATCH.
    method: String,
    /// The path below the service's address, as in /v1/calls?limit=1.
    path: String,
    /// A parameter of the query; written as it has to be.
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    query: Vec<(String, String)>,
    /// Send this file of JSON as the body; `-` reads it from standard input.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Print what this expression in the language of jq makes of the answer.
    #[arg(long, value_name = "EXPRESSION")]
    jq: Option<String>,
}

fn pair(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text
        .split_once('=')
        .ok_or("not a name and a value as in limit=10")?;
    Ok((name.to_owned(), value.to_owned()))
}

impl Output {
    /// The request that is meant.
    pub fn request(
        &self,
        new: impl FnOnce(&str, &str) -> RawRequest,
    ) -> Result<RawRequest, Failure> {
        self.filter()?;
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let mut request = new(&self.method, path);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            request = request.query(name, value);
        }
        for (name, value) in &self.query {
            request = request.query(name, value);
        }
        if let Some(from) = &self.from {
            let json = read(from)?;
            if let Err(error) = serde_json::from_slice::<serde::de::IgnoredAny>(&json) {
                return Err(Failure::usage(format!("{}: {error}", from.display())));
            }
            request = request.json(json);
        }
        Ok(request)
    }

    fn filter(&self) -> Result<Option<Filter>, Failure> {
        let filter = self.jq.as_deref().map(Filter::new).transpose();
        filter.map_err(|why| Failure::usage(format!("--jq: {why}")))
    }

    /// Prints the answer.
    pub fn show(&self, answer: &[u8]) -> Result<(), Failure> {
        print(answer, self.filter()?)
    }

    /// What the service said is printed as an answer is, because it was asked for.
    pub fn failed(&self, error: &Error, sdk: &Sdk) -> Failure {
        let said = error.raw_body().filter(|body| !body.is_empty());
        match said.map(|body| print(body, None)) {
            Some(Err(failure)) => failure,
            _ => sdk.failed(error),
        }
    }
}
