//! What every back end must do, through the rules that use it. A back end's test file says
//! `contract_suite!(make)`, where `make()` gives an empty database and whatever keeps it alive.

#![allow(clippy::unwrap_used, dead_code, reason = "tests; each back end uses the part it needs")]

pub mod admitting;
pub mod copying;
pub mod deciding;
pub mod enrolling;
pub mod listening;
pub mod moving;
pub mod pulling;
pub mod pushing;
pub mod sharing;
pub mod surviving;
pub mod taking_up;
pub mod world;

/// Every test of the contract, on the databases that `$make` gives.
#[macro_export]
macro_rules! contract_suite {
    ($make:ident) => {
        $crate::contract_suite!($make:
            pushing::{
                parents_may_come_in_the_same_batch,
                the_same_batch_again_changes_nothing,
                a_change_twice_in_one_batch_is_a_duplicate,
                other_content_under_a_known_id_is_set_aside,
                two_laptops_on_one_field_conflict_and_nothing_is_lost,
                a_forged_author_takes_no_id_from_the_true_one,
                what_makes_no_sense_is_set_aside,
                deleted_and_appended_records_stay_as_they_are,
                erased_stays_erased,
                each_role_makes_what_it_may,
                what_a_form_does_not_allow_is_listed_in_the_visit,
                a_form_counts_for_the_visits_after_it_in_one_transaction,
                a_published_form_stays_as_it_is,
            },
            admitting::{
                who_was_shut_out_while_waiting_stores_nothing,
                who_was_moved_while_waiting_writes_as_who_they_are_now,
                a_wrong_clock_is_told,
                a_laptop_does_not_say_itself_how_its_clock_was,
            },
            pulling::{
                pages_hand_out_everything_once_in_order,
                a_page_ends_where_it_is_long_enough,
                writes_between_pages_are_not_skipped,
                a_new_neighbourhood_comes_whole,
                a_lost_neighbourhood_is_evicted,
                a_lost_neighbourhood_is_told_again_where_the_answer_was_cut,
                what_left_before_a_restore_is_evicted_after_it,
                a_made_up_grant_tells_nothing,
                a_new_epoch_starts_over,
                a_cursor_from_the_future_starts_over,
                each_role_gets_what_it_may,
            },
            moving::{
                a_moved_household_takes_everything_along,
                moved_records_have_numbers_of_their_own,
                a_visit_moves_to_another_household,
                nobody_moves_things_out_of_their_reach,
                there_and_back_is_no_loss,
            },
            sharing::{
                who_takes_a_household_holds_it_and_nothing_else_there,
                nobody_gives_a_household_that_they_do_not_hold,
                the_second_colleague_reads_the_visit_and_its_remarks,
            },
            deciding::{
                what_is_set_aside_reaches_its_author_and_who_decides,
                a_coordinator_stores_it_in_the_authors_name,
                a_rejection_says_why_and_stands,
                what_the_coordinator_may_not_hold_is_not_told,
                what_lies_nowhere_goes_to_where_its_author_works,
                what_was_erased_is_not_told,
                only_coordinators_say_which_households_are_the_same,
                the_undecided_are_counted,
            },
            taking_up::{
                nobody_takes_up_words_in_anothers_name,
                nobody_takes_up_the_sharing_of_anothers_request,
                what_was_withdrawn_reaches_nobody,
                what_waits_goes_with_what_is_withdrawn,
                a_remark_is_taken_up_as_it_was_written,
                what_is_decided_is_taken_up_once,
            },
            enrolling::{
                a_code_works_once,
                the_same_laptop_may_ask_again,
                a_wrong_or_late_code_does_not_work,
                two_takers_of_one_code_get_one_laptop,
                a_laptop_may_be_called_anything,
            },
            surviving::{
                unknown_fields_survive_exactly,
                an_unknown_kind_is_set_aside_whatever_it_is_called,
            },
            copying::{
                a_copy_brings_everything_back,
                each_restore_begins_an_epoch_of_its_own,
                what_is_no_whole_copy_is_refused,
                a_copy_of_an_earlier_day_is_read,
                old_copies_make_room,
                verifying_names_what_is_wrong,
            },
            listening::{
                who_listens_is_told_whose_holders_have_news,
                nothing_new_is_no_news,
            },
        );
    };
    ($make:ident: $($module:ident::{$($name:ident),* $(,)?}),* $(,)?) => {
        $(mod $module {
            $(#[test]
            fn $name() {
                let (db, _guard) = super::$make();
                super::contract::$module::$name(&db);
            })*
        })*
    };
}
