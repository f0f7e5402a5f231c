// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 b90aa901f0654bcf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! The operations, as progenitor writes them, less what no call needs; `requests.rs` is what users see.

use callslip_core::rt;
#[allow(unused_imports)]
pub use callslip_core::rt::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use callslip_core::rt::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/**Client for Twenty2

Starts calls of the Twenty2 outbound calling platform, lists them, and reads one in full: its facts, its input and output parameters, and links to recording and transcript. Property names are snake_case, times are ISO 8601 in UTC.

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: rt::Http,
    pub(crate) inner: rt::Call,
}

impl ClientInfo<rt::Call> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }

    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }

    fn client(&self) -> &rt::Http {
        &self.client
    }

    fn inner(&self) -> &rt::Call {
        &self.inner
    }
}

const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<rt::Call>,
    {}
};
#[allow(clippy::all)]
impl Client {
    /**Start one outbound call

Puts one call of a published agent into the queue and answers at once; the result is fetched later with `get_call_detail`. Calls are dialled from 9:00 to 21:00 Indian time (IST): one that is started outside of these hours waits until 9:00. At most 3 calls run at the same time; what becomes of a request beyond them is not documented. Nothing is documented either that would keep a repeated request from starting a second call.

Sends a `POST` request to `/agent/trigger-outbound-call`

*/
    pub async fn trigger_outbound_call<'a>(
        &'a self,
        body: &'a super::types::TriggerOutboundCallBody,
    ) -> Result<
        ResponseValue<super::types::TriggeredCall>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/agent/trigger-outbound-call", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let info = OperationInfo {
            operation_id: "trigger_outbound_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => {
                ResponseValue::from_response::<super::types::ErrorBody>(response).await
            }
            400u16..=499u16 | 500u16..=599u16 => {
                Err(
                    Error::ErrorResponse(
                        ResponseValue::from_response::<super::types::ErrorBody>(response)
                            .await?,
                    ),
                )
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /**Get one call in detail

Fetches the full record of one call. Recording and transcript come as links that expire.

Sends a `GET` request to `/call/detail`

Arguments:
- `call_id`: Identifier of the call. It travels in the query and not in the path.
*/
    pub async fn get_call_detail<'a>(
        &'a self,
        call_id: &'a str,
    ) -> Result<
        ResponseValue<super::types::CallDetail>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/call/detail", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("call_id", &call_id))
            .build()?;
        let info = OperationInfo {
            operation_id: "get_call_detail",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => {
                ResponseValue::from_response::<super::types::ErrorBody>(response).await
            }
            400u16..=499u16 | 500u16..=599u16 => {
                Err(
                    Error::ErrorResponse(
                        ResponseValue::from_response::<super::types::ErrorBody>(response)
                            .await?,
                    ),
                )
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /**List the calls of the workspace

Lists past calls of the workspace, each with less than `get_call_detail` knows. The document calls the list paginated and filterable, yet it names no parameter for either, and the answer has neither a total nor a cursor: so there is one answer, and how many calls it covers is not documented.

Sends a `GET` request to `/call/logs`

*/
    pub async fn list_calls<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<super::types::CallListResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/call/logs", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let info = OperationInfo {
            operation_id: "list_calls",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => {
                ResponseValue::from_response::<super::types::ErrorBody>(response).await
            }
            400u16..=499u16 | 500u16..=599u16 => {
                Err(
                    Error::ErrorResponse(
                        ResponseValue::from_response::<super::types::ErrorBody>(response)
                            .await?,
                    ),
                )
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
