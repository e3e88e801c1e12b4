//! How long things take with a city's worth of households; prints, demands little. Run by hand:
//! `cargo test -p store --release -- --ignored speed --nocapture`.

use crate::support::*;
use domain::entities::{Entity, Household};
use domain::{Kind, Record};
use serde_json::{Value, json};
use std::time::Instant;

fn timed<T>(what: &str, f: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let out = f();
    println!("{what}: {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    out
}

#[test]
#[ignore = "prints figures"]
fn speed_of_ten_thousand_households() {
    let laptop = Laptop::new();
    let mut records: Vec<Record> = Vec::new();
    for n in 1..=10_000_u64 {
        let street =
            format!("{} straat", ["Venne", "Hoevenzavel", "Wintergroen", "Koolmijn", "Yıldız"][n as usize % 5]);
        let number = u128::from(n);
        records.push(record(Kind::Household, number, 2 * n, address(&street, &format!("{}", n / 5))));
        let person = resident(id(number), &format!("Persoon Nummer{n}")).to_body();
        records.push(record(Kind::Resident, 20_000 + number, 2 * n + 1, Value::Object(person)));
    }
    timed("pull of 20,000 records", || records.chunks(1_000).for_each(|page| laptop.pull(page)));
    let laptop = timed("reopen", || laptop.reopen());
    let all = timed("all households", || laptop.store.read(|r| r.list::<Household>()).expect("households"));
    let ids: Vec<_> = all.iter().map(|h| h.id).collect();
    timed("their last attempts", || laptop.store.read(|r| r.last_attempts(&ids)).expect("attempts"));
    timed("their times not home", || laptop.store.read(|r| r.not_home_times(&ids)).expect("times"));
    timed("their open requests", || laptop.store.read(|r| r.open_help_counts(&ids)).expect("requests"));
    for typed in ["yildiz", "nummer9999", "v", "per num venne"] {
        timed(&format!("search {typed}"), || laptop.found(typed));
    }
    let key = domain::RecordKey::new(Kind::Household, id(5));
    timed("100 changes", || (0..100).for_each(|n| laptop.set(50_000 + n, &key, json!({ "note": n.to_string() }))));
    let bytes = std::fs::metadata(laptop.dir.path().join("data.db")).expect("file").len();
    println!("file: {} kB", bytes / 1024);
}
