//! What reads what: finds the definitions an expression reads, orders the computing, and finds cycles.

mod sorting;

use std::collections::{BTreeMap, BTreeSet};

use crate::expr::ast::{Axis, Expr, Path, Start, Step, Test};
use crate::expr::functions::Function;
use crate::logic::{Cell, Logic, Source};
use sorting::sort;

/// How many names of a cycle the reason of each expression in it gives; the problem gives all.
const MAX_NAMED: usize = 8;

/// Orders the cells of a form, and returns its cycles. What stands in a cycle computes nothing from here on, so that the
/// rest can.
pub(crate) fn order(logic: &mut Logic) -> Vec<Vec<String>> {
    let mut cycles = cut_all(logic, questions);
    let mut reads = edges(logic, true);
    let (mut order, mut circles) = sort(&reads);
    if !circles.is_empty() {
        cycles.extend(cut_all(logic, |logic| edges(logic, false)));
        reads = edges(logic, true);
        (order, circles) = sort(&reads);
    }
    // Filters may read each other in a circle, which the reference engines accept: then they do not count for the order.
    logic.circular_filters = !circles.is_empty();
    if logic.circular_filters {
        (order, _) = sort(&edges(logic, false));
    }
    logic.places = order.iter().enumerate().map(|(place, cell)| (*cell, place)).collect();
    logic.readers = vec![Vec::new(); order.len()];
    for (cell, read) in &reads {
        for other in read {
            logic.readers[logic.places[other]].push(logic.places[cell]);
        }
    }
    logic.order = order;
    cycles
}

/// Cuts every cycle of a graph; what one hid may be another.
fn cut_all(logic: &mut Logic, graph: fn(&Logic) -> Edges) -> Vec<Vec<String>> {
    let mut cycles = Vec::new();
    loop {
        let (_, found) = sort(&graph(logic));
        if found.is_empty() {
            return cycles;
        }
        cycles.extend(found.iter().map(|cycle| cut(logic, cycle)));
    }
}

/// Takes the expressions of a cycle out of the form, and returns the paths in it.
fn cut(logic: &mut Logic, cycle: &[Cell]) -> Vec<String> {
    let mut paths: Vec<String> = cycle.iter().map(|cell| logic.defs[def_of(*cell)].path.clone()).collect();
    paths.dedup();
    let some: Vec<&str> = paths.iter().take(MAX_NAMED).map(String::as_str).collect();
    let reason =
        format!("it depends on itself: {}{}", some.join(" → "), if paths.len() > MAX_NAMED { " → …" } else { "" });
    for cell in cycle {
        let columns: &[&'static str] = match cell {
            Cell::Relevant(_) => &["relevant"],
            Cell::Count(_) => &["repeat_count"],
            Cell::Value(_) => &["relevant", "required", "read_only", "calculation"],
        };
        columns.iter().for_each(|column| logic.leave_out(def_of(*cell), column, &reason));
    }
    paths
}

/// Which question reads which, in whatever column but the constraint: JavaRosa refuses a circle here too, as where two
/// questions are required as long as the other is empty.
fn questions(logic: &Logic) -> Edges {
    let mut edges = Edges::new();
    for (id, def) in logic.defs.iter().enumerate() {
        let calculation = def.calculation.as_ref().filter(|_| def.triggers.is_empty());
        let read = [def.relevant.as_ref(), calculation, def.required.as_ref(), def.read_only.as_ref()];
        let cells = read.into_iter().flat_map(|expr| read_by(logic, id, expr));
        edges.insert(Cell::Value(id), cells.filter(|cell| matches!(cell, Cell::Value(_))).collect());
    }
    edges
}

fn def_of(cell: Cell) -> usize {
    match cell {
        Cell::Relevant(def) | Cell::Count(def) | Cell::Value(def) => def,
    }
}

type Edges = BTreeMap<Cell, BTreeSet<Cell>>;

/// For every cell, the cells that it reads.
fn edges(logic: &Logic, with_filters: bool) -> Edges {
    let mut edges = Edges::new();
    for (id, def) in logic.defs.iter().enumerate() {
        let mut relevant = read_by(logic, id, def.relevant.as_ref());
        relevant.extend(def.parent.map(Cell::Relevant));
        if def.is_repeat() {
            relevant.extend([Cell::Count(id)]);
            let mut count = read_by(logic, id, def.count.as_ref());
            count.extend(around(logic, id));
            edges.insert(Cell::Count(id), count);
        }
        relevant.extend(around(logic, id));
        edges.insert(Cell::Relevant(id), relevant);
        // What a trigger sets follows nothing else.
        let calculation = def.calculation.as_ref().filter(|_| def.triggers.is_empty());
        let mut value = read_by(logic, id, calculation);
        if with_filters {
            let mut filter = read_by(logic, id, def.choice_filter.as_ref());
            if let Some(Source::Field(field)) = def.choices {
                filter.insert(Cell::Value(field));
                filter.insert(Cell::Relevant(field));
                filter.extend(around(logic, field));
            }
            filter.remove(&Cell::Value(id));
            value.extend(filter);
        }
        value.extend(around(logic, id));
        edges.insert(Cell::Value(id), value);
    }
    edges
}

/// The counts of the repeats around a definition.
fn around(logic: &Logic, def: usize) -> impl Iterator<Item = Cell> {
    let ancestors = std::iter::successors(logic.defs[def].parent, |d| logic.defs[*d].parent);
    ancestors.filter(|d| logic.defs[*d].is_repeat()).map(Cell::Count)
}

fn read_by(logic: &Logic, def: usize, expr: Option<&Expr>) -> BTreeSet<Cell> {
    let mut reads = Reads { logic, cells: BTreeSet::new() };
    if let Some(expr) = expr {
        reads.expr(expr, &[Place::Def(def)], &[Place::Def(def)], false);
    }
    reads.cells
}

/// Whether a function without arguments means the node that it is evaluated at.
fn reads_context(function: Function) -> bool {
    matches!(function, Function::StringLength | Function::NormalizeSpace | Function::Number | Function::String)
}

/// A place in the form, known without any answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Root,
    Top,
    Def(usize),
    /// In a list of choices.
    Elsewhere,
}

struct Reads<'l> {
    logic: &'l Logic,
    cells: BTreeSet<Cell>,
}

impl Reads<'_> {
    /// Notes what an expression reads; `nodes_only` when only which nodes there are matters, not what they hold.
    fn expr(&mut self, expr: &Expr, context: &[Place], origin: &[Place], nodes_only: bool) {
        match expr {
            Expr::Number(_) | Expr::Text(_) => {}
            Expr::Negate(inner) => self.expr(inner, context, origin, false),
            Expr::Chain(first, rest) => {
                self.expr(first, context, origin, false);
                rest.iter().for_each(|(_, next)| self.expr(next, context, origin, false));
            }
            Expr::Call(function, args) => {
                let counts = matches!(function, Function::Count | Function::Position);
                if args.is_empty() && reads_context(*function) {
                    self.note_all(context, nodes_only, true);
                }
                for (index, arg) in args.iter().enumerate() {
                    let repeat = *function == Function::IndexedRepeat && index % 2 == 1;
                    let name = *function == Function::ChoiceName && index == 1;
                    if !name {
                        self.expr(arg, context, origin, counts || repeat);
                    }
                }
            }
            Expr::Path(path) => self.path(path, context, origin, nodes_only),
        }
    }

    fn path(&mut self, path: &Path, context: &[Place], origin: &[Place], nodes_only: bool) {
        let mut places: Vec<Place> = match &path.start {
            Start::Context => context.to_vec(),
            Start::Root => vec![Place::Root],
            Start::Field(def) => vec![Place::Def(*def)],
            Start::Nodes(expr) => {
                self.expr(expr, context, origin, true);
                match &**expr {
                    Expr::Call(Function::Current, _) => origin.to_vec(),
                    _ => vec![Place::Elsewhere],
                }
            }
        };
        for step in &path.steps {
            places = self.step(step, &places);
            for predicate in &step.predicates {
                self.expr(predicate, &places, origin, false);
            }
        }
        let context_itself = path.start == Start::Context && path.steps.iter().all(|s| s.axis == Axis::Itself);
        self.note_all(&places, nodes_only, context_itself);
    }

    fn note_all(&mut self, places: &[Place], nodes_only: bool, itself: bool) {
        for place in places {
            match place {
                Place::Def(def) => self.note(*def, nodes_only, itself),
                // The text of the whole form is that of everything in it.
                Place::Top | Place::Root if !nodes_only => {
                    self.logic.top.clone().into_iter().for_each(|def| self.note(def, false, false));
                }
                _ => {}
            }
        }
    }

    fn step(&self, step: &Step, from: &[Place]) -> Vec<Place> {
        let mut found = Vec::new();
        for place in from {
            match step.axis {
                Axis::Itself => found.push(*place),
                Axis::Parent => found.push(self.parent(*place)),
                Axis::Child => found.extend(self.children(*place, &step.test)),
                _ => found.push(Place::Elsewhere),
            }
        }
        found
    }

    fn parent(&self, place: Place) -> Place {
        match place {
            Place::Def(def) => self.logic.defs[def].parent.map_or(Place::Top, Place::Def),
            Place::Top => Place::Root,
            other => other,
        }
    }

    fn children(&self, place: Place, test: &Test) -> Vec<Place> {
        let defs = match place {
            Place::Root => return vec![Place::Top],
            Place::Elsewhere => return vec![Place::Elsewhere],
            Place::Top => &self.logic.top,
            Place::Def(def) => &self.logic.defs[def].children,
        };
        let fits = |def: &usize| match test {
            Test::Name(name) => self.logic.defs[*def].name == *name,
            _ => true,
        };
        defs.iter().copied().filter(fits).map(Place::Def).collect()
    }

    fn note(&mut self, def: usize, nodes_only: bool, itself: bool) {
        // The node that is being computed is there, whatever its relevance.
        if !itself {
            self.cells.insert(Cell::Relevant(def));
        }
        self.cells.extend(around(self.logic, def));
        if self.logic.defs[def].question().is_some() {
            self.cells.insert(Cell::Value(def));
        } else if !nodes_only {
            for child in self.logic.defs[def].children.clone() {
                self.note(child, false, false);
            }
        }
    }
}
