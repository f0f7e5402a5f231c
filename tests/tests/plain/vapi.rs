//! Generated: see `xtask/src/plain.rs`.

use super::super::{Comparison, Given, given, was_sent};

pub(crate) async fn compare(comparison: &mut Comparison) {
    let ours = &callslip_vapi::Client::builder()
        .base_url(&comparison.url)
        .retry(callslip_vapi::RetryPolicy::none())
        .api_key("k")
        .build()
        .expect("a client");
    let theirs = &plain::Client::new_with_client(
        &comparison.url,
        comparison.http.clone(),
    );
    comparison.left_out(&[]);
    comparison
        .operation(
            "vapi create_call",
            0,
            async |_: Given| {
                let request = ours
                    .create_call(
                        given::body(
                            "{\n  \"assistantId\": \"00000000-0000-4000-8000-000000000002\",\n  \"assistantOverrides\": {},\n  \"phoneNumberId\": \"00000000-0000-4000-8000-000000000008\",\n  \"customer\": {\n    \"number\": \"+15550100002\",\n    \"sipUri\": \"sip:customer@example.com\",\n    \"name\": \"Sample customer\",\n    \"email\": \"customer@example.com\",\n    \"externalId\": \"customer-1\",\n    \"extension\": \"1\",\n    \"numberE164CheckEnabled\": true,\n    \"assistantOverrides\": {},\n    \"squadOverrides\": {}\n  },\n  \"name\": \"Sample call\",\n  \"schedulePlan\": {\n    \"earliestAt\": \"2026-01-01T00:00:00Z\",\n    \"latestAt\": \"2026-01-01T00:00:05Z\"\n  }\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .create_call(
                        &given::body(
                            "{\n  \"assistantId\": \"00000000-0000-4000-8000-000000000002\",\n  \"assistantOverrides\": {},\n  \"phoneNumberId\": \"00000000-0000-4000-8000-000000000008\",\n  \"customer\": {\n    \"number\": \"+15550100002\",\n    \"sipUri\": \"sip:customer@example.com\",\n    \"name\": \"Sample customer\",\n    \"email\": \"customer@example.com\",\n    \"externalId\": \"customer-1\",\n    \"extension\": \"1\",\n    \"numberE164CheckEnabled\": true,\n    \"assistantOverrides\": {},\n    \"squadOverrides\": {}\n  },\n  \"name\": \"Sample call\",\n  \"schedulePlan\": {\n    \"earliestAt\": \"2026-01-01T00:00:00Z\",\n    \"latestAt\": \"2026-01-01T00:00:05Z\"\n  }\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "vapi delete_call",
            0,
            async |_: Given| {
                let request = ours
                    .delete_call(
                        given::UUID,
                        given::body(
                            "{\n  \"ids\": [\n    \"00000000-0000-4000-8000-000000000001\"\n  ]\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .delete_call(
                        &given::UUID,
                        &given::body(
                            "{\n  \"ids\": [\n    \"00000000-0000-4000-8000-000000000001\"\n  ]\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "vapi get_call",
            0,
            async |_: Given| {
                let request = ours.get_call(given::UUID);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_call(&given::UUID).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "vapi list_calls",
            12,
            async |with: Given| {
                let mut request = ours.list_calls();
                if let Some(value) = with.value(0, given::TEXT) {
                    request = request.assistant_id(value);
                }
                if let Some(value) = with.value(1, given::time(7)) {
                    request = request.created_at_ge(value);
                }
                if let Some(value) = with.value(2, given::time(5)) {
                    request = request.created_at_gt(value);
                }
                if let Some(value) = with.value(3, given::time(8)) {
                    request = request.created_at_le(value);
                }
                if let Some(value) = with.value(4, given::time(6)) {
                    request = request.created_at_lt(value);
                }
                if let Some(value) = with.value(5, given::TEXT) {
                    request = request.id(value);
                }
                if let Some(value) = with.value(6, given::NUMBER) {
                    request = request.limit(value);
                }
                if let Some(value) = with.value(7, given::TEXT) {
                    request = request.phone_number_id(value);
                }
                if let Some(value) = with.value(8, given::time(11)) {
                    request = request.updated_at_ge(value);
                }
                if let Some(value) = with.value(9, given::time(9)) {
                    request = request.updated_at_gt(value);
                }
                if let Some(value) = with.value(10, given::time(12)) {
                    request = request.updated_at_le(value);
                }
                if let Some(value) = with.value(11, given::time(10)) {
                    request = request.updated_at_lt(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_calls(
                        with.value(0, given::TEXT),
                        with.value(1, &given::time(7)),
                        with.value(2, &given::time(5)),
                        with.value(3, &given::time(8)),
                        with.value(4, &given::time(6)),
                        with.value(5, given::TEXT),
                        with.value(6, given::NUMBER),
                        with.value(7, given::TEXT),
                        with.value(8, &given::time(11)),
                        with.value(9, &given::time(9)),
                        with.value(10, &given::time(12)),
                        with.value(11, &given::time(10)),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "vapi update_call",
            0,
            async |_: Given| {
                let request = ours
                    .update_call(
                        given::UUID,
                        given::body("{\n  \"name\": \"Sample call\"\n}\n"),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .update_call(
                        &given::UUID,
                        &given::body("{\n  \"name\": \"Sample call\"\n}\n"),
                    )
                    .await;
                true
            },
        )
        .await;
}

/// What progenitor writes.
#[allow(clippy::all, clippy::unwrap_used, dead_code, missing_docs, unused_imports)]
mod plain {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for vapi

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap())
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
#[allow(clippy::all)]
impl Client {
    /**Sends a `GET` request to `/call`

*/
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
    ) -> Result<ResponseValue<::std::vec::Vec<callslip_vapi::types::Call>>, Error<()>> {
        let url = format!("{}/call", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("assistantId", &assistant_id))
            .query(&progenitor_client::QueryParam::new("createdAtGe", &created_at_ge))
            .query(&progenitor_client::QueryParam::new("createdAtGt", &created_at_gt))
            .query(&progenitor_client::QueryParam::new("createdAtLe", &created_at_le))
            .query(&progenitor_client::QueryParam::new("createdAtLt", &created_at_lt))
            .query(&progenitor_client::QueryParam::new("id", &id))
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(
                &progenitor_client::QueryParam::new("phoneNumberId", &phone_number_id),
            )
            .query(&progenitor_client::QueryParam::new("updatedAtGe", &updated_at_ge))
            .query(&progenitor_client::QueryParam::new("updatedAtGt", &updated_at_gt))
            .query(&progenitor_client::QueryParam::new("updatedAtLe", &updated_at_le))
            .query(&progenitor_client::QueryParam::new("updatedAtLt", &updated_at_lt))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_calls",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            500u16..=599u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `POST` request to `/call`

*/
    pub async fn create_call<'a>(
        &'a self,
        body: &'a callslip_vapi::types::CreateCallBody,
    ) -> Result<ResponseValue<callslip_vapi::types::Call>, Error<()>> {
        let url = format!("{}/call", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            500u16..=599u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/call/{id}`

*/
    pub async fn get_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
    ) -> Result<ResponseValue<callslip_vapi::types::Call>, Error<()>> {
        let url = format!("{}/call/{}", self.baseurl, encode_path(& id.to_string()),);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            500u16..=599u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `DELETE` request to `/call/{id}`

*/
    pub async fn delete_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
        body: &'a callslip_vapi::types::DeleteCallBody,
    ) -> Result<ResponseValue<callslip_vapi::types::Call>, Error<()>> {
        let url = format!("{}/call/{}", self.baseurl, encode_path(& id.to_string()),);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            500u16..=599u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `PATCH` request to `/call/{id}`

*/
    pub async fn update_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
        body: &'a callslip_vapi::types::UpdateCallBody,
    ) -> Result<ResponseValue<callslip_vapi::types::Call>, Error<()>> {
        let url = format!("{}/call/{}", self.baseurl, encode_path(& id.to_string()),);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "update_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            500u16..=599u16 => Err(Error::ErrorResponse(ResponseValue::empty(response))),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    #[allow(unused_imports)]
    pub use super::Client;
}
}
