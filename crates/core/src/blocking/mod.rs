//! With the feature `blocking`: what stands between the blocking clients of the provider crates and the asynchronous ones
//! that do their work.
//!
//! A call is sent by `.send()` in place of `.await`, a list is an [`Iter`] in place of a stream, and a file that is handed on as
//! it arrives an [`Iter`] of chunks, or a [`Reader`]:
//!
//! ```
//! use callslip_core::blocking::{Iter, Reader};
//! use callslip_core::{ByteStream, ResponseValue};
//!
//! fn file(answer: ResponseValue<Iter<ByteStream>>) -> Reader {
//!     answer.into_inner().into_reader()
//! }
//! # let _ = file;
//! ```
//!
//! A [`Download`](crate::download::Download) goes to a file or into a [`Write`](std::io::Write), or is read in the same two ways.
//!
//! Inside an async runtime nothing is sent, and the error says so: there blocking would hold up other tasks. In
//! `tokio::task::spawn_blocking` it works.

mod download;
mod iter;
pub(crate) mod runtime;

pub use iter::{Iter, Reader};
pub use runtime::Runtime;
