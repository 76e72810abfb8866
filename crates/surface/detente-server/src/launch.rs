//! Starting and stopping.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use thiserror::Error;
use tokio::net::TcpListener;

use crate::bench::Bench;
use crate::routes::router;
use crate::token::Token;

/// How the server is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// The case folder; the empty start page where there is none.
    pub case: Option<PathBuf>,
    /// A folder with texts of sources.
    pub texts: Option<PathBuf>,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// Whether the page is opened in a browser.
    pub open: bool,
    /// The megabytes of memory beyond which work is ended.
    pub memory: u64,
    /// The folder in which new cases are made.
    pub home: PathBuf,
}

/// Why the server does not start.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The system gives no random numbers.
    #[error("this system gives no random numbers, without which nobody could be told from the page")]
    NoRandomness,
    /// The port cannot be had.
    #[error("port {port} of this machine cannot be had: {source}")]
    Port {
        /// The port.
        port: u16,
        /// Why.
        source: io::Error,
    },
    /// The case cannot be read at all.
    #[error("{message}")]
    Case {
        /// Why.
        message: String,
    },
    /// The server cannot go on.
    #[error("the server cannot go on: {source}")]
    Running {
        /// Why.
        source: io::Error,
    },
}

/// How long work that is under way may go on after the end was asked for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Serves until it is stopped. `said` is told the address to open, with the word of this start, and what else a person should know.
///
/// # Errors
/// Why it does not start or cannot go on.
pub fn serve(options: &Options, said: impl FnOnce(&str, bool)) -> Result<(), ServeError> {
    let running = |source| ServeError::Running { source };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(running)?;
    let ended = runtime.block_on(run(options, said));
    // Work that watches for its end has been told; whatever else is left dies with the program.
    runtime.shutdown_timeout(PATIENCE);
    ended
}

async fn run(options: &Options, said: impl FnOnce(&str, bool)) -> Result<(), ServeError> {
    let port = |source| ServeError::Port { port: options.port, source };
    let token = Token::random().map_err(|_none| ServeError::NoRandomness)?;
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, options.port))).await.map_err(port)?;
    let port = listener.local_addr().map_err(port)?.port();
    let memory = options.memory.saturating_mul(1024 * 1024);
    let bench = Arc::new(Bench::new(token, port, options.home.clone(), options.texts.clone(), memory));
    if let Some(case) = &options.case {
        bench.open_at(case).map_err(|message| ServeError::Case { message })?;
    }
    let address = format!("http://127.0.0.1:{port}/#token={}", bench.token.word());
    said(&address, crate::assets::is_built());
    if options.open {
        open_in_browser(&address);
    }
    // Small answers leave at once, and the steps of a job one by one; where a connection refuses that, it is slower and no worse.
    let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
    let serving = axum::serve(listener, router(Arc::clone(&bench))).with_graceful_shutdown(stopped());
    let late = async {
        stopped().await;
        bench.end_all();
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        served = serving => served.map_err(|source| ServeError::Running { source }),
        () = late => Ok(()),
    }
}

/// Until somebody ends the program: Ctrl-C, or the system's own way.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// Asks the system to show an address; where it cannot, the address was printed.
fn open_in_browser(address: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || std::process::Stdio::null();
    let _ = Command::new(program).args(first).arg(address).stdout(quiet()).stderr(quiet()).stdin(quiet()).spawn();
}
