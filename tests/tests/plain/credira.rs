//! Generated: see `xtask/src/plain.rs`.

use super::super::{Comparison, Given, given, was_sent};

pub(crate) async fn compare(comparison: &mut Comparison) {
    let ours = &callslip_credira::Client::builder()
        .base_url(&comparison.url)
        .retry(callslip_credira::RetryPolicy::none())
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
            "credira create_call",
            0,
            async |_: Given| {
                let request = ours
                    .create_call(
                        given::body(
                            "{\n  \"phone_number\": \"+1234567890\",\n  \"invoice_id\": \"inv_987654321\",\n  \"voice_agent_id\": \"agent_456789123\",\n  \"call_purpose\": \"payment_reminder\",\n  \"customer_name\": \"John Doe\",\n  \"scheduled_time\": \"2024-01-15T14:30:00Z\",\n  \"metadata\": {\n    \"campaign_id\": \"camp_123\",\n    \"department\": \"billing\",\n    \"priority\": \"high\"\n  }\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .create_call(
                        &given::body(
                            "{\n  \"phone_number\": \"+1234567890\",\n  \"invoice_id\": \"inv_987654321\",\n  \"voice_agent_id\": \"agent_456789123\",\n  \"call_purpose\": \"payment_reminder\",\n  \"customer_name\": \"John Doe\",\n  \"scheduled_time\": \"2024-01-15T14:30:00Z\",\n  \"metadata\": {\n    \"campaign_id\": \"camp_123\",\n    \"department\": \"billing\",\n    \"priority\": \"high\"\n  }\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "credira delete_callout",
            0,
            async |_: Given| {
                let request = ours.delete_callout(given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.delete_callout(given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "credira get_call",
            0,
            async |_: Given| {
                let request = ours.get_call(given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_call(given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "credira get_callout_response",
            0,
            async |_: Given| {
                let request = ours.get_callout_response(given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_callout_response(given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "credira list_callouts",
            0,
            async |_: Given| {
                let request = ours.list_callouts(given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.list_callouts(given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "credira list_calls",
            0,
            async |_: Given| {
                let request = ours.list_calls(given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.list_calls(given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "credira update_callout",
            0,
            async |_: Given| {
                let request = ours
                    .update_callout(
                        given::TEXT,
                        given::body(
                            "{\n  \"scheduled_time\": \"2024-01-25T14:00:00Z\",\n  \"actions\": {\n    \"calls_enabled\": true,\n    \"emails_enabled\": true,\n    \"voice_agent_id\": \"agent_789123456\"\n  },\n  \"priority\": \"high\",\n  \"target_contact\": {\n    \"name\": \"Jane Smith\",\n    \"email\": \"jane.smith@example.com\",\n    \"phone\": \"+1987654321\"\n  },\n  \"metadata\": {\n    \"campaign_id\": \"camp_456\",\n    \"department\": \"sales\",\n    \"notes\": \"Updated contact information\"\n  }\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .update_callout(
                        given::TEXT,
                        &given::body(
                            "{\n  \"scheduled_time\": \"2024-01-25T14:00:00Z\",\n  \"actions\": {\n    \"calls_enabled\": true,\n    \"emails_enabled\": true,\n    \"voice_agent_id\": \"agent_789123456\"\n  },\n  \"priority\": \"high\",\n  \"target_contact\": {\n    \"name\": \"Jane Smith\",\n    \"email\": \"jane.smith@example.com\",\n    \"phone\": \"+1987654321\"\n  },\n  \"metadata\": {\n    \"campaign_id\": \"camp_456\",\n    \"department\": \"sales\",\n    \"notes\": \"Updated contact information\"\n  }\n}\n",
                        ),
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
/**Client for credira

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
    /**Sends a `GET` request to `/callouts`

*/
    pub async fn list_callouts<'a>(
        &'a self,
        invoice_id: &'a str,
    ) -> Result<
        ResponseValue<callslip_credira::types::CalloutListResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!("{}/callouts", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("invoice_id", &invoice_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_callouts",
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
    /**Sends a `PUT` request to `/callouts/{id}`

*/
    pub async fn update_callout<'a>(
        &'a self,
        id: &'a str,
        body: &'a callslip_credira::types::UpdateCalloutBody,
    ) -> Result<
        ResponseValue<callslip_credira::types::UpdatedCalloutResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!(
            "{}/callouts/{}", self.baseurl, encode_path(& id.to_string()),
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
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "update_callout",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `DELETE` request to `/callouts/{id}`

*/
    pub async fn delete_callout<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<
        ResponseValue<callslip_credira::types::DeletedCalloutResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!(
            "{}/callouts/{}", self.baseurl, encode_path(& id.to_string()),
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
            .delete(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_callout",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/callouts/{id}/response`

*/
    pub async fn get_callout_response<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<
        ResponseValue<callslip_credira::types::CalloutOutcomeResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!(
            "{}/callouts/{}/response", self.baseurl, encode_path(& id.to_string()),
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
            operation_id: "get_callout_response",
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
    /**Sends a `GET` request to `/calls`

*/
    pub async fn list_calls<'a>(
        &'a self,
        invoice_id: &'a str,
    ) -> Result<
        ResponseValue<callslip_credira::types::CallListResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!("{}/calls", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("invoice_id", &invoice_id))
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
    /**Sends a `POST` request to `/calls`

*/
    pub async fn create_call<'a>(
        &'a self,
        body: &'a callslip_credira::types::CreateCallBody,
    ) -> Result<
        ResponseValue<callslip_credira::types::CreatedCallResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!("{}/calls", self.baseurl,);
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
            200..=299 => ResponseValue::from_response(response).await,
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/calls/{id}`

*/
    pub async fn get_call<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<
        ResponseValue<callslip_credira::types::CallResponse>,
        Error<callslip_credira::types::ErrorBody>,
    > {
        let url = format!("{}/calls/{}", self.baseurl, encode_path(& id.to_string()),);
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
