//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn resident_question(_app: &App, _input: ResidentQuestionInput) -> Result<ResidentQuestion> {
    Err(Error::internal())
}
