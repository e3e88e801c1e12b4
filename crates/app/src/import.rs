//! Addresses from a CSV file, as people export it: what would happen, what cannot be read, then the import.

use crate::session::{Session, create, new_id};
use crate::views::*;
use crate::{App, Error, Result};
use domain::address::parse_house_number;
use domain::entities::{Household, Neighbourhood as NeighbourhoodRecord};
use domain::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Largest file of addresses, in bytes and in rows.
const MAX_CSV_BYTES: usize = 4 * 1024 * 1024;
const MAX_CSV_ROWS: usize = 50_000;
/// Rows shown of a file before it is imported.
const SHOWN_ROWS: usize = 8;

/// A column with the names by which it is known in nl, en, fr, it, tr and ar; capitals and accents do not matter.
struct Column {
    name: &'static str,
    needed: bool,
    names: &'static [&'static str],
}

const STREET: usize = 0;
const NUMBER: usize = 1;
const BOX: usize = 2;
const NEIGHBOURHOOD: usize = 3;
const COLUMNS: [Column; 4] = [
    Column {
        name: "street",
        needed: true,
        names: &[
            "straat",
            "straatnaam",
            "street",
            "street name",
            "rue",
            "nom de rue",
            "via",
            "strada",
            "sokak",
            "cadde",
            "شارع",
            "الشارع",
        ],
    },
    Column {
        name: "number",
        needed: true,
        names: &[
            "nummer",
            "huisnummer",
            "huisnr",
            "nr",
            "number",
            "house number",
            "no",
            "numéro",
            "numero",
            "numero civico",
            "civico",
            "numara",
            "kapı no",
            "رقم",
            "الرقم",
            "رقم المنزل",
        ],
    },
    Column {
        name: "box",
        needed: false,
        names: &[
            "bus",
            "busnummer",
            "busnr",
            "box",
            "boîte",
            "bte",
            "interno",
            "daire",
            "daire no",
            "شقة",
            "رقم الشقة",
        ],
    },
    Column {
        name: "neighbourhood",
        needed: true,
        names: &[
            "wijk",
            "wijkcode",
            "buurt",
            "neighbourhood",
            "neighborhood",
            "quartier",
            "quartiere",
            "mahalle",
            "حي",
            "الحي",
        ],
    },
];

/// One row of the file that makes sense.
struct Address {
    street: String,
    number: String,
    bus: Option<String>,
    neighbourhood: String,
}

/// What a file holds.
#[derive(Default)]
struct Read {
    /// Needed columns that the first row lacks; then nothing else was read.
    missing: Vec<&'static str>,
    columns: Vec<&'static str>,
    first: Vec<ImportRow>,
    addresses: Vec<Address>,
    problems: Vec<ImportProblem>,
}

pub(crate) fn import_addresses(app: &App, input: ImportInput) -> Result<ImportView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    if input.csv.len() > MAX_CSV_BYTES {
        return Err(Error::text_too_long().with("max", MAX_CSV_BYTES));
    }
    let read = read(&input.csv, &neighbourhood_codes(&session)?)?;
    let known = known_addresses(&session)?;
    let mut seen = BTreeSet::new();
    let fresh: Vec<&Address> =
        read.addresses.iter().filter(|a| !known.contains(&key(a)) && seen.insert(key(a))).collect();
    let imported = input.confirm && read.missing.is_empty();
    if imported {
        let at = app.now_utc();
        session.write(|w| {
            for address in &fresh {
                w.record_change(create(new_id(), &household(address), at))?;
            }
            Ok(())
        })?;
    }
    let text = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect();
    Ok(ImportView {
        missing: text(&read.missing),
        columns: text(&read.columns),
        new: u32::try_from(fresh.len()).unwrap_or(u32::MAX),
        known: u32::try_from(read.addresses.len() - fresh.len()).unwrap_or(u32::MAX),
        first: read.first,
        problems: read.problems,
        imported,
    })
}

fn key(a: &Address) -> (String, String, Option<String>) {
    (fold(&a.street), a.number.clone(), a.bus.clone())
}

fn household(a: &Address) -> Household {
    Household {
        neighbourhood: a.neighbourhood.clone(),
        street: a.street.clone(),
        number: a.number.clone(),
        bus: a.bus.clone(),
        ..Household::default()
    }
}

fn known_addresses(session: &Session) -> Result<BTreeSet<(String, String, Option<String>)>> {
    let all = session.read(|r| r.list::<Household>())?;
    Ok(all.into_iter().map(|h| (fold(&h.value.street), h.value.number, h.value.bus)).collect())
}

/// My neighbourhoods by folded name and by code.
fn neighbourhood_codes(session: &Session) -> Result<BTreeMap<String, String>> {
    let mut codes = BTreeMap::new();
    let mine = session.actor().neighbourhoods;
    for n in session.read(|r| r.list::<NeighbourhoodRecord>())? {
        if mine.contains(&n.value.code) {
            codes.insert(fold(&n.value.name), n.value.code.clone());
            codes.insert(fold(&n.value.code), n.value.code);
        }
    }
    Ok(codes)
}

/// Reads the file: rows that make sense, and a problem for each that does not. Comma, semicolon or tab; spreadsheets
/// in this country write semicolons.
fn read(csv: &str, codes: &BTreeMap<String, String>) -> Result<Read> {
    let mut text = csv.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    text.push('\n');
    let header = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().find(|d| header.bytes().any(|b| b == *d)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers().map_err(|_| Error::bad_input())?.iter().map(fold).collect();
    let place = |column: &Column| headers.iter().position(|h| column.names.iter().any(|n| fold(n) == *h));
    let places: [Option<usize>; COLUMNS.len()] = std::array::from_fn(|i| place(&COLUMNS[i]));

    let with_place = || COLUMNS.iter().zip(places);
    let mut read = Read {
        missing: with_place().filter(|(c, at)| c.needed && at.is_none()).map(|(c, _)| c.name).collect(),
        columns: with_place().filter(|(_, at)| at.is_some()).map(|(c, _)| c.name).collect(),
        ..Read::default()
    };
    if !read.missing.is_empty() {
        return Ok(read);
    }
    let mut record = csv::StringRecord::new();
    let mut count = 0;
    while reader.read_record(&mut record).map_err(|_| Error::bad_input())? {
        count += 1;
        if count > MAX_CSV_ROWS {
            return Err(Error::text_too_long().with("max", MAX_CSV_ROWS));
        }
        if record.iter().all(str::is_empty) {
            continue;
        }
        // The reader stands behind the row: its number is that of the line, as a spreadsheet counts.
        let row = u32::try_from(reader.position().line().saturating_sub(1)).unwrap_or(u32::MAX);
        let cells: [&str; COLUMNS.len()] =
            std::array::from_fn(|i| places[i].and_then(|at| record.get(at)).unwrap_or_default());
        if read.first.len() < SHOWN_ROWS {
            let shown = cells.iter().zip(places).filter(|(_, at)| at.is_some()).map(|(c, _)| (*c).to_owned());
            read.first.push(ImportRow { row, cells: shown.collect() });
        }
        match address(cells, codes) {
            Ok(address) => read.addresses.push(address),
            Err((column, code)) => {
                let column = COLUMNS[column].name.to_owned();
                read.problems.push(ImportProblem { row, column, code: code.to_owned() });
            }
        }
    }
    Ok(read)
}

/// The address of a row, or the column that is wrong and why.
fn address(
    cells: [&str; COLUMNS.len()],
    codes: &BTreeMap<String, String>,
) -> std::result::Result<Address, (usize, &'static str)> {
    if let Some(empty) = [STREET, NUMBER, NEIGHBOURHOOD].into_iter().find(|column| cells[*column].is_empty()) {
        return Err((empty, "missing-field"));
    }
    let parsed = parse_house_number(cells[NUMBER]).ok_or((NUMBER, "invalid-number"))?;
    let code = codes.get(&fold(cells[NEIGHBOURHOOD])).ok_or((NEIGHBOURHOOD, "unknown-neighbourhood"))?;
    Ok(Address {
        street: cells[STREET].to_owned(),
        number: parsed.number,
        bus: Some(cells[BOX].to_owned()).filter(|b| !b.is_empty()).or(parsed.bus),
        neighbourhood: code.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_file(csv: &str) -> Read {
        let codes = [("winterslag", "winterslag")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        read(csv, &codes).expect("to read")
    }

    #[test]
    fn reads_the_header_in_six_languages() {
        for header in [
            "Straat;Huisnummer;Bus;Wijk",
            "street,number,box,neighbourhood",
            "Rue;Numéro;Boîte;Quartier",
            "Via;Numero civico;Interno;Quartiere",
            "Sokak;Kapı no;Daire;Mahalle",
            "الشارع;رقم المنزل;شقة;الحي",
        ] {
            let separator = if header.contains(';') { ";" } else { "," };
            let row = ["Vennestraat", "112", "3", "Winterslag"].join(separator);
            let read = read_file(&format!("\u{feff}{header}\r\n{row}\r\n"));
            assert_eq!(read.columns, ["street", "number", "box", "neighbourhood"], "{header}");
            assert_eq!(read.addresses.len(), 1, "{header}");
        }
    }

    #[test]
    fn says_which_columns_lack_and_reads_nothing_then() {
        let read = read_file("adres;nummer\nVennestraat;112\n");
        assert_eq!(read.missing, ["street", "neighbourhood"]);
        assert!(read.addresses.is_empty() && read.problems.is_empty());
    }

    #[test]
    fn counts_rows_as_a_spreadsheet_does() {
        let read = read_file("straat,nummer,naam,wijk\nA,1,\"Jan, Piet\",winterslag\n\nB,x,,winterslag\nC,2");
        let problems: Vec<_> = read.problems.iter().map(|p| (p.row, p.column.as_str(), p.code.as_str())).collect();
        assert_eq!(problems, [(4, "number", "invalid-number"), (5, "neighbourhood", "missing-field")]);
        assert_eq!(read.first[0].cells, ["A", "1", "winterslag"]);
    }
}
