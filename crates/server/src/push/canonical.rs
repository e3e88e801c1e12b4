//! The bytes by which two sendings of a change are compared: JSON with sorted keys and no spaces.

use domain::Change;
use serde_json::Value;

/// The canonical bytes of a change. Sorted here, because the order of a JSON map hangs on the features that other
/// crates of a build turn on.
pub fn canonical(change: &Change) -> Vec<u8> {
    let mut out = Vec::new();
    // A change serialises: its maps have text keys, its numbers are finite.
    write(&serde_json::to_value(change).unwrap_or(Value::Null), &mut out);
    out
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_unstable_by_key(|(key, _)| *key);
            out.push(b'{');
            for (i, (key, value)) in entries.into_iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                out.extend_from_slice(Value::String(key.clone()).to_string().as_bytes());
                out.push(b':');
                write(value, out);
            }
            out.push(b'}');
        }
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
        plain => out.extend_from_slice(plain.to_string().as_bytes()),
    }
}
