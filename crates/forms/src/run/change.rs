//! Changes: answers, instances of repeats, and what a new run begins with.

use super::{MAX_INSTANCES, Run, SetError};
use crate::answers::{Answer, Answers, Value, compare_keys, is_key, segments};
use crate::expr::dates::{self, Moment};
use crate::expr::text::plain_number;
use crate::expr::tree::NodeId;
use crate::form::{Kind, Metadata};
use crate::logic::{DefKind, Default as Preset};

impl Run {
    /// Answers a question; an empty answer takes the answer away.
    ///
    /// # Errors
    /// When there is no such question, or the value does not fit it; nothing has changed then.
    pub fn set(&mut self, path: &str, mut answer: Answer) -> Result<(), SetError> {
        let (node, def) = self.find(path)?;
        let form = self.form.clone();
        let Some(kind) = form.logic.defs[def].question().filter(|kind| kind.is_answerable()) else {
            return Err(SetError::NotAnswerable(path.to_owned()));
        };
        if let Some(value) = &mut answer.value {
            if !fits(kind, value) {
                return Err(SetError::WrongType(path.to_owned()));
            }
            self.check_choices(path, (node, def), value)?;
        }
        answer.value = answer.value.filter(|value| !is_nothing(value));
        if answer.is_empty() {
            self.answers.0.remove(path);
        } else {
            self.answers.0.insert(path.to_owned(), answer);
        }
        self.refresh(node);
        self.compute_after_node(def, node);
        self.fire();
        Ok(())
    }

    /// Refuses what is no choice, and puts several in the order of the list.
    fn check_choices(&self, path: &str, (node, def): (NodeId, usize), value: &mut Value) -> Result<(), SetError> {
        let it = &self.form.logic.defs[def];
        if !self.has_choices(def) {
            return Ok(());
        }
        let known = self.known_values(def, node);
        let place = |value: &str| known.iter().position(|known| known == value);
        let unknown = |value: &str| SetError::UnknownChoice { path: path.to_owned(), value: value.to_owned() };
        match value {
            Value::Text(one) if one.is_empty() || place(one).is_some() => Ok(()),
            Value::Text(one) => Err(unknown(one)),
            Value::List(many) => {
                if let Some(stranger) = many.iter().find(|one| place(one).is_none()) {
                    return Err(unknown(stranger));
                }
                if it.question() == Some(&Kind::SelectMultiple) {
                    many.sort_by_key(|one| place(one));
                    many.dedup();
                } else if many.iter().enumerate().any(|(index, one)| many[..index].contains(one)) {
                    // In an order each choice has one place.
                    return Err(SetError::WrongType(path.to_owned()));
                }
                Ok(())
            }
            Value::Number(number) => Err(unknown(&crate::expr::format_number(*number))),
        }
    }

    /// Adds an instance to the repeat at `path` (`hulpvraag`, or `gezin[key]/kind`); its defaults are filled in.
    ///
    /// # Errors
    /// When there is no such repeat, the form counts its instances itself, or the key is in use or cannot be one.
    pub fn add_repeat(&mut self, path: &str, key: &str) -> Result<(), SetError> {
        let path = path.strip_suffix("[]").unwrap_or(path);
        let (parent, def) = self.find_repeat(path)?;
        let entry = format!("{path}[{key}]");
        if !is_key(key) || self.by_path.contains_key(entry.as_str()) {
            return Err(SetError::BadKey(key.to_owned()));
        }
        let siblings =
            self.tree.nodes[parent].children.iter().filter(|c| self.tree.nodes[**c].def == Some(def)).count();
        if siblings >= MAX_INSTANCES {
            return Err(SetError::TooMany(path.to_owned()));
        }
        let is_new = !self.answers.0.contains_key(&entry);
        self.answers.0.entry(entry).or_default();
        let node = self.plant_instance(def, parent, path, key);
        self.order_instances(parent, def);
        self.compute_all();
        if is_new {
            self.fill_defaults(node);
            self.compute_all();
        }
        Ok(())
    }

    /// Takes an instance away and returns its answers, the entry of the instance itself included: [`Run::restore`] undoes it.
    ///
    /// # Errors
    /// When there is no such instance, or the form counts them itself.
    pub fn remove_repeat(&mut self, path: &str, key: &str) -> Result<Answers, SetError> {
        let path = path.strip_suffix("[]").unwrap_or(path);
        let (_, _) = self.find_repeat(path)?;
        let entry = format!("{path}[{key}]");
        let Some(node) = self.by_path.get(entry.as_str()).copied() else {
            return Err(SetError::UnknownPath(entry));
        };
        let inside = format!("{entry}/");
        let paths: Vec<String> = self
            .answers
            .0
            .range(entry.clone()..)
            .map(|(path, _)| path.clone())
            .take_while(|p| p.starts_with(&entry))
            .collect();
        let mut removed = Answers::default();
        for path in paths {
            if (path == entry || path.starts_with(&inside))
                && let Some(answer) = self.answers.0.remove(&path)
            {
                removed.0.insert(path, answer);
            }
        }
        removed.0.entry(entry).or_default();
        self.uproot(node);
        self.compute_all();
        Ok(removed)
    }

    /// Puts answers back that [`Run::remove_repeat`] returned.
    pub fn restore(&mut self, answers: Answers) {
        self.answers.0.extend(answers.0);
        self.plant();
        self.compute_all();
    }

    fn find(&self, path: &str) -> Result<(NodeId, usize), SetError> {
        let node = self.by_path.get(path).copied();
        let found = node.and_then(|node| self.tree.nodes[node].def.map(|def| (node, def)));
        found.ok_or_else(|| SetError::UnknownPath(path.to_owned()))
    }

    /// The node that holds the instances of an uncounted repeat, and its definition.
    pub(super) fn find_repeat(&self, path: &str) -> Result<(NodeId, usize), SetError> {
        let unknown = || SetError::UnknownPath(path.to_owned());
        let parts = segments(path).ok_or_else(unknown)?;
        let last = parts.last().filter(|last| last.key.is_none()).ok_or_else(unknown)?;
        let parent = match path.rsplit_once('/') {
            Some((around, _)) => self.by_path.get(around).copied().ok_or_else(unknown)?,
            None => self.tree.top,
        };
        let logic = &self.form.logic;
        let siblings = self.tree.nodes[parent].def.map_or(&logic.top, |def| &logic.defs[def].children);
        let def =
            siblings.iter().copied().find(|def| logic.defs[*def].is_repeat() && logic.defs[*def].name == last.name);
        let def = def.ok_or_else(unknown)?;
        if logic.defs[def].count.is_some() {
            return Err(SetError::NotAnswerable(path.to_owned()));
        }
        Ok((parent, def))
    }

    /// Puts the children of a node in the order of the form, and instances in that of their keys.
    pub(super) fn order_instances(&mut self, parent: NodeId, def: usize) {
        let mut children = std::mem::take(&mut self.tree.nodes[parent].children);
        let nodes = &self.tree.nodes;
        let order = &self.form.logic;
        let siblings = nodes[parent].def.map_or(&order.top, |parent| &order.defs[parent].children);
        let place = |node: NodeId| nodes[node].def.and_then(|def| siblings.iter().position(|d| *d == def));
        children.sort_by(|a, b| {
            place(*a).cmp(&place(*b)).then_with(|| match (&nodes[*a].key, &nodes[*b].key) {
                (Some(x), Some(y)) if nodes[*a].def == Some(def) => compare_keys(x, y),
                _ => std::cmp::Ordering::Equal,
            })
        });
        self.tree.nodes[parent].children = children;
    }

    /// What a new run begins with: metadata, then defaults in the order of the form.
    pub(super) fn fill_new(&mut self) {
        self.fill_defaults(self.tree.top);
        self.compute_all();
    }

    /// Fills in the defaults of everything under a node, repeat instances not included.
    pub(super) fn fill_defaults(&mut self, node: NodeId) {
        let form = self.form.clone();
        let mut waiting: Vec<NodeId> = self.tree.nodes[node].children.iter().rev().copied().collect();
        while let Some(next) = waiting.pop() {
            waiting.extend(self.tree.nodes[next].children.iter().rev().copied());
            let Some(def) = self.tree.nodes[next].def else { continue };
            let it = &form.logic.defs[def];
            let DefKind::Question(kind) = &it.kind else { continue };
            let text = match (&it.default, kind) {
                (_, Kind::Metadata(metadata)) => self.metadata(*metadata),
                (Some(Preset::Text(text)), _) => text.clone(),
                (Some(Preset::Computed(expr)), _) => self.value(expr, next).to_stored(&self.tree).0,
                (None, _) => continue,
            };
            self.write_text(next, kind, &text);
            self.refresh(next);
            self.compute_after(def);
        }
    }

    fn metadata(&self, metadata: Metadata) -> String {
        match metadata {
            Metadata::Start => dates::write_date_time(&self.env.now),
            Metadata::Today => dates::write_date(self.env.now.date_naive()),
            Metadata::Username => self.env.username.clone(),
            Metadata::DeviceId => self.env.device_id.clone(),
            Metadata::End | Metadata::Other => String::new(),
        }
    }
}

/// Whether a value can be an answer of this kind of question.
pub(super) fn fits(kind: &Kind, value: &Value) -> bool {
    match (kind, value) {
        (_, Value::Text(text)) if text.is_empty() => true,
        (Kind::Integer, Value::Number(number)) => number.is_finite() && number.fract() == 0.0,
        (Kind::Decimal | Kind::Range, Value::Number(number)) => number.is_finite(),
        (Kind::SelectMultiple | Kind::Rank, Value::List(_)) => true,
        (Kind::Date, Value::Text(text)) => matches!(dates::read(text), Some(Moment::Date(_))),
        (Kind::DateTime, Value::Text(text)) => dates::read(text).is_some(),
        (Kind::Time, Value::Text(text)) => dates::read_time(text).is_some(),
        (Kind::Acknowledge, Value::Text(text)) => text == "OK",
        (Kind::Text | Kind::SelectOne | Kind::Hidden | Kind::Unsupported(_) | Kind::Metadata(_), Value::Text(_)) => {
            true
        }
        (Kind::Calculate | Kind::Note, Value::Text(_) | Value::Number(_)) => true,
        _ => false,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.is_empty(),
        Value::List(values) => values.is_empty(),
        Value::Number(_) => false,
    }
}

/// The value that a text means to this kind of question.
pub(super) fn value_of(kind: &Kind, text: &str) -> Option<Value> {
    if text.is_empty() {
        return None;
    }
    Some(match kind {
        Kind::Integer | Kind::Decimal | Kind::Range => {
            plain_number(text).map_or_else(|| Value::Text(text.to_owned()), Value::Number)
        }
        Kind::SelectMultiple | Kind::Rank => Value::List(text.split_whitespace().map(str::to_owned).collect()),
        _ => Value::Text(text.to_owned()),
    })
}
