//! Generated: see `xtask/src/plain.rs`.

use super::super::{Comparison, Given, given, was_sent};

pub(crate) async fn compare(comparison: &mut Comparison) {
    let ours = &callslip_liner::Client::builder()
        .base_url(&comparison.url)
        .retry(callslip_liner::RetryPolicy::none())
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
            "liner get_call",
            0,
            async |_: Given| {
                let request = ours.get_call(given::NUMBER);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_call(given::NUMBER).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "liner get_call_record",
            0,
            async |_: Given| {
                let request = ours.get_call_record(given::NUMBER);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_call_record(given::NUMBER).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "liner list_call_records",
            4,
            async |with: Given| {
                let mut request = ours.list_call_records();
                if let Some(value) = with.value(0, given::NUMBER) {
                    request = request.call_id(value);
                }
                if let Some(value) = with.value(1, true) {
                    request = request.is_amd(value);
                }
                if let Some(value) = with.value(2, given::NUMBER) {
                    request = request.limit(value);
                }
                if let Some(value) = with.value(3, given::NUMBER) {
                    request = request.offset(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_call_records(
                        with.value(0, given::NUMBER),
                        with.value(1, 1),
                        with.value(2, given::NUMBER),
                        with.value(3, given::NUMBER),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "liner list_call_statuses",
            0,
            async |_: Given| {
                let request = ours.list_call_statuses();
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.list_call_statuses().await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "liner list_calls",
            8,
            async |with: Given| {
                let mut request = ours.list_calls();
                if let Some(value) = with.value(0, given::time(1)) {
                    request = request.created_since(value);
                }
                if let Some(value) = with.value(1, given::time(2)) {
                    request = request.created_until(value);
                }
                if let Some(value) = with.value(2, given::NUMBERS) {
                    request = request.lead_ids(value);
                }
                if let Some(value) = with.value(3, given::NUMBER) {
                    request = request.limit(value);
                }
                if let Some(value) = with.value(4, given::NUMBER) {
                    request = request.offset(value);
                }
                if let Some(value) = with.value(5, given::NUMBERS) {
                    request = request.order_ids(value);
                }
                if let Some(value) = with.value(6, given::NUMBERS) {
                    request = request.status_ids(value);
                }
                if let Some(value) = with.value(7, given::NUMBERS) {
                    request = request.user_ids(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_calls(
                        with.value(0, &given::time(1)),
                        with.value(1, &given::time(2)),
                        with.value(2, &given::NUMBERS.to_vec()),
                        with.value(3, given::NUMBER),
                        with.value(4, given::NUMBER),
                        with.value(5, &given::NUMBERS.to_vec()),
                        with.value(6, &given::NUMBERS.to_vec()),
                        with.value(7, &given::NUMBERS.to_vec()),
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
/**Client for liner

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
    /**Sends a `GET` request to `/v2/call-record/`

*/
    pub async fn list_call_records<'a>(
        &'a self,
        call_id: Option<i64>,
        is_amd: Option<i64>,
        limit: Option<i64>,
        offset: Option<i64>,
    ) -> Result<
        ResponseValue<callslip_liner::types::CallRecordListResponse>,
        Error<callslip_liner::types::ErrorBody>,
    > {
        let url = format!("{}/v2/call-record/", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("callId", &call_id))
            .query(&progenitor_client::QueryParam::new("isAmd", &is_amd))
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("offset", &offset))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_records",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v2/call-record/detail/{callRecordId}/`

*/
    pub async fn get_call_record<'a>(
        &'a self,
        call_record_id: i64,
    ) -> Result<
        ResponseValue<callslip_liner::types::CallRecordResponse>,
        Error<callslip_liner::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v2/call-record/detail/{}/", self.baseurl, encode_path(& call_record_id
            .to_string()),
        );
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
            operation_id: "get_call_record",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v2/call-status/`

*/
    pub async fn list_call_statuses<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<callslip_liner::types::CallStatusListResponse>,
        Error<callslip_liner::types::ErrorBody>,
    > {
        let url = format!("{}/v2/call-status/", self.baseurl,);
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
            operation_id: "list_call_statuses",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v2/call/`

*/
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
        ResponseValue<callslip_liner::types::CallListResponse>,
        Error<callslip_liner::types::ErrorBody>,
    > {
        let url = format!("{}/v2/call/", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("createdAt[0]", &created_at_0))
            .query(&progenitor_client::QueryParam::new("createdAt[1]", &created_at_1))
            .query(&progenitor_client::QueryParam::new("leadIds[]", &lead_ids))
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("offset", &offset))
            .query(&progenitor_client::QueryParam::new("orderIds[]", &order_ids))
            .query(&progenitor_client::QueryParam::new("statusIds[]", &status_ids))
            .query(&progenitor_client::QueryParam::new("userIds[]", &user_ids))
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
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v2/call/detail/{callId}/`

*/
    pub async fn get_call<'a>(
        &'a self,
        call_id: i64,
    ) -> Result<
        ResponseValue<callslip_liner::types::CallResponse>,
        Error<callslip_liner::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v2/call/detail/{}/", self.baseurl, encode_path(& call_id.to_string()),
        );
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
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
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
