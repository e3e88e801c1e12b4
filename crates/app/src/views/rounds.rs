//! Lists of a day, and addresses from a file.

use super::*;
use chrono::NaiveDate;
use domain::{RecordId, UserId};

views! {
    pub struct ImportInput { pub csv: String, /** False: only show what would happen. */ pub confirm: bool }
    /// `column` is street, number, box or neighbourhood, whatever the file calls it.
    pub struct ImportProblem { pub row: u32, pub column: String, pub code: String }
    /// A row of the file, in the columns that were recognised.
    pub struct ImportRow { pub row: u32, pub cells: Vec<String> }
    pub struct ImportView {
        /// Columns that the first row lacks; then nothing else was read.
        pub missing: Vec<String>,
        pub columns: Vec<String>,
        pub first: Vec<ImportRow>,
        pub new: u32,
        pub known: u32,
        pub problems: Vec<ImportProblem>,
        pub imported: bool,
    }
    pub struct HouseholdsInput { pub neighbourhood: Option<String>, pub text: Option<String> }
    pub struct HouseholdsView { pub streets: Vec<StreetGroup>, pub total: u32 }
    pub struct RoundInput { pub day: NaiveDate, pub name: String, pub neighbourhood: String, pub households: Vec<RecordId>, pub assignee: UserId }
    pub struct RoundHouseholdInput { pub round: RecordId, pub household: RecordId }
    pub struct RoundView { pub id: RecordId, pub day: NaiveDate, pub name: String, pub neighbourhood: String, pub assignee: Option<UserId>, pub assignee_name: String, pub households: Vec<HouseholdHead> }
    pub struct RoundsView { pub rounds: Vec<RoundView> }
}
