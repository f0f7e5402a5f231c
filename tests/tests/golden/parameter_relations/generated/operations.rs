// Generated from specs/parameter_relations/openapi.yaml 0.1.0 and its sdk.toml (sha256 e7a6037e34c57591) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen parameter_relations`.

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
    pub async fn get_thing<'a>(
        &'a self,
        id: &'a str,
        after: Option<&'a str>,
        before: Option<&'a str>,
        longest: Option<i64>,
        made_after: Option<i64>,
        made_before: Option<i64>,
        place: Option<&'a str>,
        shortest: Option<i64>,
        since: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        until: Option<&'a ::chrono::DateTime<::chrono::offset::Utc>>,
        wheel_ids: Option<&'a ::std::vec::Vec<i64>>,
    ) -> Result<ResponseValue<super::types::Thing>, Error<super::types::ErrorBody>> {
        let url = format!("{}/things/{}", self.baseurl, encode_path(& id.to_string()),);
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
            .query(&rt::QueryParam::new("longest", &longest))
            .query(&rt::QueryParam::new("madeAfter", &made_after))
            .query(&rt::QueryParam::new("madeBefore", &made_before))
            .query(&rt::QueryParam::new("place", &place))
            .query(&rt::QueryParam::new("shortest", &shortest))
            .query(&rt::QueryParam::new("since", &since))
            .query(&rt::QueryParam::new("until", &until))
            .query(&rt::QueryParam::new("wheelIds[]", &wheel_ids))
            .build()?;
        let info = OperationInfo {
            operation_id: "get_thing",
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
