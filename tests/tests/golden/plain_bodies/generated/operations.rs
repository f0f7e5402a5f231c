// Generated from specs/plain_bodies/openapi.yaml 0.1.0 and its sdk.toml (sha256 434df37cf37b95df) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_bodies`.

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
    pub async fn send_anything<'a>(
        &'a self,
        body: &'a ::serde_json::Value,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<super::types::ErrorBody>> {
        let url = format!("{}/anything", self.baseurl,);
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
            operation_id: "send_anything",
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

    pub async fn start_call<'a>(
        &'a self,
        body: &'a super::types::NewCall,
    ) -> Result<ResponseValue<()>, Error<super::types::ErrorBody>> {
        let url = format!("{}/calls", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .form_urlencoded(&body)?
            .build()?;
        let info = OperationInfo {
            operation_id: "start_call",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
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

    pub async fn send_files<'a, B: Into<rt::Body>>(
        &'a self,
        body: B,
    ) -> Result<ResponseValue<()>, Error<super::types::ErrorBody>> {
        let url = format!("{}/files", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .header(
                ::reqwest::header::CONTENT_TYPE,
                ::reqwest::header::HeaderValue::from_static("application/octet-stream"),
            )
            .body(body)
            .build()?;
        let info = OperationInfo {
            operation_id: "send_files",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
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

    pub async fn send_names<'a>(
        &'a self,
        body: &'a ::std::vec::Vec<::std::string::String>,
    ) -> Result<
        ResponseValue<::std::vec::Vec<::std::string::String>>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/names", self.baseurl,);
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
            operation_id: "send_names",
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

    pub async fn send_recording<'a, B: Into<rt::Body>>(
        &'a self,
        body: B,
    ) -> Result<ResponseValue<()>, Error<super::types::ErrorBody>> {
        let url = format!("{}/recordings", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .header(
                ::reqwest::header::CONTENT_TYPE,
                ::reqwest::header::HeaderValue::from_static("application/octet-stream"),
            )
            .body(body)
            .build()?;
        let info = OperationInfo {
            operation_id: "send_recording",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => Ok(ResponseValue::empty(response)),
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
