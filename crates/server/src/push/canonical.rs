//! The bytes by which two sendings of a change are compared: JSON with sorted keys and no spaces.

use domain::{Body, Change, Operation};
use serde::Serialize;
use serde_json::Value;

/// The canonical bytes of a change. Sorted here, because the order of a JSON map hangs on the features that other
/// crates of a build turn on.
pub fn canonical(change: &Change) -> Vec<u8> {
    let mut out = Vec::with_capacity(4096);
    let op = match change.operation {
        Operation::Create { .. } => "create",
        Operation::Set { .. } => "set",
        Operation::Delete => "delete",
    };
    out.push(b'{');
    plain(&mut out, "at", &change.at);
    plain(&mut out, "author", &change.author);
    plain(&mut out, "base", &change.base);
    plain(&mut out, "counter", &change.counter);
    plain(&mut out, "device", &change.device);
    plain(&mut out, "id", &change.id);
    plain(&mut out, "op", op);
    if let Some(reason) = &change.reason {
        plain(&mut out, "reason", reason);
    }
    name(&mut out, "record");
    out.push(b'{');
    plain(&mut out, "id", &change.record.id);
    plain(&mut out, "kind", &change.record.kind);
    out.push(b'}');
    if !change.resolves.is_empty() {
        plain(&mut out, "resolves", &change.resolves);
    }
    if let Some(set) = change.operation.fields() {
        name(&mut out, "set");
        map(set, &mut out);
    }
    out.push(b'}');
    out
}

fn name(out: &mut Vec<u8>, name: &str) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
    scalar(out, name);
    out.push(b':');
}

fn plain<T: Serialize + ?Sized>(out: &mut Vec<u8>, field: &str, value: &T) {
    name(out, field);
    scalar(out, value);
}

fn scalar<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) {
    // What is in a change serialises, and writing to memory does not fail.
    let _ = serde_json::to_writer(out, value);
}

fn map(map: &Body, out: &mut Vec<u8>) {
    let begin = out.len();
    if !entries(map.iter(), out) {
        out.truncate(begin);
        let mut sorted: Vec<_> = map.iter().collect();
        sorted.sort_unstable_by_key(|(key, _)| *key);
        entries(sorted.into_iter(), out);
    }
}

/// Stops and says no where the keys are not in order.
fn entries<'b>(entries: impl Iterator<Item = (&'b String, &'b Value)>, out: &mut Vec<u8>) -> bool {
    let mut last: Option<&String> = None;
    out.push(b'{');
    for (key, value) in entries {
        if last.is_some_and(|last| last > key) {
            return false;
        }
        last = Some(key);
        name(out, key);
        write(value, out);
    }
    out.push(b'}');
    true
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(object) => map(object, out),
        Value::Array(items) => {
            out.push(b'[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                write(item, out);
            }
            out.push(b']');
        }
        plain => scalar(out, plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Every field, with keys out of order and what needs escaping.
    #[test]
    fn the_bytes_are_those_of_sorted_json() {
        let id = "0191f0a0-0000-7000-8000-000000000001";
        let change = |op: Value| -> Change {
            let mut all = json!({
                "id": id, "record": { "kind": "visit", "id": id }, "base": [1, 41], "at": "2026-11-24T10:30:00.250Z",
                "author": id, "device": id, "counter": 7, "reason": "\"x\"\n", "resolves": [id],
            });
            all.as_object_mut().expect("an object").extend(op.as_object().expect("an object").clone());
            serde_json::from_value(all).expect("a change")
        };
        let set = json!({ "z": null, "a\u{7}": { "y": 1.5, "b": [true, { "d": "é", "c": -3 }] }, "": {} });
        for op in ["create", "set", "delete"] {
            let change = change(json!({ "op": op, "set": set }));
            let sorted = sorted(&serde_json::to_value(&change).expect("json"));
            assert_eq!(String::from_utf8(canonical(&change)).expect("text"), sorted);
        }
    }

    fn sorted(value: &Value) -> String {
        match value {
            Value::Object(map) => {
                let all: std::collections::BTreeMap<_, _> = map.iter().collect();
                let all: Vec<String> = all.iter().map(|(k, v)| format!("{}:{}", json!(k), sorted(v))).collect();
                format!("{{{}}}", all.join(","))
            }
            Value::Array(items) => format!("[{}]", items.iter().map(sorted).collect::<Vec<_>>().join(",")),
            plain => plain.to_string(),
        }
    }
}
