//! How messages reach the server. Two implementations earn the traits: HTTP, and the tests' own that loses answers.

use crate::Problem;
use domain::RawRecord;
use protocol::{Enrol, Enrolled, Hello, Pull, Pulled, Push, Pushed};
use serde_json::value::RawValue;
use std::future::Future;

/// Changes on their way, each as the JSON that it was put in the outbox as.
pub type RawPush = Push<Box<RawValue>>;
/// One page of what is new.
pub type Page = Pulled<RawRecord>;

/// What the server says on its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    /// From now on it will say when there is something new.
    Listening,
    /// There is something new.
    Look,
}

/// One question, one answer. A problem says nothing about whether the server did it: everything may be sent again.
pub trait Transport: Send + Sync + 'static {
    type Pages: Pages;

    fn hello(&self) -> impl Future<Output = Result<Hello, Problem>> + Send;
    fn enrol(&self, enrol: &Enrol) -> impl Future<Output = Result<Enrolled, Problem>> + Send;
    fn push(&self, push: &RawPush) -> impl Future<Output = Result<Pushed, Problem>> + Send;
    fn pull(&self, pull: &Pull) -> impl Future<Output = Result<Self::Pages, Problem>> + Send;
    /// Tells news for as long as the server can be heard; returns why it no longer can.
    fn listen(&self, tell: impl Fn(News) + Send + Sync) -> impl Future<Output = Problem> + Send;
    /// Which way this machine would reach the server now; another value means that the network changed.
    fn way(&self) -> Option<std::net::IpAddr>;
}

/// The pages of one answer, in order. None is the end: where the last page said that there is more, ask again.
pub trait Pages: Send {
    fn next(&mut self) -> impl Future<Output = Result<Option<Page>, Problem>> + Send;
}
