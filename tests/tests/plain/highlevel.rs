//! Generated: see `xtask/src/plain.rs`.

use super::super::{Comparison, Given, given, was_sent};

pub(crate) async fn compare(comparison: &mut Comparison) {
    let ours = &callslip_highlevel::Client::builder()
        .base_url(&comparison.url)
        .retry(callslip_highlevel::RetryPolicy::none())
        .access_token("k")
        .api_version("k")
        .build()
        .expect("a client");
    let theirs = &plain::Client::new_with_client(
        &comparison.url,
        comparison.http.clone(),
    );
    comparison.left_out(&[]);
    comparison
        .operation(
            "highlevel get_call_log",
            0,
            async |_: Given| {
                let request = ours.get_call_log(given::TEXT, given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_call_log(given::TEXT, given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "highlevel list_call_logs",
            10,
            async |with: Given| {
                let mut request = ours.list_call_logs(given::TEXT);
                if let Some(value) = with
                    .value(0, [callslip_highlevel::types::ActionType::from(given::ITEM)])
                {
                    request = request.action_type(value);
                }
                if let Some(value) = with.value(1, given::TEXT) {
                    request = request.agent_id(value);
                }
                if let Some(value) = with
                    .value(2, callslip_highlevel::types::CallType::from(given::ITEM))
                {
                    request = request.call_type(value);
                }
                if let Some(value) = with.value(3, given::TEXTS) {
                    request = request.contact_id(value);
                }
                if let Some(value) = with.value(4, given::time(6)) {
                    request = request.end_date(value);
                }
                if let Some(value) = with.value(5, given::NUMBER) {
                    request = request.page(value);
                }
                if let Some(value) = with.value(6, given::NUMBER) {
                    request = request.page_size(value);
                }
                if let Some(value) = with
                    .value(
                        7,
                        callslip_highlevel::types::SortDirection::from(given::ITEM),
                    )
                {
                    request = request.sort(value);
                }
                if let Some(value) = with
                    .value(
                        8,
                        callslip_highlevel::types::CallLogSortField::from(given::ITEM),
                    )
                {
                    request = request.sort_by(value);
                }
                if let Some(value) = with.value(9, given::time(5)) {
                    request = request.start_date(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_call_logs(
                        with.value(0, given::ITEM),
                        with.value(1, given::TEXT),
                        with
                            .value(
                                2,
                                &callslip_highlevel::types::CallType::from(given::ITEM),
                            ),
                        with.value(3, &given::TEXTS.join(",")),
                        with.value(4, given::time(6).timestamp_millis()),
                        given::TEXT,
                        with.value(5, given::NUMBER),
                        with.value(6, given::NUMBER),
                        with
                            .value(
                                7,
                                &callslip_highlevel::types::SortDirection::from(given::ITEM),
                            ),
                        with
                            .value(
                                8,
                                &callslip_highlevel::types::CallLogSortField::from(
                                    given::ITEM,
                                ),
                            ),
                        with.value(9, given::time(5).timestamp_millis()),
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
/**Client for highlevel

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
    /**Sends a `GET` request to `/voice-ai/dashboard/call-logs`

*/
    pub async fn list_call_logs<'a>(
        &'a self,
        action_type: Option<&'a str>,
        agent_id: Option<&'a str>,
        call_type: Option<&'a callslip_highlevel::types::CallType>,
        contact_id: Option<&'a str>,
        end_date: Option<i64>,
        location_id: &'a str,
        page: Option<i64>,
        page_size: Option<i64>,
        sort: Option<&'a callslip_highlevel::types::SortDirection>,
        sort_by: Option<&'a callslip_highlevel::types::CallLogSortField>,
        start_date: Option<i64>,
    ) -> Result<
        ResponseValue<callslip_highlevel::types::CallLogList>,
        Error<callslip_highlevel::types::ErrorBody>,
    > {
        let url = format!("{}/voice-ai/dashboard/call-logs", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("actionType", &action_type))
            .query(&progenitor_client::QueryParam::new("agentId", &agent_id))
            .query(&progenitor_client::QueryParam::new("callType", &call_type))
            .query(&progenitor_client::QueryParam::new("contactId", &contact_id))
            .query(&progenitor_client::QueryParam::new("endDate", &end_date))
            .query(&progenitor_client::QueryParam::new("locationId", &location_id))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("pageSize", &page_size))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("sortBy", &sort_by))
            .query(&progenitor_client::QueryParam::new("startDate", &start_date))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_logs",
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
    /**Sends a `GET` request to `/voice-ai/dashboard/call-logs/{callId}`

*/
    pub async fn get_call_log<'a>(
        &'a self,
        call_id: &'a str,
        location_id: &'a str,
    ) -> Result<
        ResponseValue<callslip_highlevel::types::CallLog>,
        Error<callslip_highlevel::types::ErrorBody>,
    > {
        let url = format!(
            "{}/voice-ai/dashboard/call-logs/{}", self.baseurl, encode_path(& call_id
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
            .query(&progenitor_client::QueryParam::new("locationId", &location_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_call_log",
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
