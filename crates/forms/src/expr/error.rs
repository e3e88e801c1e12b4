//! Why an expression is refused.

use super::{MAX_EXPRESSION_BYTES, MAX_NESTING};

/// Why an expression is refused. The code is stable, the rest names what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ParseError {
    #[error("the expression is longer than {MAX_EXPRESSION_BYTES} bytes")]
    TooLong,
    #[error("the expression is nested deeper than {MAX_NESTING}")]
    TooDeep,
    #[error("this is not understood: {0}")]
    Syntax(String),
    #[error("there is no function {0}()")]
    UnknownFunction(String),
    #[error("there is no question named {0}")]
    UnknownName(String),
    #[error("the name {0} is used more than once")]
    AmbiguousName(String),
    #[error("{0} is no reference to a question")]
    BadReference(String),
    #[error("a ${{ is not closed")]
    OpenReference,
}

impl ParseError {
    /// The code of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            ParseError::TooLong => "expression-too-long",
            ParseError::TooDeep => "expression-too-deep",
            ParseError::Syntax(_) => "expression-syntax",
            ParseError::UnknownFunction(_) => "unknown-function",
            ParseError::UnknownName(_) => "unknown-reference",
            ParseError::AmbiguousName(_) => "ambiguous-reference",
            ParseError::BadReference(_) | ParseError::OpenReference => "reference-syntax",
        }
    }

    /// The word that the message is about.
    pub fn word(&self) -> &str {
        match self {
            ParseError::TooLong | ParseError::TooDeep | ParseError::OpenReference => "",
            ParseError::Syntax(word)
            | ParseError::UnknownFunction(word)
            | ParseError::UnknownName(word)
            | ParseError::AmbiguousName(word)
            | ParseError::BadReference(word) => word,
        }
    }
}
