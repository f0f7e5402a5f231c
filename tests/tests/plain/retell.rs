//! Generated: see `xtask/src/plain.rs`.

use super::super::{Comparison, Given, given, was_sent};

pub(crate) async fn compare(comparison: &mut Comparison) {
    let ours = &callslip_retell::Client::builder()
        .base_url(&comparison.url)
        .retry(callslip_retell::RetryPolicy::none())
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
            "retell create_phone_call",
            0,
            async |_: Given| {
                let request = ours
                    .create_phone_call(
                        given::body(
                            "{\n  \"from_number\": \"+15550100001\",\n  \"to_number\": \"+15550100002\",\n  \"override_agent_id\": \"agent_00000000000000000000000001\",\n  \"override_agent_version\": 1,\n  \"agent_override\": {},\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"retell_llm_dynamic_variables\": {\n    \"order\": \"7\"\n  },\n  \"custom_sip_headers\": {\n    \"X-Sample\": \"sample\"\n  },\n  \"ignore_e164_validation\": false\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .create_phone_call(
                        &given::body(
                            "{\n  \"from_number\": \"+15550100001\",\n  \"to_number\": \"+15550100002\",\n  \"override_agent_id\": \"agent_00000000000000000000000001\",\n  \"override_agent_version\": 1,\n  \"agent_override\": {},\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"retell_llm_dynamic_variables\": {\n    \"order\": \"7\"\n  },\n  \"custom_sip_headers\": {\n    \"X-Sample\": \"sample\"\n  },\n  \"ignore_e164_validation\": false\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "retell create_web_call",
            0,
            async |_: Given| {
                let request = ours
                    .create_web_call(
                        given::body(
                            "{\n  \"agent_id\": \"agent_00000000000000000000000001\",\n  \"agent_version\": 1,\n  \"agent_override\": {},\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"retell_llm_dynamic_variables\": {\n    \"order\": \"7\"\n  },\n  \"current_node_id\": \"node_1\",\n  \"current_state\": null\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .create_web_call(
                        &given::body(
                            "{\n  \"agent_id\": \"agent_00000000000000000000000001\",\n  \"agent_version\": 1,\n  \"agent_override\": {},\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"retell_llm_dynamic_variables\": {\n    \"order\": \"7\"\n  },\n  \"current_node_id\": \"node_1\",\n  \"current_state\": null\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "retell delete_call",
            0,
            async |_: Given| {
                let request = ours.delete_call(given::TEXT);
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.delete_call(given::TEXT).await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "retell get_call",
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
            "retell get_concurrency",
            0,
            async |_: Given| {
                let request = ours.get_concurrency();
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs.get_concurrency().await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "retell list_calls",
            0,
            async |_: Given| {
                let request = ours
                    .list_calls(
                        given::body(
                            "{\n  \"filter_criteria\": {\n    \"agent_id\": [\n      \"agent_00000000000000000000000001\"\n    ],\n    \"call_status\": [\n      \"ended\"\n    ],\n    \"direction\": [\n      \"outbound\"\n    ],\n    \"start_timestamp\": {\n      \"lower_threshold\": 1767225600000,\n      \"upper_threshold\": 1767312000000\n    }\n  },\n  \"sort_order\": \"descending\",\n  \"limit\": 100\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .list_calls(
                        &given::body(
                            "{\n  \"filter_criteria\": {\n    \"agent_id\": [\n      \"agent_00000000000000000000000001\"\n    ],\n    \"call_status\": [\n      \"ended\"\n    ],\n    \"direction\": [\n      \"outbound\"\n    ],\n    \"start_timestamp\": {\n      \"lower_threshold\": 1767225600000,\n      \"upper_threshold\": 1767312000000\n    }\n  },\n  \"sort_order\": \"descending\",\n  \"limit\": 100\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "retell register_phone_call",
            0,
            async |_: Given| {
                let request = ours
                    .register_phone_call(
                        given::body(
                            "{\n  \"agent_id\": \"agent_00000000000000000000000001\",\n  \"agent_version\": 1,\n  \"agent_override\": {},\n  \"from_number\": \"+15550100001\",\n  \"to_number\": \"+15550100002\",\n  \"direction\": \"inbound\",\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"retell_llm_dynamic_variables\": {\n    \"order\": \"7\"\n  }\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .register_phone_call(
                        &given::body(
                            "{\n  \"agent_id\": \"agent_00000000000000000000000001\",\n  \"agent_version\": 1,\n  \"agent_override\": {},\n  \"from_number\": \"+15550100001\",\n  \"to_number\": \"+15550100002\",\n  \"direction\": \"inbound\",\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"retell_llm_dynamic_variables\": {\n    \"order\": \"7\"\n  }\n}\n",
                        ),
                    )
                    .await;
                true
            },
        )
        .await;
    comparison
        .operation(
            "retell update_call",
            0,
            async |_: Given| {
                let request = ours
                    .update_call(
                        given::TEXT,
                        given::body(
                            "{\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"data_storage_setting\": \"everything_except_pii\",\n  \"override_dynamic_variables\": {\n    \"discount\": \"15\"\n  },\n  \"custom_attributes\": {\n    \"region\": \"north\",\n    \"rank\": 2,\n    \"checked\": true\n  }\n}\n",
                        ),
                    );
                if !was_sent(request.await) {
                    return false;
                }
                let _ = theirs
                    .update_call(
                        given::TEXT,
                        &given::body(
                            "{\n  \"metadata\": {\n    \"customer_id\": \"customer-1\"\n  },\n  \"data_storage_setting\": \"everything_except_pii\",\n  \"override_dynamic_variables\": {\n    \"discount\": \"15\"\n  },\n  \"custom_attributes\": {\n    \"region\": \"north\",\n    \"rank\": 2,\n    \"checked\": true\n  }\n}\n",
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
/**Client for retell

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
    /**Sends a `GET` request to `/get-concurrency`

*/
    pub async fn get_concurrency<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<callslip_retell::types::Concurrency>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!("{}/get-concurrency", self.baseurl,);
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
            operation_id: "get_concurrency",
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
    /**Sends a `POST` request to `/v2/create-phone-call`

*/
    pub async fn create_phone_call<'a>(
        &'a self,
        body: &'a callslip_retell::types::CreatePhoneCallBody,
    ) -> Result<
        ResponseValue<callslip_retell::types::Call>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!("{}/v2/create-phone-call", self.baseurl,);
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
            operation_id: "create_phone_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
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
    /**Sends a `POST` request to `/v2/create-web-call`

*/
    pub async fn create_web_call<'a>(
        &'a self,
        body: &'a callslip_retell::types::CreateWebCallBody,
    ) -> Result<
        ResponseValue<callslip_retell::types::Call>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!("{}/v2/create-web-call", self.baseurl,);
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
            operation_id: "create_web_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
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
    /**Sends a `DELETE` request to `/v2/delete-call/{call_id}`

*/
    pub async fn delete_call<'a>(
        &'a self,
        call_id: &'a str,
    ) -> Result<ResponseValue<()>, Error<callslip_retell::types::ErrorBody>> {
        let url = format!(
            "{}/v2/delete-call/{}", self.baseurl, encode_path(& call_id.to_string()),
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
            operation_id: "delete_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            400u16..=499u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            500u16..=599u16 => {
                Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
            }
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /**Sends a `GET` request to `/v2/get-call/{call_id}`

*/
    pub async fn get_call<'a>(
        &'a self,
        call_id: &'a str,
    ) -> Result<
        ResponseValue<callslip_retell::types::Call>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v2/get-call/{}", self.baseurl, encode_path(& call_id.to_string()),
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
    /**Sends a `POST` request to `/v2/list-calls`

*/
    pub async fn list_calls<'a>(
        &'a self,
        body: &'a callslip_retell::types::ListCallsBody,
    ) -> Result<
        ResponseValue<::std::vec::Vec<callslip_retell::types::Call>>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!("{}/v2/list-calls", self.baseurl,);
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
    /**Sends a `POST` request to `/v2/register-phone-call`

*/
    pub async fn register_phone_call<'a>(
        &'a self,
        body: &'a callslip_retell::types::RegisterPhoneCallBody,
    ) -> Result<
        ResponseValue<callslip_retell::types::Call>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!("{}/v2/register-phone-call", self.baseurl,);
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
            operation_id: "register_phone_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
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
    /**Sends a `PATCH` request to `/v2/update-call/{call_id}`

*/
    pub async fn update_call<'a>(
        &'a self,
        call_id: &'a str,
        body: &'a callslip_retell::types::UpdateCallBody,
    ) -> Result<
        ResponseValue<callslip_retell::types::Call>,
        Error<callslip_retell::types::ErrorBody>,
    > {
        let url = format!(
            "{}/v2/update-call/{}", self.baseurl, encode_path(& call_id.to_string()),
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
