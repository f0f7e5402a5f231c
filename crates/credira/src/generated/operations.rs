// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 7457c20b73e715cb) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The operations, as progenitor writes them, less what no call needs; `requests.rs` is what users see.

use callslip_core::rt;
#[allow(unused_imports)]
pub use callslip_core::rt::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use callslip_core::rt::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/**Client for Credira

Starts and reads the calls that Credira voice agents make to recover debts, and manages callouts: planned attempts to reach somebody about an invoice, by call and by e-mail. Every answer is an envelope of `success`, `data` or `error`, and `meta`; property names are snake_case, times are ISO 8601 in UTC.

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
    /**List the callouts of an invoice

Lists every callout that is about one invoice, in one answer; the list is empty when there are none. How a callout comes into being is not documented.

Sends a `GET` request to `/callouts`

Arguments:
- `invoice_id`: Identifier of the invoice.
*/
    pub async fn list_callouts<'a>(
        &'a self,
        invoice_id: &'a str,
    ) -> Result<
        ResponseValue<super::types::CalloutListResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/callouts", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("invoice_id", &invoice_id))
            .build()?;
        let info = OperationInfo {
            operation_id: "list_callouts",
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

    /**Change a callout

Changes when, how and whom a callout reaches. What may be changed depends on its state; an active callout takes fewer changes, and which ones is not documented. Nor is whether a field that is left out keeps its value. Nothing documented speaks against repeating the request, which HTTP allows for a PUT.

Sends a `PUT` request to `/callouts/{id}`

Arguments:
- `id`: Identifier of the callout.
- `body`
*/
    pub async fn update_callout<'a>(
        &'a self,
        id: &'a str,
        body: &'a super::types::UpdateCalloutBody,
    ) -> Result<
        ResponseValue<super::types::UpdatedCalloutResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/callouts/{}", self.baseurl, encode_path(& id.to_string()),
        );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let info = OperationInfo {
            operation_id: "update_callout",
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

    /**Delete a callout

Deletes a callout for good, and with it its recordings, transcripts and analytics. HTTP allows to repeat a DELETE, and the client does so after a fault: where the first attempt succeeded unseen, the answer may then be that there is no such callout.

Sends a `DELETE` request to `/callouts/{id}`

Arguments:
- `id`: Identifier of the callout.
*/
    pub async fn delete_callout<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<
        ResponseValue<super::types::DeletedCalloutResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/callouts/{}", self.baseurl, encode_path(& id.to_string()),
        );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_callout",
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

    /**Get the outcome of a callout

Fetches every attempt of a callout to reach its contact, by call and by e-mail, what came of it, and a summary in figures. The document's sample counts more attempts than it lists, so do not rely on the count.

Sends a `GET` request to `/callouts/{id}/response`

Arguments:
- `id`: Identifier of the callout.
*/
    pub async fn get_callout_response<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<
        ResponseValue<super::types::CalloutOutcomeResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/callouts/{}/response", self.baseurl, encode_path(& id.to_string()),
        );
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
            operation_id: "get_callout_response",
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

    /**List the calls of an invoice

Lists every call that is about one invoice, in one answer. Each holds less than `get_call` knows. Where an invoice has no calls the document says that `false` is answered instead of a list; no sample shows whether that is the whole body or its `data`.

Sends a `GET` request to `/calls`

Arguments:
- `invoice_id`: Identifier of the invoice.
*/
    pub async fn list_calls<'a>(
        &'a self,
        invoice_id: &'a str,
    ) -> Result<
        ResponseValue<super::types::CallListResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/calls", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("invoice_id", &invoice_id))
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

    /**Start or schedule a call

Has a voice agent call a phone number about an invoice, at once or at a time of your choice. Nothing is documented that would keep a repeated request from starting a second call.

Sends a `POST` request to `/calls`

*/
    pub async fn create_call<'a>(
        &'a self,
        body: &'a super::types::CreateCallBody,
    ) -> Result<
        ResponseValue<super::types::CreatedCallResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/calls", self.baseurl,);
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
            operation_id: "create_call",
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

    /**Get one call

Fetches one call in full, with links to recording and transcript. Lists of calls hold less.

Sends a `GET` request to `/calls/{id}`

Arguments:
- `id`: Identifier of the call.
*/
    pub async fn get_call<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<
        ResponseValue<super::types::CallResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/calls/{}", self.baseurl, encode_path(& id.to_string()),);
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
            operation_id: "get_call",
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
