// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The operations, as progenitor writes them, less what no call needs; `requests.rs` is what users see.

use callslip_core::rt;
#[allow(unused_imports)]
pub use callslip_core::rt::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use callslip_core::rt::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
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
    pub async fn list_call_records<'a>(
        &'a self,
        call_id: Option<i64>,
        is_amd: Option<i64>,
        limit: Option<i64>,
        offset: Option<i64>,
    ) -> Result<
        ResponseValue<super::types::CallRecordListResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/v2/call-record/", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("callId", &call_id))
            .query(&rt::QueryParam::new("isAmd", &is_amd))
            .query(&rt::QueryParam::new("limit", &limit))
            .query(&rt::QueryParam::new("offset", &offset))
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_records",
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

    pub async fn get_call_record<'a>(
        &'a self,
        call_record_id: i64,
    ) -> Result<
        ResponseValue<super::types::CallRecordResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v2/call-record/detail/{}/", self.baseurl, encode_path(& call_record_id
            .to_string()),
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
            operation_id: "get_call_record",
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

    pub async fn list_call_statuses<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<super::types::CallStatusListResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/v2/call-status/", self.baseurl,);
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
            operation_id: "list_call_statuses",
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

    pub async fn list_calls<'a>(
        &'a self,
        created_at_0: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        created_at_1: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        lead_ids: Option<&'a ::std::vec::Vec<i64>>,
        limit: Option<i64>,
        offset: Option<i64>,
        order_ids: Option<&'a ::std::vec::Vec<i64>>,
        status_ids: Option<&'a ::std::vec::Vec<i64>>,
        user_ids: Option<&'a ::std::vec::Vec<i64>>,
    ) -> Result<
        ResponseValue<super::types::CallListResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/v2/call/", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("createdAt[0]", &created_at_0))
            .query(&rt::QueryParam::new("createdAt[1]", &created_at_1))
            .query(&rt::QueryParam::new("leadIds[]", &lead_ids))
            .query(&rt::QueryParam::new("limit", &limit))
            .query(&rt::QueryParam::new("offset", &offset))
            .query(&rt::QueryParam::new("orderIds[]", &order_ids))
            .query(&rt::QueryParam::new("statusIds[]", &status_ids))
            .query(&rt::QueryParam::new("userIds[]", &user_ids))
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

    pub async fn get_call<'a>(
        &'a self,
        call_id: i64,
    ) -> Result<
        ResponseValue<super::types::CallResponse>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v2/call/detail/{}/", self.baseurl, encode_path(& call_id.to_string()),
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
