//! Words of an expression, with XPath's rule for `*` and operator names: they are operators where an operand just ended.

use winnow::Parser;
use winnow::combinator::{alt, delimited, opt, preceded};
use winnow::error::ContextError;
use winnow::token::{any, take_till, take_while};

type Lexed<T> = winnow::Result<T, ContextError>;

/// A word of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    Number(f64),
    Text(String),
    /// A name, a prefixed name, or `prefix:*`.
    Name(String),
    /// `${name}`.
    Field(String),
    /// An operator or a piece of punctuation.
    Sign(&'static str),
}

const SIGNS: [&str; 22] = [
    "::", "//", "..", "!=", "<=", ">=", "(", ")", "[", "]", ",", "@", "/", "|", "+", "-", "=", "<", ">", "*", ".", "$",
];
const OPERATORS: [&str; 4] = ["and", "or", "div", "mod"];

/// Splits an expression; the error is the byte at which it stops making sense.
pub(crate) fn tokens(source: &str) -> Result<Vec<Token>, usize> {
    let mut rest = source;
    let mut found: Vec<Token> = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(found);
        }
        let at = source.len() - rest.len();
        let token = if found.last().is_some_and(ends_operand) {
            operator.parse_next(&mut rest)
        } else {
            operand.parse_next(&mut rest)
        };
        found.push(token.map_err(|_| at)?);
    }
}

/// Whether an operator, and not an operand, comes after this token.
fn ends_operand(token: &Token) -> bool {
    match token {
        Token::Sign(sign) => matches!(*sign, ")" | "]" | "." | ".."),
        Token::Name(_) | Token::Number(_) | Token::Text(_) | Token::Field(_) => true,
    }
}

fn operator(input: &mut &str) -> Lexed<Token> {
    for word in OPERATORS {
        if input.starts_with(word) {
            *input = &input[word.len()..];
            return Ok(Token::Sign(word));
        }
    }
    sign(input)
}

fn operand(input: &mut &str) -> Lexed<Token> {
    alt((number, text, field, star, name, sign)).parse_next(input)
}

fn sign(input: &mut &str) -> Lexed<Token> {
    for sign in SIGNS {
        if let Some(rest) = input.strip_prefix(sign) {
            *input = rest;
            return Ok(Token::Sign(sign));
        }
    }
    Err(ContextError::new())
}

fn star(input: &mut &str) -> Lexed<Token> {
    '*'.map(|_| Token::Name("*".to_owned())).parse_next(input)
}

fn number(input: &mut &str) -> Lexed<Token> {
    let digits = || take_while(1.., |c: char| c.is_ascii_digit());
    alt(((digits(), opt(('.', opt(digits())))).take(), ('.', digits()).take()))
        .map(|text: &str| Token::Number(text.parse().unwrap_or(f64::NAN)))
        .parse_next(input)
}

fn text(input: &mut &str) -> Lexed<Token> {
    alt((delimited('"', take_till(0.., '"'), '"'), delimited('\'', take_till(0.., '\''), '\'')))
        .map(|text: &str| Token::Text(text.to_owned()))
        .parse_next(input)
}

fn field(input: &mut &str) -> Lexed<Token> {
    delimited("${", take_till(1.., '}'), '}').map(|name: &str| Token::Field(name.trim().to_owned())).parse_next(input)
}

fn simple_name<'i>(input: &mut &'i str) -> Lexed<&'i str> {
    (any.verify(|c: &char| is_name_start(*c)), take_while(0.., is_name)).take().parse_next(input)
}

fn name(input: &mut &str) -> Lexed<Token> {
    let first = simple_name.parse_next(input)?;
    // `a::b` is an axis, `a:b` a prefixed name.
    if input.starts_with("::") {
        return Ok(Token::Name(first.to_owned()));
    }
    let second = opt(preceded(':', alt((simple_name, "*")))).parse_next(input)?;
    Ok(Token::Name(match second {
        Some(second) => format!("{first}:{second}"),
        None => first.to_owned(),
    }))
}

/// Whether a name may begin with this: XML's rule, without the colon.
pub(crate) fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

/// Whether a name may contain this.
pub(crate) fn is_name(c: char) -> bool {
    is_name_start(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}
