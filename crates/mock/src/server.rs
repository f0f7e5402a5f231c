//! The socket, and the thread that serves it.

mod media;
mod reply;
mod respond;

use std::future::IntoFuture;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use tokio::sync::oneshot;

pub(crate) use respond::{Behaviour, Shared};

use crate::error::MockError;

/// How long answers that are under way may take after a mock was asked to shut down.
const GRACE: Duration = Duration::from_secs(2);

/// A running server. Dropping it closes the socket before `drop` returns.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    ended: oneshot::Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens and serves.
    ///
    /// On a thread with a runtime of its own: so it is of no matter whose executor the caller runs on, whether that is
    /// busy with blocking code, and whether its clock is paused.
    pub(crate) async fn start(
        host: String,
        port: u16,
        shared: Arc<Shared>,
    ) -> Result<Self, MockError> {
        let (ready, is_ready) = oneshot::channel();
        let (stop, stopped) = oneshot::channel();
        let (end, ended) = oneshot::channel();
        let address = format!("{host}:{port}");
        let run = move || {
            run(&host, port, shared, ready, stopped);
            // Nobody waits for it if the mock was dropped.
            end.send(()).ok();
        };
        let thread = std::thread::Builder::new()
            .name("callslip-mock".to_owned())
            .spawn(run);
        let thread = thread.map_err(|source| MockError::Thread { source })?;
        match is_ready.await {
            Ok(Ok(address)) => Ok(Self {
                address,
                stop: Some(stop),
                ended,
                thread: Some(thread),
            }),
            Ok(Err(source)) => Err(MockError::Listen { address, source }),
            Err(_) => Err(MockError::Thread {
                source: io::Error::other("it ended before it listened"),
            }),
        }
    }

    /// Takes no more connections, lets answers that are under way finish for a moment, and waits for the end.
    pub(crate) async fn shutdown(mut self) {
        if let Some(stop) = self.stop.take() {
            // It may have ended by itself already.
            stop.send(()).ok();
            (&mut self.ended).await.ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A sender that goes away says "at once", one that sends says "gracefully".
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// "Every address" can be listened on but not called.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

fn run(
    host: &str,
    port: u16,
    shared: Arc<Shared>,
    ready: oneshot::Sender<io::Result<SocketAddr>>,
    stopped: oneshot::Receiver<()>,
) {
    let prepared = (|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()?;
        let listener = TcpListener::bind((host, port))?;
        listener.set_nonblocking(true)?;
        let address = reachable(listener.local_addr()?);
        shared.data.listening(format!("http://{address}"));
        let guard = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener)?;
        drop(guard);
        Ok((runtime, listener, address))
    })();
    match prepared {
        Ok((runtime, listener, address)) => {
            // If nobody waits for the start any more, nobody will stop it either.
            if ready.send(Ok(address)).is_ok() {
                runtime.block_on(serve(listener, shared, stopped, GRACE));
            }
        }
        Err(error) => {
            ready.send(Err(error)).ok();
        }
    }
}

async fn serve(
    listener: tokio::net::TcpListener,
    shared: Arc<Shared>,
    stopped: oneshot::Receiver<()>,
    grace: Duration,
) {
    let router = Router::new().fallback(answer).with_state(shared);
    let (finish, finishing) = oneshot::channel::<()>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        finishing.await.ok();
    });
    let mut serving = pin!(serving.into_future());
    tokio::select! {
        _ = &mut serving => {}
        asked = stopped => {
            if asked.is_ok() {
                finish.send(()).ok();
                // A client that never ends its request must not hold up the end.
                tokio::time::timeout(grace, serving).await.ok();
            }
        }
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> axum::response::Response {
    shared.respond(request).await
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::io::AsyncWriteExt;
    use tokio::net::{TcpListener, TcpStream};
    use tokio::sync::oneshot;

    use super::{Behaviour, Shared, serve};
    use crate::spec::{Credentials, Spec};

    #[tokio::test]
    async fn a_request_that_never_ends_does_not_hold_up_the_end() {
        let text = r#"{"openapi": {"paths": {}}, "server_path": "", "examples": {}}"#;
        let spec = Spec::compile(text).expect("an empty spec");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("is bound");
        let (stop, stopped) = oneshot::channel();
        let shared = Arc::new(Shared::new(spec, Credentials::Any, Behaviour::default()));
        let served = tokio::spawn(serve(listener, shared, stopped, Duration::from_millis(20)));
        let mut client = TcpStream::connect(address).await.expect("it listens");
        client
            .write_all(b"POST / HTTP/1.1\r\ncontent-length: 9\r\n\r\nhalf")
            .await
            .expect("it reads");
        stop.send(()).expect("it runs");
        let end = tokio::time::timeout(Duration::from_secs(30), served).await;
        end.expect("it ends").expect("it does not panic");
        assert!(
            TcpStream::connect(address).await.is_err(),
            "nothing listens any more"
        );
    }
}
