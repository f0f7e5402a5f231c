//! A provider as the code generator would write it, by hand: its tables, its operations over the runtime's hooks, and the
//! calls that users would see.

use std::sync::Arc;

use callslip_core::download::Download;
use callslip_core::rt::{
    self, Call, CallOptions, ClientHeader, ClientHooks, ClientInfo, ClientSettings, ErrorPointers,
    Http, Location, Operation, OperationInfo, Origin, Paging, Provider, QueryParam,
    RateLimitHeaders, Scheme, Shape, encode_path,
};
use callslip_core::{BuildError, Error, EventStream, ResponseValue};

pub use crate::clock::TestClock;

callslip_core::object! {
    /// What a success body is.
    pub struct Thing {
        /// Its id.
        pub id: String = essential("id"),
        /// Its length.
        pub seconds: Option<i64> = optional("seconds"),
    }
}

impl Thing {
    /// A thing.
    pub fn new(id: &str, seconds: Option<i64>) -> Self {
        let id = id.to_owned();
        Self { id, seconds }
    }
}

callslip_core::object! {
    /// What an error body is.
    pub struct Fault {
        /// The code.
        pub code: String = required("code"),
        /// The message.
        pub message: Option<String> = optional("message"),
    }
}

static THING_SHAPE: Shape = <Thing as rt::Schema>::SHAPE;
static FAULT_SHAPE: Shape = <Fault as rt::Schema>::SHAPE;

const fn operation(id: &'static str, method: &'static str, path: &'static str) -> Operation {
    Operation {
        id,
        method,
        path,
        idempotent: true,
        streaming: false,
        success_status: 200,
        paging: Paging::None,
        success: &THING_SHAPE,
        error: &FAULT_SHAPE,
    }
}

/// `GET`, with an id and a query.
pub static GET_THING: Operation = operation("get_thing", "GET", "/things/{thingId}/parts");
/// `POST`: what must not be sent twice.
pub static MAKE_THING: Operation = Operation {
    idempotent: false,
    ..operation("make_thing", "POST", "/things")
};
/// `DELETE`, answered without a body.
pub static DROP_THING: Operation = Operation {
    success_status: 204,
    success: &Shape::Empty,
    ..operation("drop_thing", "DELETE", "/things/{thingId}")
};
/// `GET` of a body that is handed on as it arrives.
pub static GET_RECORDING: Operation = Operation {
    streaming: true,
    success: &Shape::Binary,
    ..operation("get_recording", "GET", "/things/{thingId}/recording")
};
/// Server-sent events.
pub static WATCH_THINGS: Operation = Operation {
    streaming: true,
    ..operation("watch_things", "GET", "/things/stream")
};

/// The provider.
pub static ACME: Provider = Provider {
    name: "acme",
    title: "Acme",
    env_prefix: "ACME",
    user_agent: "callslip-acme/1.2.3",
    default_base_url: Some("https://api.acme.example/v1"),
    operations: &[
        &GET_THING,
        &MAKE_THING,
        &DROP_THING,
        &GET_RECORDING,
        &WATCH_THINGS,
    ],
    errors: ErrorPointers {
        code: &["/code"],
        message: &["/message"],
        request_id: &["/trace"],
    },
    rate_limit: Some(&RateLimitHeaders {
        limit: "x-limit",
        remaining: "x-remaining",
        interval_milliseconds: "x-interval-ms",
        daily_limit: "x-daily-limit",
        daily_remaining: "x-daily-remaining",
    }),
    success_flag: Some("success"),
    constant_headers: &[("x-constant", "c1")],
};

/// Where its key comes from.
pub static KEY: Origin = Origin {
    setter: "api_key",
    env: &["ACME_API_KEY"],
};

/// What a user's client is.
#[derive(Clone, Debug)]
pub struct Client {
    core: rt::ClientCore,
}

impl Client {
    /// With the settings given and an API key.
    pub fn build(settings: ClientSettings) -> Result<Self, BuildError> {
        let header = ClientHeader::given(
            Scheme::ApiKey("x-api-key"),
            Some(&"m4rker-key".into()),
            &KEY,
        )?;
        Self::with_headers(settings, vec![header])
    }

    /// With headers of the caller's, credentials among them.
    pub fn with_headers(
        settings: ClientSettings,
        headers: Vec<ClientHeader>,
    ) -> Result<Self, BuildError> {
        Ok(Self {
            core: settings.build(&ACME, headers)?,
        })
    }

    /// A client for the server of a test: waits are recorded instead of waited for.
    pub fn of(url: &str) -> (Self, Arc<TestClock>) {
        let clock = Arc::new(TestClock::default());
        let settings = ClientSettings::default().base_url(url).clock(clock.clone());
        (Self::build(settings).expect("usable settings"), clock)
    }

    fn bind(&self, operation: &'static Operation, options: CallOptions) -> Bound {
        Bound {
            baseurl: self.core.path_prefix().to_owned(),
            client: self.core.http(),
            inner: self.core.call(operation, options),
        }
    }

    /// One thing.
    pub async fn get_thing(&self, id: &str) -> Result<ResponseValue<Thing>, Error<Fault>> {
        self.get_thing_with(id, None, CallOptions::default()).await
    }

    /// One thing, with a query and with options.
    pub async fn get_thing_with(
        &self,
        id: &str,
        place: Option<&str>,
        options: CallOptions,
    ) -> Result<ResponseValue<Thing>, Error<Fault>> {
        rt::check_text(&GET_THING, "thingId", Location::Path, id, 1, None)?;
        self.bind(&GET_THING, options).get_thing(id, place).await
    }

    /// As if the parameter had not been checked by name.
    pub async fn get_thing_unchecked(
        &self,
        id: &str,
    ) -> Result<ResponseValue<Thing>, Error<Fault>> {
        self.bind(&GET_THING, CallOptions::default())
            .get_thing(id, None)
            .await
    }

    /// As if a generated method were bound to the row of another operation.
    pub async fn get_thing_misbound(&self) -> Result<ResponseValue<Thing>, Error<Fault>> {
        self.bind(&MAKE_THING, CallOptions::default())
            .get_thing("7", None)
            .await
    }

    /// Makes a thing.
    pub async fn make_thing(&self, body: &Thing) -> Result<ResponseValue<Thing>, Error<Fault>> {
        self.bind(&MAKE_THING, CallOptions::default())
            .make_thing(body)
            .await
    }

    /// Removes a thing.
    pub async fn drop_thing(&self, id: &str) -> Result<ResponseValue<()>, Error<Fault>> {
        self.bind(&DROP_THING, CallOptions::default())
            .drop_thing(id)
            .await
    }

    /// The recording of a thing.
    pub async fn get_recording(
        &self,
        id: &str,
        options: CallOptions,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<Fault>> {
        self.bind(&GET_RECORDING, options).get_recording(id).await
    }

    /// What a link in a record leads to.
    pub fn download(&self, url: impl AsRef<str>) -> Download {
        self.core.download(url.as_ref())
    }

    /// An answer as a stream of events.
    pub async fn watch_things(
        &self,
        options: CallOptions,
    ) -> Result<ResponseValue<EventStream<Thing>>, Error<Fault>> {
        let bytes = self.bind(&WATCH_THINGS, options).watch_things().await?;
        Ok(bytes.into_events())
    }
}

/// What progenitor's output is.
#[derive(Clone, Debug)]
struct Bound {
    baseurl: String,
    client: Http,
    inner: Call,
}

impl ClientInfo<Call> for Bound {
    fn api_version() -> &'static str {
        "1.0.0"
    }

    fn baseurl(&self) -> &str {
        &self.baseurl
    }

    fn client(&self) -> &Http {
        &self.client
    }

    fn inner(&self) -> &Call {
        &self.inner
    }
}

impl ClientHooks<Call> for Bound {}

impl Bound {
    async fn get_thing<'a>(
        &'a self,
        id: &'a str,
        place: Option<&'a str>,
    ) -> Result<ResponseValue<Thing>, Error<Fault>> {
        let url = format!("{}/things/{}/parts", self.baseurl, encode_path(id));
        let mut request = self
            .client
            .get(url)
            .header(
                reqwest::header::ACCEPT,
                reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&QueryParam::new("place", &place))
            .build()?;
        let info = OperationInfo {
            operation_id: "get_thing",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200 => ResponseValue::from_response::<Fault>(response).await,
            400..=499 => Err(Error::ErrorResponse(
                ResponseValue::from_response::<Fault>(response).await?,
            )),
            502 => Err(Error::ErrorResponse(
                ResponseValue::from_response::<Fault>(response).await?,
            )),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    async fn make_thing<'a>(
        &'a self,
        body: &'a Thing,
    ) -> Result<ResponseValue<Thing>, Error<Fault>> {
        let url = format!("{}/things", self.baseurl);
        let mut request = self.client.post(url).json(&body).build()?;
        let info = OperationInfo {
            operation_id: "make_thing",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200 => ResponseValue::from_response::<Fault>(response).await,
            400..=599 => Err(Error::ErrorResponse(
                ResponseValue::from_response::<Fault>(response).await?,
            )),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// The spec of this one has a `default` response.
    async fn drop_thing<'a>(&'a self, id: &'a str) -> Result<ResponseValue<()>, Error<Fault>> {
        let url = format!("{}/things/{}", self.baseurl, encode_path(id));
        let mut request = self.client.delete(url).build()?;
        let info = OperationInfo {
            operation_id: "drop_thing",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            204 => Ok(ResponseValue::empty(response)),
            _ => Err(Error::ErrorResponse(
                ResponseValue::from_response::<Fault>(response).await?,
            )),
        }
    }

    async fn get_recording<'a>(
        &'a self,
        id: &'a str,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<Fault>> {
        let url = format!("{}/things/{}/recording", self.baseurl, encode_path(id));
        let request = self.client.get(url).build()?;
        self.streamed(request, "get_recording").await
    }

    async fn watch_things(&self) -> Result<ResponseValue<rt::ByteStream>, Error<Fault>> {
        let url = format!("{}/things/stream", self.baseurl);
        let request = self.client.get(url).build()?;
        self.streamed(request, "watch_things").await
    }

    async fn streamed(
        &self,
        mut request: rt::Request,
        operation_id: &'static str,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<Fault>> {
        let info = OperationInfo { operation_id };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200 => Ok(ResponseValue::stream(response)),
            400..=499 => Err(Error::ErrorResponse(
                ResponseValue::from_response::<Fault>(response).await?,
            )),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
