// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 d986da2d62b12585) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The operations, as progenitor writes them, less what no call needs; `requests.rs` is what users see.

use callslip_core::rt;
#[allow(unused_imports)]
pub use callslip_core::rt::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use callslip_core::rt::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/**Client for HighLevel Voice AI

Lists and reads the logs of the calls that HighLevel (LeadConnector) Voice AI agents took: who called, what was said, and which actions the agents carried out. Properties are named in camelCase; an identifier is a string without any meaning of its own.

Version: 0.1.0*/
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
    /**List call logs

Lists the call logs of a location, a page at a time, the newest first unless asked for otherwise. The token needs the scope `voice-ai-dashboard.readonly` of that location. The provider's text speaks of the time zone of the dates; there is no parameter for one. An item of the list is as complete as the answer for a single call, as integrators report.

Sends a `GET` request to `/voice-ai/dashboard/call-logs`

Arguments:
- `action_type`: Only calls in which actions of these types were carried out. Appointment bookings show only in calls since 9 September 2025.
- `agent_id`: Only calls that this agent took.
- `call_type`: Only live calls, or only trial calls.
- `contact_id`: Only calls of these contacts, given by their identifiers.
- `end_date`: Only calls until this time, in milliseconds since 1970 (UTC). Together with `startDate`, and later than that. Whether a call at that very moment is among them is not documented.
- `location_id`: Identifier of the location (sub-account) whose calls are listed.
- `page`: Number of the page, counted from 1, which is also the default.
- `page_size`: How many call logs a page holds: at most 50, and 10 unless asked for otherwise.
- `sort`: Direction of the sorting. Of effect only together with `sortBy`.
- `sort_by`: What the list is sorted by.
- `start_date`: Only calls from this time on, in milliseconds since 1970 (UTC). Together with `endDate`, and earlier than that. Whether a call at that very moment is among them is not documented.
*/
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

    /**Get one call log

Fetches the log of one call of a location. The token needs the scope `voice-ai-dashboard.readonly` of that location; a missing scope is reported as 401 rather than 403.

Sends a `GET` request to `/voice-ai/dashboard/call-logs/{callId}`

Arguments:
- `call_id`: Identifier of the call.
- `location_id`: Identifier of the location (sub-account) that the call belongs to.
*/
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
