//! Every command the UI can call, declared once: `name(Input) -> View`. The dispatcher, the names that a resident's
//! view may use and the TypeScript bindings all come from this list.

use crate::views::*;
use crate::{App, Error, Result};
use domain::Role;
use serde::de::DeserializeOwned;
use serde_json::Value;

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($input:ty) -> $output:ty = $module:ident;)*) => {
        /// Runs a command by name.
        ///
        /// # Errors
        /// Whatever the command says; `bad-input` for an unknown name or input.
        pub(crate) fn dispatch(app: &App, name: &str, input: Value) -> Result<Value> {
            demand_right(app, name)?;
            match name {
                $(stringify!($name) => {
                    let output: $output = crate::$module::$name(app, parse::<$input>(input)?)?;
                    serde_json::to_value(output).map_err(|_| Error::internal())
                })*
                _ => Err(Error::bad_input()),
            }
        }

        /// Calls `visit` for each command's name, input and output.
        fn visit_commands(bindings: &mut crate::bindings::Bindings) {
            $(bindings.command::<$input, $output>(stringify!($name), concat!($($doc),*));)*
        }
    };
}

fn parse<T: DeserializeOwned>(input: Value) -> Result<T> {
    serde_json::from_value(input).map_err(|_| Error::bad_input())
}

/// The commands that a resident's view may use.
pub const RESIDENT_NAMES: &[&str] = &["resident_question", "answer", "leaflet"];

/// What an administrator may run: the laptop's own, leaflets and forms. Nothing that shows or writes a dossier; what
/// answers a form being tried works on no other draft, because an administrator has none.
const ADMINISTRATOR_NAMES: &[&str] = &[
    "start_state",
    "check_server",
    "passphrase_hint",
    "enrol",
    "enrol_again",
    "unlock",
    "start_over",
    "lock",
    "in_use",
    "change_passphrase",
    "keep_typed",
    "session",
    "save_settings",
    "sync_status",
    "sending",
    "send_now",
    "resolve",
    "leaflets",
    "leaflet",
    "forms",
    "check_form",
    "try_form",
    "publish_form",
    "withdraw_form",
    "export_form",
    "form_template",
    "draft",
    "answer",
    "go_to",
    "add_repeat",
    "remove_repeat",
    "restore_repeat",
    "resident_question",
    "visit_problems",
];

/// What a role may run at all; who may do what with which record is up to each command, and to the server.
fn demand_right(app: &App, name: &str) -> Result<()> {
    let administrator = app.session().is_ok_and(|session| session.actor().role == Role::Administrator);
    if administrator && !ADMINISTRATOR_NAMES.contains(&name) { Err(Error::forbidden()) } else { Ok(()) }
}

/// The TypeScript file that the UI is written against.
pub fn typescript() -> String {
    let mut bindings = crate::bindings::Bindings::default();
    bindings.add::<Event>();
    visit_commands(&mut bindings);
    bindings.finish()
}

commands! {
    #[doc = "Which screen to open with. Works while locked."]
    start_state(Nothing) -> StartView = session;
    #[doc = "Whether our server answers at this address."]
    check_server(ServerAddress) -> ServerView = session;
    passphrase_hint(Passphrase) -> PassphraseHint = session;
    #[doc = "Enrols this laptop and fetches the first data; `sync` events tell how far it is."]
    enrol(EnrolInput) -> SessionView = session;
    #[doc = "Enrols a laptop that was refused once more; it keeps everything."]
    enrol_again(EnrolAgainInput) -> SessionView = session;
    unlock(Passphrase) -> SessionView = session;
    #[doc = "After damage: keeps the files in a folder apart, deletes nothing, and lets this laptop be enrolled again."]
    start_over(Nothing) -> StartView = session;
    lock(Nothing) -> StartView = session;
    #[doc = "Somebody types, points or reads: the app does not lock by itself for some minutes."]
    in_use(InUse) -> Nothing = idle;
    #[doc = "Another passphrase for the same data."]
    change_passphrase(ChangePassphrase) -> Nothing = session;
    #[doc = "Keeps what was being typed until the next unlocking; nothing throws it away."]
    keep_typed(TypedTexts) -> Nothing = session;
    session(Nothing) -> SessionView = session;
    #[doc = "Works while locked."]
    save_settings(Settings) -> Settings = session;

    today(Day) -> TodayView = today;
    household(Id) -> HouseholdView = today;
    search(SearchInput) -> SearchView = today;
    #[doc = "Households that may be the same as the one being added."]
    find_doubles(HouseholdInput) -> DoublesView = households;
    save_household(HouseholdInput) -> HouseholdView = households;
    save_resident(ResidentInput) -> HouseholdView = households;
    record_outcome(OutcomeInput) -> OutcomeView = outcomes;
    #[doc = "Takes an outcome back."]
    undo_outcome(Id) -> TodayRow = outcomes;
    move_visit(MoveVisitInput) -> HouseholdView = outcomes;

    #[doc = "The unfinished visit of this household, or a new one."]
    start_visit(StartVisitInput) -> DraftView = visit;
    draft(Id) -> DraftView = visit;
    #[doc = "Saved on disk when this returns."]
    answer(AnswerInput) -> FormState = visit;
    go_to(GoToInput) -> FormState = visit;
    add_repeat(RepeatInput) -> FormState = visit;
    #[doc = "Removed answers can be brought back with restore_repeat."]
    remove_repeat(RepeatInstanceInput) -> FormState = visit;
    restore_repeat(RepeatInstanceInput) -> FormState = visit;
    #[doc = "Makes a help request of a repeat's instance; it leaves the laptop at once."]
    confirm_request(RepeatInstanceInput) -> DraftView = visit;
    set_colleague(DraftColleagueInput) -> DraftView = visit;
    #[doc = "What still needs an answer before finishing."]
    visit_problems(Id) -> Problems = visit;
    finish_visit(Id) -> FinishView = visit;
    #[doc = "Throws an unfinished visit away; restore_draft brings it back until the app closes."]
    discard_draft(Id) -> TodayRow = visit;
    restore_draft(Id) -> DraftView = visit;
    quick_note(StartVisitInput) -> QuickNoteView = quick_note;
    save_quick_note(QuickNoteInput) -> QuickNoteView = quick_note;
    note_danger(DangerInput) -> DangerView = danger;
    danger_notes(Nothing) -> DangerList = danger;

    #[doc = "One question as the resident sees it, and nothing else."]
    resident_question(ResidentQuestionInput) -> ResidentQuestion = resident;

    help_options(Nothing) -> HelpOptions = help;
    help_list(HelpListInput) -> HelpListView = help;
    help_request(Id) -> HelpView = help;
    record_help(HelpInput) -> HelpView = help;
    set_help_state(HelpStateInput) -> HelpView = help;
    assign_help(HelpAssignInput) -> HelpView = help;
    set_help_urgency(HelpUrgencyInput) -> HelpView = help;
    add_help_note(HelpNoteInput) -> HelpView = help;
    refer(ReferInput) -> HelpView = help;
    set_referral(ReferralInput) -> HelpView = help;
    set_consent(ConsentInput) -> HelpView = help;
    #[doc = "For danger to life only: passes description, contact and address on without consent, with a reason."]
    share_for_life(VitalShareInput) -> HelpView = help;

    leaflets(Nothing) -> LeafletsView = leaflets;
    leaflet(LeafletInput) -> LeafletView = leaflets;
    give_leaflet(GiveLeafletInput) -> LeafletGivenView = leaflets;

    sync_status(Nothing) -> SyncView = sending;
    sending(Nothing) -> SendingView = sending;
    send_now(Nothing) -> SyncView = sending;
    #[doc = "Chooses between two values. Choosing again undoes."]
    resolve(ResolveInput) -> SendingView = choices;
    #[doc = "Sends once more, unchanged, what was set aside."]
    offer_again(OfferInput) -> SendingView = aside;

    review_list(ReviewListInput) -> ReviewListView = review;
    visit_view(Id) -> VisitView = review;
    comment(CommentInput) -> VisitView = review;
    set_review(ReviewInput) -> VisitView = review;
    #[doc = "Approves every received visit without a flag."]
    approve_unflagged(Nothing) -> ApprovedView = review;
    my_comments(Nothing) -> MyCommentsView = review;
    #[doc = "Corrects an answer of a sent visit; the old value is kept with the reason."]
    correct_answer(CorrectInput) -> VisitView = review;

    #[doc = "What waits for a coordinator's decision."]
    decide(Nothing) -> DecideView = doubles;
    #[doc = "Stores in its author's name what was set aside, with other values where the coordinator gives them."]
    accept_set_aside(AcceptInput) -> DecideView = aside;
    reject_set_aside(RejectInput) -> DecideView = aside;
    #[doc = "Two households are the same: everything shows under the one that stays. `lift_alias` undoes it."]
    merge_households(MergeInput) -> DecideView = doubles;
    lift_alias(Id) -> DecideView = doubles;
    #[doc = "Two households look the same and are not, or may be after all."]
    keep_apart(ApartInput) -> DecideView = doubles;

    import_addresses(ImportInput) -> ImportView = import;
    households(HouseholdsInput) -> HouseholdsView = rounds;
    make_round(RoundInput) -> RoundsView = rounds;
    rounds(Day) -> RoundsView = rounds;
    #[doc = "Gives a household to whoever takes that list."]
    add_to_round(RoundHouseholdInput) -> RoundsView = rounds;
    #[doc = "Takes a household off a list; the list goes with its last one."]
    remove_from_round(RoundHouseholdInput) -> RoundsView = rounds;
    #[doc = "Takes every household off a list, and the list away."]
    withdraw_round(Id) -> RoundsView = rounds;

    #[doc = "Every version of every form, for coordinators and administrators."]
    forms(Nothing) -> FormsView = publishing;
    #[doc = "What is wrong with a spreadsheet and how complete its languages are; keeps nothing."]
    check_form(FormFile) -> FormCheck = publishing;
    #[doc = "A visit with nobody, in memory only: `draft`, `answer` and `resident_question` work on it."]
    try_form(TryFormInput) -> DraftView = publishing;
    publish_form(FormFile) -> FormsView = publishing;
    #[doc = "Takes a version out of use, or back into it. Visits that began with it go on."]
    withdraw_form(WithdrawInput) -> FormsView = publishing;
    export_form(ExportFormInput) -> NamedFile = publishing;
    #[doc = "An empty form with the columns of all six languages."]
    form_template(Nothing) -> NamedFile = publishing;
}
