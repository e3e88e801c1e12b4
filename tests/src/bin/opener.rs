//! Opens a database, to be killed meanwhile: `opener laptop|server DIR`. Says `opening` before and `open` once it is.

use server::db::sqlite::Sqlite;
use std::path::Path;
use tests::headless::open_store;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    println!("opening");
    match words.as_slice() {
        ["laptop", dir] => drop(open_store(Path::new(dir)).expect("the database opens")),
        ["server", dir] => drop(Sqlite::open(Path::new(dir)).expect("the database opens")),
        _ => panic!("usage: opener laptop|server DIR"),
    }
    println!("open");
}
