//! How messages reach the server. Two implementations earn the trait: HTTP, and the tests' own that loses answers.

use crate::Problem;
use protocol::{Enrol, Enrolled, Hello, Pull, Pulled, Push, Pushed};
use std::future::Future;

/// One question, one answer. A problem says nothing about whether the server did it: everything may be sent again.
pub trait Transport: Send + Sync + 'static {
    fn hello(&self) -> impl Future<Output = Result<Hello, Problem>> + Send;
    fn enrol(&self, enrol: &Enrol) -> impl Future<Output = Result<Enrolled, Problem>> + Send;
    fn push(&self, push: &Push) -> impl Future<Output = Result<Pushed, Problem>> + Send;
    fn pull(&self, pull: &Pull) -> impl Future<Output = Result<Pulled, Problem>> + Send;
}
