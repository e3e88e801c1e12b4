//! Paths: steps with their axes, tests and predicates.

use super::Parser;
use crate::expr::ast::{Axis, Expr, Path, Start, Step, Test};
use crate::expr::error::ParseError;
use crate::expr::lex::Token;

impl Parser<'_> {
    /// The steps after something that is itself a set of nodes.
    pub(super) fn path_from(&mut self, start: Start) -> Result<Expr, ParseError> {
        let mut steps = Vec::new();
        let predicates = self.predicates()?;
        if !predicates.is_empty() {
            steps.push(Step { axis: Axis::Itself, test: Test::AnyNode, predicates });
        }
        if self.is("//") {
            steps.extend(self.more_steps()?);
        } else if self.take("/") {
            steps.extend(self.steps()?);
        }
        Ok(Expr::Path(Path { start, steps }))
    }

    pub(super) fn begins_step(&self) -> bool {
        matches!(self.peek(), Some(Token::Name(_) | Token::Sign("." | ".." | "@")))
    }

    pub(super) fn steps(&mut self) -> Result<Vec<Step>, ParseError> {
        let mut steps = vec![self.step()?];
        steps.extend(self.more_steps()?);
        Ok(steps)
    }

    fn more_steps(&mut self) -> Result<Vec<Step>, ParseError> {
        let mut steps = Vec::new();
        loop {
            if self.take("//") {
                self.axis.get_or_insert_with(|| "//".to_owned());
                steps.push(Step { axis: Axis::DescendantOrSelf, test: Test::AnyNode, predicates: Vec::new() });
            } else if !self.take("/") {
                return Ok(steps);
            }
            steps.push(self.step()?);
        }
    }

    fn step(&mut self) -> Result<Step, ParseError> {
        if self.take("..") {
            let predicates = self.predicates()?;
            return Ok(Step { axis: Axis::Parent, test: Test::AnyNode, predicates });
        }
        if self.take(".") {
            let predicates = self.predicates()?;
            return Ok(Step { axis: Axis::Itself, test: Test::AnyNode, predicates });
        }
        let axis = if self.take("@") { Axis::Attribute } else { self.axis()? };
        let test = self.test()?;
        let predicates = self.predicates()?;
        Ok(Step { axis, test, predicates })
    }

    fn axis(&mut self) -> Result<Axis, ParseError> {
        let Some(Token::Name(name)) = self.peek().cloned() else {
            return Err(self.unexpected());
        };
        if !matches!(self.tokens.get(self.at + 1), Some(Token::Sign("::"))) {
            return Ok(Axis::Child);
        }
        self.axis.get_or_insert_with(|| format!("{name}::"));
        self.at += 2;
        Ok(match name.as_str() {
            "child" => Axis::Child,
            "parent" => Axis::Parent,
            "self" => Axis::Itself,
            "attribute" => Axis::Attribute,
            "descendant" => Axis::Descendant,
            "descendant-or-self" => Axis::DescendantOrSelf,
            "ancestor" => Axis::Ancestor,
            "ancestor-or-self" => Axis::AncestorOrSelf,
            "following-sibling" => Axis::FollowingSibling,
            "preceding-sibling" => Axis::PrecedingSibling,
            _ => return Err(ParseError::Syntax(format!("{name}::"))),
        })
    }

    fn test(&mut self) -> Result<Test, ParseError> {
        let Some(Token::Name(name)) = self.peek().cloned() else {
            return Err(self.unexpected());
        };
        self.at += 1;
        if name == "*" {
            return Ok(Test::AnyName);
        }
        if let Some(prefix) = name.strip_suffix(":*") {
            return Ok(Test::AnyIn(prefix.to_owned()));
        }
        if !self.take("(") {
            return Ok(Test::Name(name));
        }
        self.expect(")")?;
        match name.as_str() {
            "node" => Ok(Test::AnyNode),
            "text" => Ok(Test::Text),
            "comment" => Ok(Test::Comment),
            "processing-instruction" => Ok(Test::Instruction),
            _ => Err(ParseError::UnknownFunction(name)),
        }
    }

    fn predicates(&mut self) -> Result<Vec<Expr>, ParseError> {
        let mut predicates = Vec::new();
        while self.take("[") {
            predicates.push(self.chain(0)?);
            self.expect("]")?;
        }
        Ok(predicates)
    }
}
