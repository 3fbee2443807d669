//! The engine over kinds and ports that only exist here: an object store that can lose answers, and a clock that jumps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod world;

use std::collections::BTreeSet;

use liaison_setup::{
    Cancel, Engine, Observed,
    engine::Run,
    problem::Effect,
    record::{KnownBy, StepState},
};
use world::{Answer, World};

async fn apply(world: &World) -> Run {
    world.run(async |engine: Engine<'_>| engine.apply(None, &BTreeSet::new()).await.unwrap()).await
}

async fn undo(world: &World) -> Run {
    world.run(async |engine: Engine<'_>| engine.undo(None).await.unwrap()).await
}

#[tokio::test]
async fn what_is_applied_is_there_once_and_applying_again_writes_nothing() {
    let world = World::new();
    let run = apply(&world).await;
    assert_eq!(run.problem, None);
    assert_eq!(run.made.len(), 3, "{:?}", run.made);
    assert_eq!(world.names(), ["first", "second-of-first", "token-of-second"]);
    let again = apply(&world).await;
    assert_eq!((again.made.len(), again.problem), (0, None));
    assert_eq!(again.seen["first"].known_by, Some(KnownBy::ReadBack));
    assert_eq!(world.writes(), 3);
}

#[tokio::test]
async fn undo_takes_back_in_reverse_order_and_leaves_nothing() {
    let world = World::new();
    apply(&world).await;
    let run = undo(&world).await;
    assert_eq!(run.problem, None);
    assert_eq!(
        run.made.iter().map(|change| change.step.as_str()).collect::<Vec<_>>(),
        ["third", "second", "first"]
    );
    assert!(world.names().is_empty());
    assert!(!world.record().await.owns_anything());
    assert!(world.sealed_names().is_empty());
    // And the whole thing once more, as nothing may be remembered wrongly.
    assert_eq!(apply(&world).await.made.len(), 3);
}

#[tokio::test]
async fn a_plan_by_another_fingerprint_writes_nothing_and_shows_the_new_one() {
    let world = World::new();
    let shown = world
        .run(async |engine: Engine<'_>| {
            let checked = engine.check().await.unwrap();
            engine.plan(&checked)
        })
        .await;
    world.add_foreign("first");
    let run = world
        .run(async |engine: Engine<'_>| {
            engine.apply(Some(&shown.fingerprint), &BTreeSet::new()).await.unwrap()
        })
        .await;
    assert_eq!(run.problem.unwrap().code, "plan-changed");
    assert_ne!(run.plan.fingerprint, shown.fingerprint);
    assert_eq!(world.writes(), 0);
}

#[tokio::test]
async fn a_lost_answer_is_settled_and_the_write_is_not_repeated() {
    for (answer, writes) in [(Answer::LostAfterActing, 3), (Answer::LostBeforeActing, 3)] {
        let world = World::new();
        world.next_answer(answer);
        let run = apply(&world).await;
        let first_try = run.problem.map(|problem| problem.effect);
        // What did act went on at once; what did not is reported as changed nothing, and done by the next run.
        assert_eq!(first_try, matches!(answer, Answer::LostBeforeActing).then_some(Effect::None));
        assert_eq!(apply(&world).await.problem, None);
        assert_eq!(world.names().len(), 3, "{answer:?}");
        assert_eq!(world.writes() - usize::from(answer == Answer::LostBeforeActing), writes, "{answer:?}");
    }
}

#[tokio::test]
async fn a_kill_at_any_journal_write_ends_with_one_object_and_one_secret() {
    let appends = {
        let world = World::new();
        apply(&world).await;
        world.appends()
    };
    assert!(appends >= 7, "three intents, three outcomes, one look: {appends}");
    for at in 1..=appends {
        for lost in [false, true] {
            let world = World::new();
            // The process ends when it tries to write the journal: `lost` says whether that entry was still kept.
            world.die_at_append(at, lost);
            world
                .run_until_killed(async |engine: Engine<'_>| drop(engine.apply(None, &BTreeSet::new()).await))
                .await;
            let run = apply(&world).await;
            assert_eq!(run.problem, None, "killed at append {at}, kept: {lost}");
            assert_eq!(
                world.names(),
                ["first", "second-of-first", "token-of-second"],
                "append {at}, kept {lost}"
            );
            assert_eq!(world.live_secrets(), 1, "append {at}, kept {lost}");
            assert!(world.sealed_secret_works().await, "append {at}, kept {lost}");
            assert_eq!(undo(&world).await.problem, None);
            assert!(world.names().is_empty(), "append {at}, kept {lost}");
        }
    }
}

#[tokio::test]
async fn a_secret_that_cannot_be_sealed_is_taken_away_again() {
    let world = World::new();
    world.break_vault_after_proof();
    let run = apply(&world).await;
    assert_eq!(
        run.problem.map(|problem| (problem.code, problem.effect)),
        Some(("vault-broken".into(), Effect::None))
    );
    assert_eq!(world.live_secrets(), 0);
    world.mend_vault();
    assert_eq!(apply(&world).await.problem, None);
    assert_eq!(world.live_secrets(), 1);
}

#[tokio::test]
async fn a_vault_that_cannot_seal_is_found_before_a_secret_is_asked_for() {
    let world = World::new();
    world.break_vault();
    let run = apply(&world).await;
    assert_eq!(run.problem.unwrap().code, "vault-broken");
    assert_eq!(world.names(), ["first", "second-of-first"]);
}

#[tokio::test]
async fn late_replication_is_waited_for_on_the_jumping_clock_and_told() {
    let world = World::new();
    world.replicate_after(30);
    let started = std::time::Instant::now();
    let run = apply(&world).await;
    assert_eq!(run.problem, None);
    assert!(world.told("wait-replication"));
    assert!(started.elapsed().as_secs() < 5, "waits must go through the clock");
}

#[tokio::test]
async fn a_foreign_twin_is_several_and_nothing_is_guessed() {
    let world = World::new();
    world.add_foreign("first");
    world.add_foreign("first");
    let (state, plan) = world
        .run(async |engine: Engine<'_>| {
            let checked = engine.check().await.unwrap();
            assert!(matches!(checked.steps["first"].observed, Ok(Observed::Several { .. })));
            (checked.steps["first"].seen.state, engine.plan(&checked))
        })
        .await;
    assert_eq!(state, StepState::Undecided);
    assert!(plan.is_empty(), "what stands on an undecided step is not planned: {:?}", plan.changes);
    assert_eq!(plan.questions.len(), 1);
}

#[tokio::test]
async fn undo_asks_where_the_object_changed_since_and_a_fingerprint_answers() {
    let world = World::new();
    apply(&world).await;
    world.tamper("second-of-first");
    let refused = undo(&world).await;
    assert_eq!(refused.problem.unwrap().code, "changed-since");
    assert_eq!(world.names().len(), 3);
    let shown = refused.plan.fingerprint;
    let run = world.run(async |engine: Engine<'_>| engine.undo(Some(&shown)).await.unwrap()).await;
    assert_eq!(run.problem, None);
    assert!(world.names().is_empty());
}

#[tokio::test]
async fn what_somebody_else_removed_is_not_counted_as_ours() {
    let world = World::new();
    apply(&world).await;
    world.remove("token-of-second");
    let run = undo(&world).await;
    assert_eq!(run.problem, None);
    assert!(!world.record().await.owns_anything());
}

#[tokio::test]
async fn cancel_stops_between_writes_and_nothing_is_half_known() {
    let world = World::new();
    let cancel = Cancel::default();
    cancel.raise();
    let problem = world
        .run_with(&cancel, async |engine: Engine<'_>| engine.apply(None, &BTreeSet::new()).await.unwrap_err())
        .await;
    assert_eq!((problem.code.as_str(), problem.effect), ("cancelled", Effect::None));
    assert_eq!(world.writes(), 0);
}

#[tokio::test]
async fn a_missing_sign_in_pauses_that_seat_and_not_the_other() {
    let world = World::new();
    world.sign_out("one");
    let run = apply(&world).await;
    assert_eq!(run.problem.unwrap().code, "sign-in-needed");
    assert_eq!(run.seen["alone"].state, StepState::Done);
    world.sign_in("one");
    assert_eq!(apply(&world).await.problem, None);
}

#[tokio::test]
async fn a_retired_service_is_acknowledged_before_anything_real_is_changed() {
    let world = World::real_and_retired();
    let refused =
        world.run(async |engine: Engine<'_>| engine.apply(None, &BTreeSet::new()).await.unwrap_err()).await;
    assert_eq!(refused.code, "retired-not-acknowledged");
    assert_eq!(world.writes(), 0);
    world.acknowledge().await;
    assert_eq!(apply(&world).await.problem, None);
}

#[tokio::test]
async fn an_altered_journal_stops_everything() {
    let world = World::new();
    apply(&world).await;
    world.alter_journal();
    let refused = world.load().await.err().unwrap();
    assert_eq!(refused, "journal-altered");
}
