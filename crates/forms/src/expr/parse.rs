//! From words to the tree of an expression, by precedence; nesting is bounded.

mod paths;

use super::ast::{Expr, Op, Parsed, Path, Start};
use super::error::ParseError;
use super::functions::Function;
use super::lex::{Token, tokens};
use super::{MAX_EXPRESSION_BYTES, MAX_NESTING};

/// Finds the number of the definition that `${name}` means.
pub(crate) type Resolve<'r> = &'r dyn Fn(&str) -> Result<usize, ParseError>;

/// Parses one expression.
pub(crate) fn parse(source: &str, resolve: Resolve<'_>) -> Result<Parsed, ParseError> {
    if source.len() > MAX_EXPRESSION_BYTES {
        return Err(ParseError::TooLong);
    }
    let tokens = tokens(source).map_err(|at| ParseError::Syntax(excerpt(&source[at..])))?;
    let mut parser = Parser { tokens, at: 0, nesting: 0, axis: None, resolve };
    let expr = parser.chain(0)?;
    match parser.peek() {
        None => Ok(Parsed { expr, axis: parser.axis }),
        Some(token) => Err(ParseError::Syntax(show(token))),
    }
}

/// The operators of each precedence, the loosest first.
const LEVELS: [&[(&str, Op)]; 7] = [
    &[("or", Op::Or)],
    &[("and", Op::And)],
    &[("=", Op::Equal), ("!=", Op::NotEqual)],
    &[("<", Op::Less), ("<=", Op::LessOrEqual), (">", Op::Greater), (">=", Op::GreaterOrEqual)],
    &[("+", Op::Add), ("-", Op::Subtract)],
    &[("*", Op::Multiply), ("div", Op::Divide), ("mod", Op::Modulo)],
    &[("|", Op::Union)],
];
/// Between `*` and `|` stands the unary minus.
const UNION: usize = 6;

struct Parser<'r> {
    tokens: Vec<Token>,
    at: usize,
    nesting: usize,
    axis: Option<String>,
    resolve: Resolve<'r>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token::Sign(found)) if *found == sign)
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = self.is(sign);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<(), ParseError> {
        if self.take(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn unexpected(&self) -> ParseError {
        ParseError::Syntax(self.peek().map_or_else(|| "it ends too early".to_owned(), show))
    }

    fn chain(&mut self, level: usize) -> Result<Expr, ParseError> {
        if level == UNION && self.is("-") {
            return self.negation();
        }
        let Some(operators) = LEVELS.get(level) else {
            return self.operand();
        };
        let first = self.chain(level + 1)?;
        let mut rest = Vec::new();
        while let Some((_, op)) = operators.iter().find(|(sign, _)| self.is(sign)) {
            self.at += 1;
            rest.push((*op, self.chain(level + 1)?));
        }
        Ok(if rest.is_empty() { first } else { Expr::Chain(Box::new(first), rest) })
    }

    fn negation(&mut self) -> Result<Expr, ParseError> {
        let mut odd = false;
        let mut signs = 0_usize;
        while self.take("-") {
            odd = !odd;
            signs += 1;
        }
        let inner = self.chain(UNION)?;
        let negated = Expr::Negate(Box::new(inner));
        Ok(if odd || signs == 0 { negated } else { Expr::Negate(Box::new(negated)) })
    }

    /// Everything nested passes here, so here is the bound.
    fn operand(&mut self) -> Result<Expr, ParseError> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(ParseError::TooDeep);
        }
        let expr = self.primary();
        self.nesting -= 1;
        expr
    }

    fn primary(&mut self) -> Result<Expr, ParseError> {
        match self.peek().cloned() {
            Some(Token::Number(number)) => {
                self.at += 1;
                Ok(Expr::Number(number))
            }
            Some(Token::Text(text)) => {
                self.at += 1;
                self.literal(text)
            }
            Some(Token::Sign("(")) => {
                self.at += 1;
                let inner = self.chain(0)?;
                self.expect(")")?;
                Ok(inner)
            }
            Some(Token::Field(name)) => {
                self.at += 1;
                let field = (self.resolve)(&name)?;
                self.path_from(Start::Field(field))
            }
            Some(Token::Name(name)) if self.is_call(&name) => {
                let call = self.call(&name)?;
                if self.is("/") || self.is("[") || self.is("//") {
                    self.path_from(Start::Nodes(Box::new(call)))
                } else {
                    Ok(call)
                }
            }
            Some(Token::Sign("/")) => {
                self.at += 1;
                let steps = if self.begins_step() { self.steps()? } else { Vec::new() };
                Ok(Expr::Path(Path { start: Start::Root, steps }))
            }
            Some(Token::Sign("//")) => self.path_from(Start::Root),
            Some(_) if self.begins_step() => {
                let steps = self.steps()?;
                Ok(Expr::Path(Path { start: Start::Context, steps }))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// A text that is one reference, as in `jr:choice-name(x, '${q}')`, stands for the path of that question.
    fn literal(&mut self, text: String) -> Result<Expr, ParseError> {
        let name = text.trim().strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
        match name {
            Some(name) if !name.contains("${") => {
                let field = (self.resolve)(name.trim())?;
                Ok(Expr::Path(Path { start: Start::Field(field), steps: Vec::new() }))
            }
            _ => Ok(Expr::Text(text)),
        }
    }

    fn is_call(&self, name: &str) -> bool {
        matches!(self.tokens.get(self.at + 1), Some(Token::Sign("(")))
            && !matches!(name, "node" | "text" | "comment" | "processing-instruction")
    }

    fn call(&mut self, name: &str) -> Result<Expr, ParseError> {
        let function = Function::named(name).ok_or_else(|| ParseError::UnknownFunction(name.to_owned()))?;
        self.at += 2;
        let mut args = Vec::new();
        if !self.take(")") {
            loop {
                args.push(self.chain(0)?);
                if self.take(")") {
                    break;
                }
                self.expect(",")?;
            }
        }
        Ok(Expr::Call(function, args))
    }
}

fn show(token: &Token) -> String {
    match token {
        Token::Number(number) => super::format_number(*number),
        Token::Text(text) => format!("'{}'", excerpt(text)),
        Token::Name(name) => name.clone(),
        Token::Field(name) => format!("${{{name}}}"),
        Token::Sign(sign) => (*sign).to_owned(),
    }
}

fn excerpt(text: &str) -> String {
    text.chars().take(24).collect()
}
