// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

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
    pub async fn list_call_logs<'a>(
        &'a self,
        action_type: Option<&'a str>,
        agent_id: Option<&'a str>,
        call_type: Option<&'a super::types::CallType>,
        contact_id: Option<&'a str>,
        end_date: Option<i64>,
        location_id: &'a str,
        page: Option<i64>,
        page_size: Option<i64>,
        sort: Option<&'a super::types::SortDirection>,
        sort_by: Option<&'a super::types::CallLogSortField>,
        start_date: Option<i64>,
    ) -> Result<
        ResponseValue<super::types::CallLogList>,
        Error<super::types::ErrorBody>,
    > {
        let url = format!("{}/voice-ai/dashboard/call-logs", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("actionType", &action_type))
            .query(&rt::QueryParam::new("agentId", &agent_id))
            .query(&rt::QueryParam::new("callType", &call_type))
            .query(&rt::QueryParam::new("contactId", &contact_id))
            .query(&rt::QueryParam::new("endDate", &end_date))
            .query(&rt::QueryParam::new("locationId", &location_id))
            .query(&rt::QueryParam::new("page", &page))
            .query(&rt::QueryParam::new("pageSize", &page_size))
            .query(&rt::QueryParam::new("sort", &sort))
            .query(&rt::QueryParam::new("sortBy", &sort_by))
            .query(&rt::QueryParam::new("startDate", &start_date))
            .build()?;
        let info = OperationInfo {
            operation_id: "list_call_logs",
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

    pub async fn get_call_log<'a>(
        &'a self,
        call_id: &'a str,
        location_id: &'a str,
    ) -> Result<ResponseValue<super::types::CallLog>, Error<super::types::ErrorBody>> {
        let url = format!(
            "{}/voice-ai/dashboard/call-logs/{}", self.baseurl, encode_path(& call_id
            .to_string()),
        );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&rt::QueryParam::new("locationId", &location_id))
            .build()?;
        let info = OperationInfo {
            operation_id: "get_call_log",
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
