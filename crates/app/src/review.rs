//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn review_list(_app: &App, _input: ReviewListInput) -> Result<ReviewListView> {
    Err(Error::internal())
}

pub(crate) fn visit_view(_app: &App, _input: Id) -> Result<VisitView> {
    Err(Error::internal())
}

pub(crate) fn comment(_app: &App, _input: CommentInput) -> Result<VisitView> {
    Err(Error::internal())
}

pub(crate) fn set_review(_app: &App, _input: ReviewInput) -> Result<VisitView> {
    Err(Error::internal())
}

pub(crate) fn approve_unflagged(_app: &App, _input: Nothing) -> Result<ApprovedView> {
    Err(Error::internal())
}

pub(crate) fn my_comments(_app: &App, _input: Nothing) -> Result<MyCommentsView> {
    Err(Error::internal())
}

pub(crate) fn correct_answer(_app: &App, _input: CorrectInput) -> Result<VisitView> {
    Err(Error::internal())
}
