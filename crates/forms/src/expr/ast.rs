//! The tree of an expression.

use super::functions::Function;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Number(f64),
    Text(String),
    Negate(Box<Expr>),
    /// Operators of one precedence, applied from left to right; flat, so that a long sum is not deep.
    Chain(Box<Expr>, Vec<(Op, Expr)>),
    Call(Function, Vec<Expr>),
    Path(Path),
}

/// An operator between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Union,
}

/// A way through the nodes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Path {
    pub start: Start,
    pub steps: Vec<Step>,
}

/// Where a path begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Start {
    /// The node that the expression is evaluated at.
    Context,
    /// The root of the answers.
    Root,
    /// `${name}`: the definition with this number, in the instance nearest to the context.
    Field(usize),
    /// What a function returns: `instance('x')`, `current()`.
    Nodes(Box<Expr>),
}

/// One step of a path. The first of a `Field` or `Nodes` start may be `self` with predicates.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub axis: Axis,
    pub test: Test,
    pub predicates: Vec<Expr>,
}

/// The direction of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Axis {
    Child,
    Parent,
    Itself,
    Attribute,
    Descendant,
    DescendantOrSelf,
    Ancestor,
    AncestorOrSelf,
    FollowingSibling,
    PrecedingSibling,
}

/// Which nodes a step keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Name(String),
    AnyName,
    /// Any name in the namespace of this prefix.
    AnyIn(String),
    AnyNode,
    Text,
    Comment,
    Instruction,
}

/// A parsed expression with what the reader must know about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parsed {
    pub expr: Expr,
    /// The first use of an explicit axis or `//`, which forms may not use.
    pub axis: Option<String>,
}

impl Expr {
    /// Calls `visit` for this expression and every one inside it.
    pub fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        visit(self);
        match self {
            Expr::Number(_) | Expr::Text(_) => {}
            Expr::Negate(inner) => inner.walk(visit),
            Expr::Chain(first, rest) => {
                first.walk(visit);
                rest.iter().for_each(|(_, next)| next.walk(visit));
            }
            Expr::Call(_, args) => args.iter().for_each(|arg| arg.walk(visit)),
            Expr::Path(path) => {
                if let Start::Nodes(start) = &path.start {
                    start.walk(visit);
                }
                for step in &path.steps {
                    step.predicates.iter().for_each(|predicate| predicate.walk(visit));
                }
            }
        }
    }

    /// Whether it calls this function anywhere.
    pub fn calls(&self, function: Function) -> bool {
        let mut found = false;
        self.walk(&mut |expr| found |= matches!(expr, Expr::Call(called, _) if *called == function));
        found
    }

    /// Whether it reads only through `${name}` and `.`, and no function that looks elsewhere or draws at random.
    pub fn looks_nearby(&self) -> bool {
        let mut nearby = true;
        self.walk(&mut |expr| {
            nearby &= match expr {
                Expr::Path(Path { start: Start::Field(_), steps }) => steps.is_empty(),
                Expr::Path(Path { start: Start::Context, steps }) => {
                    steps.iter().all(|step| step.axis == Axis::Itself && step.predicates.is_empty())
                }
                Expr::Path(_) => false,
                Expr::Call(function, _) => !matches!(
                    function,
                    Function::IndexedRepeat
                        | Function::Current
                        | Function::Instance
                        | Function::Pulldata
                        | Function::Position
                        | Function::Last
                        | Function::Random
                        | Function::Uuid
                        | Function::Once
                ),
                _ => true,
            };
        });
        nearby
    }
}
