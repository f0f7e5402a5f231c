//! Ctrl-C and SIGTERM: a list ends behind a whole row. Whoever does not want to wait for that says it twice.

use std::io;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use crate::exit::Exit;

pub struct Stop(watch::Receiver<Option<Exit>>);

impl Stop {
    /// Listens from now on. It does in a thread of its own, because the program's may wait for whoever reads its output.
    pub fn listen() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_io().build()?;
        let signals = Signals::new(&runtime)?;
        let (sender, receiver) = watch::channel(None);
        std::thread::spawn(move || runtime.block_on(pass_on(signals, sender)));
        Ok(Self(receiver))
    }

    /// Waits for a signal, and says which end it is.
    pub async fn asked(&mut self) -> Exit {
        match self.0.wait_for(Option::is_some).await {
            Ok(exit) => exit.unwrap_or(Exit::Terminated),
            // Nobody will ask any more.
            Err(_) => std::future::pending().await,
        }
    }
}

async fn pass_on(mut signals: Signals, sender: watch::Sender<Option<Exit>>) {
    loop {
        let exit = signals.next().await;
        if sender.send_replace(Some(exit)).is_some() {
            std::process::exit(exit.code().into());
        }
    }
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new(runtime: &Runtime) -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};

        let _inside = runtime.enter();
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) -> Exit {
        tokio::select! {
            _ = self.interrupt.recv() => Exit::Interrupted,
            _ = self.terminate.recv() => Exit::Terminated,
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new(_: &Runtime) -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> Exit {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Exit::Interrupted,
            Err(_) => std::future::pending().await,
        }
    }
}
