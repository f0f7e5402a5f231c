//! `callslip demo`: five mocks inside this program, five SDKs, real HTTP between them.

use std::io::Write;

use callslip_mock::Mock;

use crate::failure::Failure;
use crate::provider::Provider;
use crate::row::{self, Row};

const FOR_REAL: &str = "\nThese came over HTTP from mocks inside this program, serving the providers' documented examples. For real:\n  \
    export DIGA_API_KEY=…            # `callslip get --help` lists the variables of every provider\n  \
    callslip get diga <CALL-ID>\n";

pub async fn run() -> Result<(), Failure> {
    let mut rows = Vec::new();
    for provider in Provider::ALL {
        let mock = Mock::start(provider.mock()).await.map_err(Failure::call)?;
        rows.push(call(provider, mock.base_url()).await?);
    }
    row::print(rows)?;
    write!(std::io::stdout(), "{FOR_REAL}")?;
    Ok(())
}

/// One call with the example values of the provider's document.
async fn call(provider: Provider, base_url: &str) -> Result<Row, Failure> {
    Ok(match provider {
        Provider::Liner => {
            let client = callslip_liner::Client::builder()
                .base_url(base_url)
                .api_key("demo");
            let client = client.build().map_err(Failure::configuration)?;
            Row::from(&*client.get_call_record(123).await.map_err(Failure::call)?)
        }
        Provider::Twenty2 => {
            let client = callslip_twenty2::Client::builder()
                .base_url(base_url)
                .credentials("demo", "demo")
                .workspace_id("699ed3b91ee5bee389dcb6a3");
            let client = client.build().map_err(Failure::configuration)?;
            Row::from(
                &*client
                    .get_call_detail("699ed3b91ee5bee389dcb6a3")
                    .await
                    .map_err(Failure::call)?,
            )
        }
        Provider::Diga => {
            let client = callslip_diga::Client::builder()
                .base_url(base_url)
                .api_key("demo");
            let client = client.build().map_err(Failure::configuration)?;
            let id = uuid::uuid!("3c90c3cc-0d44-4b50-8888-8dd25736052a");
            Row::from(&*client.get_call(id).await.map_err(Failure::call)?)
        }
        Provider::Credira => {
            let client = callslip_credira::Client::builder()
                .base_url(base_url)
                .api_key("demo");
            let client = client.build().map_err(Failure::configuration)?;
            Row::from(
                &*client
                    .get_call("call_123456789")
                    .await
                    .map_err(Failure::call)?,
            )
        }
        Provider::Highlevel => {
            let client = callslip_highlevel::Client::builder()
                .base_url(base_url)
                .access_token("demo");
            let client = client.build().map_err(Failure::configuration)?;
            let answer = client
                .get_call_log("507f1f77bcf86cd799439011", "LOC123456789ABCDEF")
                .await;
            Row::from(&*answer.map_err(Failure::call)?)
        }
    })
}
