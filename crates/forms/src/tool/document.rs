//! XML as nodes that expressions walk over, and the paths by which cases name them.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::namespaces::Declared;
use crate::expr::tree::{NodeId, NodeKind, Tree};

/// How deep elements may be nested.
const MAX_DEPTH: usize = 256;
/// The name of a text node that was a CDATA section.
const CDATA: &str = "#cdata-section";
/// The most nodes of a document.
const MAX_NODES: usize = 200_000;

/// Reads a document; what follows its element, or is left open in it, is taken as it comes. Names are told apart by their
/// namespaces, or, in the XPath of forms, not.
pub(super) fn document(xml: &str, with_namespaces: bool) -> Result<Tree, String> {
    let mut tree = Tree::default();
    let mut declared = Declared::default();
    let mut at = tree.add(None, NodeKind::Root, "", "");
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0_usize;
    loop {
        if depth > MAX_DEPTH || tree.nodes.len() > MAX_NODES {
            return Err(format!("the document has more than {MAX_NODES} nodes, or is deeper than {MAX_DEPTH}"));
        }
        match reader.read_event().map_err(|error| format!("the document is not XML: {error}"))? {
            Event::Start(start) => {
                at = element(&mut tree, at, &start);
                declared.note(at, &start);
                depth += 1;
            }
            Event::Empty(start) => {
                let node = element(&mut tree, at, &start);
                declared.note(node, &start);
            }
            Event::End(_) => {
                at = tree.nodes[at].parent.unwrap_or(0);
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => add_text(&mut tree, at, &text),
            Event::GeneralRef(entity) => {
                let text = character(&entity)?;
                add_text(&mut tree, at, &text);
            }
            Event::CData(data) => {
                // A node of its own beside the text around it.
                tree.add(Some(at), NodeKind::Text, CDATA, &data);
            }
            Event::Comment(_) => {
                tree.add(Some(at), NodeKind::Comment, "", "");
            }
            Event::PI(_) => {
                tree.add(Some(at), NodeKind::Instruction, "", "");
            }
            Event::Eof => {
                tree.namespaces = with_namespaces.then(|| declared.settle(&tree));
                return Ok(tree);
            }
            _ => {}
        }
    }
}

/// What an entity stands for. Without a document type only XML's own are known; `nbsp` is common in pages.
fn character(entity: &BytesRef<'_>) -> Result<String, String> {
    if let Some(c) = entity.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(c.to_string());
    }
    let name = entity.to_string();
    match resolve_predefined_entity(&name) {
        Some(text) => Ok(text.to_owned()),
        None if name == "nbsp" => Ok("\u{a0}".to_owned()),
        None => Err(format!("the document uses &{name};, which is not known")),
    }
}

fn add_text(tree: &mut Tree, at: NodeId, text: &str) {
    if at == 0 {
        return;
    }
    let last = tree.nodes[at].children.last().copied();
    let is_text = |last: &NodeId| tree.nodes[*last].kind == NodeKind::Text && &*tree.nodes[*last].name != CDATA;
    match last.filter(is_text) {
        Some(last) => tree.nodes[last].text.push_str(text),
        None => {
            tree.add(Some(at), NodeKind::Text, "", text);
        }
    }
}

fn element(tree: &mut Tree, at: NodeId, start: &BytesStart<'_>) -> NodeId {
    let name = start.name().as_ref().to_owned();
    let node = tree.add(Some(at), NodeKind::Element, name.as_str(), "");
    for attribute in start.attributes().with_checks(false).flatten() {
        let key = attribute.key.as_ref().to_owned();
        if key != "xmlns" && !key.starts_with("xmlns:") {
            tree.add(Some(node), NodeKind::Attribute, key.as_str(), &attribute.value);
        }
    }
    node
}

pub(super) fn attribute<'t>(tree: &'t Tree, node: NodeId, name: &str) -> Option<&'t str> {
    let children = tree.nodes[node].children.iter().map(|c| &tree.nodes[*c]);
    children.into_iter().find(|c| c.kind == NodeKind::Attribute && &*c.name == name).map(|c| c.text.as_str())
}

/// Notes the documents with an id, and the texts of the language asked for, the default or the first one.
pub(super) fn register(tree: &mut Tree, language: Option<&str>) {
    let mut translations = Vec::new();
    for node in 0..tree.nodes.len() {
        if &*tree.nodes[node].name == "instance"
            && let Some(id) = attribute(tree, node, "id").map(str::to_owned)
        {
            tree.instances.insert(id, node);
        }
        if &*tree.nodes[node].name == "translation" {
            translations.push(node);
        }
    }
    let chosen = translations.iter().find(|t| language.is_some() && attribute(tree, **t, "lang") == language);
    let default = translations.iter().find(|t| attribute(tree, **t, "default").is_some());
    if let Some(translation) = chosen.or(default).or(translations.first()) {
        for text in tree.nodes[*translation].children.clone() {
            let values =
                tree.nodes[text].children.iter().copied().filter(|c| &*tree.nodes[*c].name == "value").collect();
            if let Some(id) = attribute(tree, text, "id").map(str::to_owned) {
                tree.texts.insert(id, values);
            }
        }
    }
}

/// The node at a path of the form `/*[1]/node()[2]/@name`.
pub(super) fn node_at(tree: &Tree, path: &str) -> Result<NodeId, String> {
    path.split('/').filter(|part| !part.is_empty()).try_fold(0, |at, part| {
        let (test, place) = part.split_once('[').map_or((part, Some(1)), |(test, place)| {
            (test, place.strip_suffix(']').and_then(|place| place.parse::<usize>().ok()))
        });
        let fits = |node: &NodeId| match (test, tree.nodes[*node].kind) {
            ("*", kind) => kind == NodeKind::Element,
            ("node()", kind) => kind != NodeKind::Attribute,
            (name, kind) => kind == NodeKind::Attribute && name.strip_prefix('@') == Some(&*tree.nodes[*node].name),
        };
        let mut fitting = tree.nodes[at].children.iter().copied().filter(fits);
        let found = place.and_then(|place| place.checked_sub(1)).and_then(|before| fitting.nth(before));
        found.ok_or_else(|| format!("there is no node at {path}"))
    })
}

/// The path of a node, as [`node_at`] reads it.
pub(super) fn path_of(tree: &Tree, node: NodeId) -> String {
    let mut path = String::new();
    let mut at = node;
    while let Some(parent) = tree.nodes[at].parent {
        let siblings = tree.nodes[parent].children.iter().copied();
        let place = |wanted: &dyn Fn(NodeKind) -> bool| {
            siblings.clone().filter(|s| wanted(tree.nodes[*s].kind)).position(|s| s == at).unwrap_or(0) + 1
        };
        let part = match tree.nodes[at].kind {
            NodeKind::Element => format!("/*[{}]", place(&|kind| kind == NodeKind::Element)),
            NodeKind::Attribute => format!("/@{}", tree.nodes[at].name),
            _ => format!("/node()[{}]", place(&|kind| kind != NodeKind::Attribute)),
        };
        path = part + &path;
        at = parent;
    }
    if path.is_empty() { "/".to_owned() } else { path }
}
