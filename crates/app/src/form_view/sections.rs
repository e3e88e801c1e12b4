//! The parts of a form: its top-level groups and repeats, and the questions between them.
//!
//! Questions in a row that stand in no group are one part, named after the first of them and without a label.

use crate::views::*;
use forms::{Form, Item, Texts};

/// The part that a path lies in: the name of its group or repeat, or of the first question of its row.
pub(crate) fn of(form: &Form, path: &str) -> String {
    let first = path.split('/').next().unwrap_or(path);
    let name = first.split('[').next().unwrap_or(first);
    let at = form.items.iter().position(|item| item.name() == name).unwrap_or(0);
    let mut row = form.items[..=at.min(form.items.len().saturating_sub(1))].iter().rev();
    let loose = |item: &&Item| matches!(item, Item::Question(_));
    let start = row.by_ref().take_while(loose).last();
    start.map_or(name, Item::name).to_owned()
}

/// How far each part is that has anything to show.
pub(super) fn view(form: &Form, nodes: &[NodeView], at: Option<&str>) -> Vec<SectionView> {
    let current = at.map(|path| of(form, path));
    let lie_in: Vec<String> = nodes.iter().map(|n| of(form, &n.path)).collect();
    let mut parts: Vec<(String, Texts)> = Vec::new();
    for item in &form.items {
        let id = of(form, item.path());
        if parts.last().is_none_or(|(last, _)| *last != id) {
            let label = if matches!(item, Item::Question(_)) { Texts::new() } else { item.label().clone() };
            parts.push((id, label));
        }
    }
    let view = |(id, label): (String, Texts)| {
        let here = nodes.iter().zip(&lie_in).filter(|(n, part)| n.relevant && **part == id);
        let inside: Vec<&NodeView> = here.map(|(n, _)| n).collect();
        let asked: Vec<&&NodeView> = inside.iter().filter(|n| is_asked(form, n)).collect();
        let done = asked.iter().filter(|n| is_answered(n)).count();
        let state = match &current {
            Some(current) if *current == id => SectionState::Current,
            _ if done == asked.len() => SectionState::Done,
            _ => SectionState::Todo,
        };
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (!inside.is_empty()).then(|| SectionView { id, label, done: small(done), total: small(asked.len()), state })
    };
    parts.into_iter().filter_map(view).collect()
}

/// Whether an answer is waited for.
fn is_asked(form: &Form, node: &NodeView) -> bool {
    let kind = form.question(&node.question).map(|q| super::question(form, q).kind);
    !node.read_only && !matches!(kind, None | Some(QuestionKind::Note | QuestionKind::Unsupported))
}

fn is_answered(node: &NodeView) -> bool {
    node.answer.as_ref().is_some_and(|a| a.value.is_some() || a.refused || a.later)
}
