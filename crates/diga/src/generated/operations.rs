// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

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
    pub async fn list_calls<'a>(
        &'a self,
        after: Option<&'a ::uuid::Uuid>,
        agent_id: Option<&'a ::uuid::Uuid>,
        before: Option<&'a ::uuid::Uuid>,
        contact_id: Option<&'a ::uuid::Uuid>,
        end_created_date: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        limit: Option<i64>,
        order: Option<&'a super::types::SortOrder>,
        page: Option<i64>,
        phone_id: Option<&'a ::uuid::Uuid>,
        start_created_date: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        status: Option<&'a super::types::CallStatus>,
        type_: Option<&'a super::types::CallDirection>,
    ) -> Result<ResponseValue<super::types::CallList>, Error<super::types::ErrorBody>> {
        let url = format!("{}/v1/call/", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("after", &after))
            .query(&rt::QueryParam::new("agent_id", &agent_id))
            .query(&rt::QueryParam::new("before", &before))
            .query(&rt::QueryParam::new("contact_id", &contact_id))
            .query(&rt::QueryParam::new("end_created_date", &end_created_date))
            .query(&rt::QueryParam::new("limit", &limit))
            .query(&rt::QueryParam::new("order", &order))
            .query(&rt::QueryParam::new("page", &page))
            .query(&rt::QueryParam::new("phone_id", &phone_id))
            .query(&rt::QueryParam::new("start_created_date", &start_created_date))
            .query(&rt::QueryParam::new("status", &status))
            .query(&rt::QueryParam::new("type", &type_))
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

    pub async fn create_call<'a>(
        &'a self,
        body: &'a super::types::CreateCallBody,
    ) -> Result<ResponseValue<super::types::Call>, Error<super::types::ErrorBody>> {
        let url = format!("{}/v1/call/", self.baseurl,);
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
            200u16 | 201u16 => {
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

    pub async fn bulk_delete_calls<'a>(
        &'a self,
        body: &'a super::types::BulkDeleteCallsBody,
    ) -> Result<
        ResponseValue<super::types::BulkDeleteCallsResult>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/v1/call/bulk-delete", self.baseurl,);
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
            operation_id: "bulk_delete_calls",
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

    pub async fn watch_concurrency<'a>(
        &'a self,
    ) -> Result<ResponseValue<ByteStream>, Error<super::types::ErrorBody>> {
        let url = format!("{}/v1/call/concurrency/stream", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self.client.get(url).build()?;
        let info = OperationInfo {
            operation_id: "watch_concurrency",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::stream(response)),
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
        id: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<super::types::Call>, Error<super::types::ErrorBody>> {
        let url = format!("{}/v1/call/{}", self.baseurl, encode_path(& id.to_string()),);
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

    pub async fn list_call_messages<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
        after: Option<&'a ::uuid::Uuid>,
        before: Option<&'a ::uuid::Uuid>,
        limit: Option<i64>,
        order: Option<&'a super::types::SortOrder>,
        page: Option<i64>,
    ) -> Result<
        ResponseValue<super::types::MessageList>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v1/call/{}/message", self.baseurl, encode_path(& id.to_string()),
        );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("after", &after))
            .query(&rt::QueryParam::new("before", &before))
            .query(&rt::QueryParam::new("limit", &limit))
            .query(&rt::QueryParam::new("order", &order))
            .query(&rt::QueryParam::new("page", &page))
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_messages",
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

    pub async fn list_call_logs<'a>(
        &'a self,
        call_id: &'a ::uuid::Uuid,
        after: Option<&'a ::uuid::Uuid>,
        before: Option<&'a ::uuid::Uuid>,
        category: Option<&'a super::types::LogCategory>,
        level: Option<&'a super::types::LogLevel>,
        limit: Option<i64>,
        order: Option<&'a super::types::SortOrder>,
        page: Option<i64>,
    ) -> Result<
        ResponseValue<super::types::LogEntryList>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v1/log/call/{}", self.baseurl, encode_path(& call_id.to_string()),
        );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("after", &after))
            .query(&rt::QueryParam::new("before", &before))
            .query(&rt::QueryParam::new("category", &category))
            .query(&rt::QueryParam::new("level", &level))
            .query(&rt::QueryParam::new("limit", &limit))
            .query(&rt::QueryParam::new("order", &order))
            .query(&rt::QueryParam::new("page", &page))
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_logs",
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

    pub async fn download_recordings<'a>(
        &'a self,
        body: &'a super::types::DownloadRecordingsBody,
    ) -> Result<ResponseValue<ByteStream>, Error<super::types::ErrorBody>> {
        let url = format!("{}/v1/recording/bulk", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self.client.post(url).json(&body).build()?;
        let info = OperationInfo {
            operation_id: "download_recordings",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::stream(response)),
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

    pub async fn get_recording<'a>(
        &'a self,
        call_id: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<super::types::Recording>, Error<super::types::ErrorBody>> {
        let url = format!(
            "{}/v1/recording/{}", self.baseurl, encode_path(& call_id.to_string()),
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
            operation_id: "get_recording",
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

    pub async fn get_call_trace<'a>(
        &'a self,
        call_id: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<super::types::Trace>, Error<super::types::ErrorBody>> {
        let url = format!(
            "{}/v1/trace/call/{}", self.baseurl, encode_path(& call_id.to_string()),
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
            operation_id: "get_call_trace",
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
