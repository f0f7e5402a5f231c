//! Generated: see `xtask/src/plain.rs`.

use super::super::{Comparison, Given, given, was_sent};

pub(crate) async fn compare(comparison: &mut Comparison) {
    let ours = &callslip_diga::Client::builder()
        .base_url(&comparison.url)
        .retry(callslip_diga::RetryPolicy::none())
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
            "diga bulk_delete_calls",
            0,
            async |_: Given| {
                let request = ours
                    .bulk_delete_calls(
                        given::body(
                            "{\n  \"call_ids\": [\n    \"3c90c3cc-0d44-4b50-8888-8dd25736052a\"\n  ]\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .bulk_delete_calls(
                        &given::body(
                            "{\n  \"call_ids\": [\n    \"3c90c3cc-0d44-4b50-8888-8dd25736052a\"\n  ]\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga create_call",
            0,
            async |_: Given| {
                let request = ours
                    .create_call(
                        given::body(
                            "{\n  \"from_number\": \"+34600000000\",\n  \"to_number\": \"+34600112233\",\n  \"dynamic_variables\": {},\n  \"agent_version_id\": \"3c90c3cc-0d44-4b50-8888-8dd25736052a\"\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .create_call(
                        &given::body(
                            "{\n  \"from_number\": \"+34600000000\",\n  \"to_number\": \"+34600112233\",\n  \"dynamic_variables\": {},\n  \"agent_version_id\": \"3c90c3cc-0d44-4b50-8888-8dd25736052a\"\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga download_recordings",
            0,
            async |_: Given| {
                let request = ours
                    .download_recordings(
                        given::body(
                            "{\n  \"call_ids\": [\n    \"3c90c3cc-0d44-4b50-8888-8dd25736052a\"\n  ]\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .download_recordings(
                        &given::body(
                            "{\n  \"call_ids\": [\n    \"3c90c3cc-0d44-4b50-8888-8dd25736052a\"\n  ]\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga get_call",
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
            "diga get_call_trace",
            0,
            async |_: Given| {
                let request = ours.get_call_trace(given::UUID);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_call_trace(&given::UUID).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga get_recording",
            0,
            async |_: Given| {
                let request = ours.get_recording(given::UUID);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_recording(&given::UUID).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga list_call_logs",
            7,
            async |with: Given| {
                let mut request = ours.list_call_logs(given::UUID);
                if let Some(value) = with.value(0, given::UUID) {
                    request = request.after(value);
                }
                if let Some(value) = with.value(1, given::UUID) {
                    request = request.before(value);
                }
                if let Some(value) = with
                    .value(2, callslip_diga::types::LogCategory::from(given::ITEM))
                {
                    request = request.category(value);
                }
                if let Some(value) = with
                    .value(3, callslip_diga::types::LogLevel::from(given::ITEM))
                {
                    request = request.level(value);
                }
                if let Some(value) = with.value(4, given::NUMBER) {
                    request = request.limit(value);
                }
                if let Some(value) = with
                    .value(5, callslip_diga::types::SortOrder::from(given::ITEM))
                {
                    request = request.order(value);
                }
                if let Some(value) = with.value(6, given::NUMBER) {
                    request = request.page(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_call_logs(
                        &given::UUID,
                        with.value(0, &given::UUID),
                        with.value(1, &given::UUID),
                        with
                            .value(
                                2,
                                &callslip_diga::types::LogCategory::from(given::ITEM),
                            ),
                        with
                            .value(
                                3,
                                &callslip_diga::types::LogLevel::from(given::ITEM),
                            ),
                        with.value(4, given::NUMBER),
                        with
                            .value(
                                5,
                                &callslip_diga::types::SortOrder::from(given::ITEM),
                            ),
                        with.value(6, given::NUMBER),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga list_call_messages",
            5,
            async |with: Given| {
                let mut request = ours.list_call_messages(given::UUID);
                if let Some(value) = with.value(0, given::UUID) {
                    request = request.after(value);
                }
                if let Some(value) = with.value(1, given::UUID) {
                    request = request.before(value);
                }
                if let Some(value) = with.value(2, given::NUMBER) {
                    request = request.limit(value);
                }
                if let Some(value) = with
                    .value(3, callslip_diga::types::SortOrder::from(given::ITEM))
                {
                    request = request.order(value);
                }
                if let Some(value) = with.value(4, given::NUMBER) {
                    request = request.page(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_call_messages(
                        &given::UUID,
                        with.value(0, &given::UUID),
                        with.value(1, &given::UUID),
                        with.value(2, given::NUMBER),
                        with
                            .value(
                                3,
                                &callslip_diga::types::SortOrder::from(given::ITEM),
                            ),
                        with.value(4, given::NUMBER),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga list_calls",
            12,
            async |with: Given| {
                let mut request = ours.list_calls();
                if let Some(value) = with.value(0, given::UUID) {
                    request = request.after(value);
                }
                if let Some(value) = with.value(1, given::UUID) {
                    request = request.agent_id(value);
                }
                if let Some(value) = with.value(2, given::UUID) {
                    request = request.before(value);
                }
                if let Some(value) = with.value(3, given::UUID) {
                    request = request.contact_id(value);
                }
                if let Some(value) = with.value(4, given::time(10)) {
                    request = request.end_created_date(value);
                }
                if let Some(value) = with.value(5, given::NUMBER) {
                    request = request.limit(value);
                }
                if let Some(value) = with
                    .value(6, callslip_diga::types::SortOrder::from(given::ITEM))
                {
                    request = request.order(value);
                }
                if let Some(value) = with.value(7, given::NUMBER) {
                    request = request.page(value);
                }
                if let Some(value) = with.value(8, given::UUID) {
                    request = request.phone_id(value);
                }
                if let Some(value) = with.value(9, given::time(9)) {
                    request = request.start_created_date(value);
                }
                if let Some(value) = with
                    .value(10, callslip_diga::types::CallStatus::from(given::ITEM))
                {
                    request = request.status(value);
                }
                if let Some(value) = with
                    .value(11, callslip_diga::types::CallDirection::from(given::ITEM))
                {
                    request = request.direction(value);
                }
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_calls(
                        with.value(0, &given::UUID),
                        with.value(1, &given::UUID),
                        with.value(2, &given::UUID),
                        with.value(3, &given::UUID),
                        with.value(4, &given::time(10)),
                        with.value(5, given::NUMBER),
                        with
                            .value(
                                6,
                                &callslip_diga::types::SortOrder::from(given::ITEM),
                            ),
                        with.value(7, given::NUMBER),
                        with.value(8, &given::UUID),
                        with.value(9, &given::time(9)),
                        with
                            .value(
                                10,
                                &callslip_diga::types::CallStatus::from(given::ITEM),
                            ),
                        with
                            .value(
                                11,
                                &callslip_diga::types::CallDirection::from(given::ITEM),
                            ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "diga watch_concurrency",
            0,
            async |_: Given| {
                let request = ours.watch_concurrency();
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.watch_concurrency().await;
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
/**Client for diga

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
    /**Sends a `GET` request to `/v1/call/`

*/
    pub async fn list_calls<'a>(
        &'a self,
        after: Option<&'a ::uuid::Uuid>,
        agent_id: Option<&'a ::uuid::Uuid>,
        before: Option<&'a ::uuid::Uuid>,
        contact_id: Option<&'a ::uuid::Uuid>,
        end_created_date: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        limit: Option<i64>,
        order: Option<&'a callslip_diga::types::SortOrder>,
        page: Option<i64>,
        phone_id: Option<&'a ::uuid::Uuid>,
        start_created_date: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        status: Option<&'a callslip_diga::types::CallStatus>,
        type_: Option<&'a callslip_diga::types::CallDirection>,
    ) -> Result<
        ResponseValue<callslip_diga::types::CallList>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!("{}/v1/call/", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("agent_id", &agent_id))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("contact_id", &contact_id))
            .query(
                &progenitor_client::QueryParam::new(
                    "end_created_date",
                    &end_created_date,
                ),
            )
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("order", &order))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("phone_id", &phone_id))
            .query(
                &progenitor_client::QueryParam::new(
                    "start_created_date",
                    &start_created_date,
                ),
            )
            .query(&progenitor_client::QueryParam::new("status", &status))
            .query(&progenitor_client::QueryParam::new("type", &type_))
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
    /**Sends a `POST` request to `/v1/call/`

*/
    pub async fn create_call<'a>(
        &'a self,
        body: &'a callslip_diga::types::CreateCallBody,
    ) -> Result<
        ResponseValue<callslip_diga::types::Call>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!("{}/v1/call/", self.baseurl,);
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
            200u16 => ResponseValue::from_response(response).await,
            201u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `POST` request to `/v1/call/bulk-delete`

*/
    pub async fn bulk_delete_calls<'a>(
        &'a self,
        body: &'a callslip_diga::types::BulkDeleteCallsBody,
    ) -> Result<
        ResponseValue<callslip_diga::types::BulkDeleteCallsResult>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!("{}/v1/call/bulk-delete", self.baseurl,);
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
            operation_id: "bulk_delete_calls",
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
    /**Sends a `GET` request to `/v1/call/concurrency/stream`

*/
    pub async fn watch_concurrency<'a>(
        &'a self,
    ) -> Result<ResponseValue<ByteStream>, Error<callslip_diga::types::ErrorBody>> {
        let url = format!("{}/v1/call/concurrency/stream", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self.client.get(url).headers(header_map).build()?;
        let info = OperationInfo {
            operation_id: "watch_concurrency",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::stream(response)),
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v1/call/{id}`

*/
    pub async fn get_call<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
    ) -> Result<
        ResponseValue<callslip_diga::types::Call>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!("{}/v1/call/{}", self.baseurl, encode_path(& id.to_string()),);
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
    /**Sends a `GET` request to `/v1/call/{id}/message`

*/
    pub async fn list_call_messages<'a>(
        &'a self,
        id: &'a ::uuid::Uuid,
        after: Option<&'a ::uuid::Uuid>,
        before: Option<&'a ::uuid::Uuid>,
        limit: Option<i64>,
        order: Option<&'a callslip_diga::types::SortOrder>,
        page: Option<i64>,
    ) -> Result<
        ResponseValue<callslip_diga::types::MessageList>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v1/call/{}/message", self.baseurl, encode_path(& id.to_string()),
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
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("order", &order))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_messages",
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
    /**Sends a `GET` request to `/v1/log/call/{call_id}`

*/
    pub async fn list_call_logs<'a>(
        &'a self,
        call_id: &'a ::uuid::Uuid,
        after: Option<&'a ::uuid::Uuid>,
        before: Option<&'a ::uuid::Uuid>,
        category: Option<&'a callslip_diga::types::LogCategory>,
        level: Option<&'a callslip_diga::types::LogLevel>,
        limit: Option<i64>,
        order: Option<&'a callslip_diga::types::SortOrder>,
        page: Option<i64>,
    ) -> Result<
        ResponseValue<callslip_diga::types::LogEntryList>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v1/log/call/{}", self.baseurl, encode_path(& call_id.to_string()),
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
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("category", &category))
            .query(&progenitor_client::QueryParam::new("level", &level))
            .query(&progenitor_client::QueryParam::new("limit", &limit))
            .query(&progenitor_client::QueryParam::new("order", &order))
            .query(&progenitor_client::QueryParam::new("page", &page))
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
    /**Sends a `POST` request to `/v1/recording/bulk`

*/
    pub async fn download_recordings<'a>(
        &'a self,
        body: &'a callslip_diga::types::DownloadRecordingsBody,
    ) -> Result<ResponseValue<ByteStream>, Error<callslip_diga::types::ErrorBody>> {
        let url = format!("{}/v1/recording/bulk", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self.client.post(url).json(&body).headers(header_map).build()?;
        let info = OperationInfo {
            operation_id: "download_recordings",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::stream(response)),
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v1/recording/{call_id}`

*/
    pub async fn get_recording<'a>(
        &'a self,
        call_id: &'a ::uuid::Uuid,
    ) -> Result<
        ResponseValue<callslip_diga::types::Recording>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v1/recording/{}", self.baseurl, encode_path(& call_id.to_string()),
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
            operation_id: "get_recording",
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
    /**Sends a `GET` request to `/v1/trace/call/{call_id}`

*/
    pub async fn get_call_trace<'a>(
        &'a self,
        call_id: &'a ::uuid::Uuid,
    ) -> Result<
        ResponseValue<callslip_diga::types::Trace>,
        Error<callslip_diga::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v1/trace/call/{}", self.baseurl, encode_path(& call_id.to_string()),
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
            operation_id: "get_call_trace",
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
