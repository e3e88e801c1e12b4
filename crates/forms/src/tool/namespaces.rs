//! Which namespace the names of a document are in, as an expression of plain XPath means them.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::expr::tree::{Namespaces, NodeId, NodeKind, Tree};

/// The prefixes that the reference evaluator knows outside of a form.
const KNOWN: [(&str, &str); 3] = [
    ("xhtml", "http://www.w3.org/1999/xhtml"),
    ("mathml", "http://www.w3.org/1998/Math/MathML"),
    ("jr", "http://openrosa.org/javarosa"),
];

/// What `xmlns` attributes say, by node: read while the elements come, asked once all are there.
#[derive(Default)]
pub(super) struct Declared(HashMap<NodeId, Vec<(String, String)>>);

impl Declared {
    /// Notes the declarations of an element.
    pub fn note(&mut self, node: NodeId, start: &BytesStart<'_>) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let key: &str = attribute.key.as_ref();
            let prefix = if key == "xmlns" { Some("") } else { key.strip_prefix("xmlns:") };
            if let Some(prefix) = prefix {
                self.0.entry(node).or_default().push((prefix.to_owned(), attribute.value.to_string()));
            }
        }
    }

    /// The namespaces of all elements and attributes.
    pub fn settle(&self, tree: &Tree) -> Namespaces {
        let mut of = HashMap::new();
        for (id, node) in tree.nodes.iter().enumerate() {
            let prefix = match (node.kind, node.name.split_once(':')) {
                (NodeKind::Element | NodeKind::Attribute, Some((prefix, _))) => prefix,
                (NodeKind::Element, None) => "",
                _ => continue,
            };
            if let Some(namespace) = self.in_scope(tree, id, prefix).filter(|namespace| !namespace.is_empty()) {
                of.insert(id, namespace.to_owned());
            }
        }
        let known = KNOWN.map(|(prefix, namespace)| (prefix.to_owned(), namespace.to_owned()));
        Namespaces { of, known: known.into() }
    }

    fn in_scope(&self, tree: &Tree, node: NodeId, prefix: &str) -> Option<&str> {
        let around = std::iter::successors(Some(node), |at| tree.nodes[*at].parent);
        let declared = around.filter_map(|at| self.0.get(&at)).find_map(|all| all.iter().find(|(p, _)| p == prefix));
        declared.map(|(_, namespace)| namespace.as_str())
    }
}
