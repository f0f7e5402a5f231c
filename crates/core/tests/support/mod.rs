//! A scripted server, a clock that does not wait, and a client in the shape in which generated code writes it.

#![allow(dead_code, reason = "each test file uses its part")]

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use callslip_core::rt::{
    self, CallOptions, ClientCore, ClientHeader, ClientHooks, ClientInfo, ClientSettings, Clock,
    ErrorPointers, Field, Object, Operation, OperationInfo, Origin, Paging, Provider, Shape,
};
use callslip_core::{BuildError, Error, ResponseValue};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one request.
#[derive(Clone)]
pub enum Act {
    /// These bytes, then the connection is closed.
    Send(Vec<u8>),
    /// Nothing, ever.
    Hang,
    /// The connection is closed without an answer.
    Close,
    /// A head that announces nothing, then this many chunks of 64 KiB.
    Flood(usize),
}

pub fn answer(status: &str, headers: &str, body: &str) -> Act {
    let text = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n{headers}\r\n{body}",
        body.len()
    );
    Act::Send(text.into_bytes())
}

pub fn ok() -> Act {
    answer(
        "200 OK",
        "content-type: application/json\r\n",
        r#"{"name": "n"}"#,
    )
}

/// A server that does one act a request, the last one again and again.
pub struct Server {
    pub base_url: String,
    heads: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    pub async fn start(acts: impl Into<Vec<Act>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base_url = format!("http://{}", listener.local_addr().expect("an address"));
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        let acts = acts.into();
        let task = tokio::spawn(async move {
            let mut held = Vec::new();
            for index in 0.. {
                let Ok((mut stream, _)) = listener.accept().await else {
                    return;
                };
                let Some(head) = head(&mut stream).await else {
                    continue;
                };
                seen.lock().expect("the list").push(head);
                let act = acts[usize::min(index, acts.len() - 1)].clone();
                match act {
                    Act::Send(bytes) => drop(stream.write_all(&bytes).await),
                    Act::Hang => held.push(stream),
                    Act::Close => {}
                    Act::Flood(chunks) => {
                        let _ = stream
                            .write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")
                            .await;
                        for _ in 0..chunks {
                            if stream.write_all(&[b' '; 65536]).await.is_err() {
                                break;
                            }
                        }
                    }
                }
            }
        });
        Self {
            base_url,
            heads,
            task,
        }
    }

    pub fn requests(&self) -> Vec<String> {
        self.heads.lock().expect("the list").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn head(stream: &mut TcpStream) -> Option<String> {
    let mut buffer = Vec::new();
    let mut chunk = [0; 2048];
    loop {
        let count = stream.read(&mut chunk).await.ok()?;
        if count == 0 {
            return None;
        }
        buffer.extend(&chunk[..count]);
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            return Some(String::from_utf8_lossy(&buffer[..end]).into_owned());
        }
    }
}

/// Notes how long was to be waited, and does not wait.
#[derive(Debug)]
pub struct Notes {
    waits: Mutex<Vec<Duration>>,
}

impl Notes {
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            waits: Mutex::default(),
        })
    }

    pub fn waits(&self) -> Vec<Duration> {
        self.waits.lock().expect("the list").clone()
    }
}

impl Clock for Notes {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        self.waits.lock().expect("the list").push(duration);
        Box::pin(std::future::ready(()))
    }

    /// 1994-11-06 08:49:37 GMT
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
    }
}

#[derive(Debug, Deserialize, Serialize, PartialEq)]
pub struct Thing {
    pub name: String,
}

#[derive(Debug, Deserialize, Serialize, PartialEq)]
pub struct ErrorBody {
    pub code: Option<String>,
    pub message: Option<String>,
}

static THING: Object = Object {
    name: "Thing",
    fields: &[Field::required("name", Shape::String)],
};
static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};

static THING_SHAPE: Shape = Shape::Object(&THING);
static ERROR_SHAPE: Shape = Shape::Object(&ERROR_BODY);

const fn operation(
    id: &'static str,
    method: &'static str,
    path: &'static str,
    idempotent: bool,
) -> Operation {
    Operation {
        id,
        method,
        path,
        idempotent,
        streaming: false,
        paging: Paging::None,
        success: &THING_SHAPE,
        error: &ERROR_SHAPE,
    }
}

pub static GET_THING: Operation = operation("get_thing", "GET", "/things/{id}", true);
pub static MAKE_THING: Operation = operation("make_thing", "POST", "/things", false);

pub static PROVIDER: Provider = Provider {
    name: "test",
    title: "Test",
    env_prefix: "TEST",
    user_agent: "callslip-test/0",
    default_base_url: None,
    operations: &[&GET_THING, &MAKE_THING],
    errors: ErrorPointers {
        code: &["/code"],
        message: &["/message"],
        request_id: &["/request_id"],
    },
    success_flag: Some("success"),
    constant_headers: &[("x-constant", "c")],
};

/// As progenitor writes it.
#[derive(Clone, Debug)]
pub struct Generated {
    baseurl: String,
    client: reqwest::Client,
    inner: rt::Call,
}

impl ClientInfo<rt::Call> for Generated {
    fn api_version() -> &'static str {
        "1.0.0"
    }

    fn baseurl(&self) -> &str {
        &self.baseurl
    }

    fn client(&self) -> &reqwest::Client {
        &self.client
    }

    fn inner(&self) -> &rt::Call {
        &self.inner
    }
}

impl ClientHooks<rt::Call> for Generated {}

impl Generated {
    pub async fn get_thing(
        &self,
        id: &str,
        place: &str,
    ) -> Result<ResponseValue<Thing>, Error<ErrorBody>> {
        let url = format!("{}/things/{}", self.baseurl, rt::encode_path(id));
        let request = self
            .client
            .get(url)
            .header("api-version", Self::api_version())
            .query(&rt::QueryParam::new("place", &place))
            .build()?;
        self.run(request, "get_thing").await
    }

    pub async fn make_thing(&self, body: &Thing) -> Result<ResponseValue<Thing>, Error<ErrorBody>> {
        let url = format!("{}/things", self.baseurl);
        let request = self.client.post(url).json(&body).build()?;
        self.run(request, "make_thing").await
    }

    async fn run(
        &self,
        mut request: reqwest::Request,
        operation_id: &'static str,
    ) -> Result<ResponseValue<Thing>, Error<ErrorBody>> {
        let info = OperationInfo { operation_id };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            400u16..=499u16 => Err(Error::ErrorResponse(
                ResponseValue::from_response(response).await?,
            )),
            500u16..=599u16 => Err(Error::ErrorResponse(
                ResponseValue::from_response(response).await?,
            )),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}

pub const KEY: &str = "m4rker-key";

pub fn core(settings: ClientSettings) -> Result<ClientCore, BuildError> {
    let origin = Origin {
        setter: "api_key",
        env: &["TEST_API_KEY"],
    };
    let key = ClientHeader::api_key("x-api-key", Some(&KEY.into()), &origin)?;
    settings.build(&PROVIDER, vec![key])
}

pub struct Client(pub ClientCore);

impl Client {
    pub fn new(server: &Server) -> Self {
        Self::with(ClientSettings::default().base_url(&server.base_url))
    }

    pub fn with(settings: ClientSettings) -> Self {
        Self(core(settings).expect("usable settings"))
    }

    pub fn bind(&self, operation: &'static Operation, options: CallOptions) -> Generated {
        Generated {
            baseurl: self.0.base_url().to_owned(),
            client: self.0.http().clone(),
            inner: self.0.call(operation, options),
        }
    }

    pub async fn get(&self) -> Result<ResponseValue<Thing>, Error<ErrorBody>> {
        self.bind(&GET_THING, CallOptions::default())
            .get_thing("t1", "m4rker-place")
            .await
    }

    pub async fn make(&self) -> Result<ResponseValue<Thing>, Error<ErrorBody>> {
        let thing = Thing {
            name: "n".to_owned(),
        };
        self.bind(&MAKE_THING, CallOptions::default())
            .make_thing(&thing)
            .await
    }
}

/// What a user could log of an error: all of it.
pub fn shown<E: std::fmt::Debug>(error: &Error<E>) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(&format!("\n{cause}\n{cause:?}"));
        source = cause.source();
    }
    text
}
