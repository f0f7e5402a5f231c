// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

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
        assistant_id: Option<&'a str>,
        created_at_ge: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        created_at_gt: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        created_at_le: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        created_at_lt: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        id: Option<&'a str>,
        limit: Option<i64>,
        phone_number_id: Option<&'a str>,
        updated_at_ge: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        updated_at_gt: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        updated_at_le: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        updated_at_lt: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
    ) -> Result<ResponseValue<::std::vec::Vec<super::types::Call>>, Error<()>> {
        let url = format!("{}/call", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("assistantId", &assistant_id))
            .query(&rt::QueryParam::new("createdAtGe", &created_at_ge))
            .query(&rt::QueryParam::new("createdAtGt", &created_at_gt))
            .query(&rt::QueryParam::new("createdAtLe", &created_at_le))
            .query(&rt::QueryParam::new("createdAtLt", &created_at_lt))
            .query(&rt::QueryParam::new("id", &id))
            .query(&rt::QueryParam::new("limit", &limit))
            .query(&rt::QueryParam::new("phoneNumberId", &phone_number_id))
            .query(&rt::QueryParam::new("updatedAtGe", &updated_at_ge))
            .query(&rt::QueryParam::new("updatedAtGt", &updated_at_gt))
            .query(&rt::QueryParam::new("updatedAtLe", &updated_at_le))
            .query(&rt::QueryParam::new("updatedAtLt", &updated_at_lt))
            .build()?;
        let info = OperationInfo {
            operation_id: "list_calls",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response::<()>(response).await,
            400u16..=499u16 | 500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::empty(response)))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    pub async fn create_call<'a>(
        &'a self,
        body: &'a super::types::CreateCallBody,
    ) -> Result<ResponseValue<super::types::Call>, Error<()>> {
        let url = format!("{}/call", self.baseurl,);
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
            201u16 => ResponseValue::from_response::<()>(response).await,
            400u16..=499u16 | 500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::empty(response)))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    pub async fn get_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<super::types::Call>, Error<()>> {
        let url = format!("{}/call/{}", self.baseurl, encode_path(& id.to_string()),);
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
            200u16 => ResponseValue::from_response::<()>(response).await,
            400u16..=499u16 | 500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::empty(response)))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    pub async fn delete_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
        body: &'a super::types::DeleteCallBody,
    ) -> Result<ResponseValue<super::types::Call>, Error<()>> {
        let url = format!("{}/call/{}", self.baseurl, encode_path(& id.to_string()),);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response::<()>(response).await,
            400u16..=499u16 | 500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::empty(response)))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    pub async fn update_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
        body: &'a super::types::UpdateCallBody,
    ) -> Result<ResponseValue<super::types::Call>, Error<()>> {
        let url = format!("{}/call/{}", self.baseurl, encode_path(& id.to_string()),);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()?;
        let info = OperationInfo {
            operation_id: "update_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response::<()>(response).await,
            400u16..=499u16 | 500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::empty(response)))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
