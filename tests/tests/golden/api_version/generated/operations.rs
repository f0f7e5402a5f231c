// Generated from specs/api_version/openapi.yaml 0.1.0 and its sdk.toml (sha256 63e3e4337624c43a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen api_version`.

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
    pub async fn count_others<'a>(
        &'a self,
        api_kind: Option<&'a str>,
        api_version: &'a str,
    ) -> Result<ResponseValue<i64>, Error<super::types::ErrorBody>> {
        let url = format!("{}/others", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
        if let Some(value) = api_kind {
            header_map.append("API-Kind", value.to_string().try_into()?);
        }
        header_map.append("api-version", api_version.to_string().try_into()?);
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
            operation_id: "count_others",
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

    pub async fn count_things<'a>(
        &'a self,
        api_version: &'a str,
    ) -> Result<ResponseValue<i64>, Error<super::types::ErrorBody>> {
        let url = format!("{}/things", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("api-version", &api_version))
            .build()?;
        let info = OperationInfo {
            operation_id: "count_things",
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

    pub async fn count_parts<'a>(
        &'a self,
        id: &'a str,
        api_version: &'a str,
        deep: Option<bool>,
    ) -> Result<ResponseValue<i64>, Error<super::types::ErrorBody>> {
        let url = format!("{}/things/{}", self.baseurl, encode_path(& id.to_string()),);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("api-version", &api_version))
            .query(&rt::QueryParam::new("deep", &deep))
            .build()?;
        let info = OperationInfo {
            operation_id: "count_parts",
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
