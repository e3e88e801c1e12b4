//! ODK XPath: parse once to a tree of expressions, evaluate over a [`tree::Tree`] of nodes.
//!
//! Nothing here reads a clock or draws at random: both come in through [`crate::Env`].

pub(crate) mod ast;
pub(crate) mod calls;
pub(crate) mod compare;
pub(crate) mod dates;
pub(crate) mod error;
pub(crate) mod eval;
pub(crate) mod functions;
pub(crate) mod lex;
pub(crate) mod nodes;
pub(crate) mod parse;
pub(crate) mod pattern;
pub(crate) mod random;
pub(crate) mod repeats;
pub(crate) mod text;
pub(crate) mod tree;
pub(crate) mod value;

pub(crate) use value::format_number;

/// The longest expression, in bytes.
pub const MAX_EXPRESSION_BYTES: usize = 32_000;
/// How deep parentheses, calls and predicates may be nested.
pub const MAX_NESTING: usize = 128;
/// The largest compiled regular expression, in bytes.
pub const MAX_REGEX_BYTES: usize = 1 << 20;
