use std::{collections::BTreeMap, sync::Arc};

use futures_util::future::BoxFuture;
use liaison_setup::{
    Applied, Change, Marker, Object, Observed, Outcome, Ownership, Problem, Settled, Step, StepKind, Undo,
    Verb,
    change::SECRET,
    journal::Landing,
    kind::{NewSecret, Undoing},
    problem::{Effect, Result},
    record::Intent,
};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::service::{Service, Stored};

fn name(step: &Step<'_>) -> String {
    step.with["name"].as_str().unwrap().to_owned()
}

fn object(step: &Step<'_>, stored: &Stored) -> Object {
    Object {
        id: stored.id.clone(),
        name: stored.name.clone(),
        ownership: if step.record.owns(&stored.id) && stored.mark == step.mark() {
            Ownership::Ours
        } else {
            Ownership::Theirs
        },
        fields: [("touched".to_owned(), json!(stored.touched))].into(),
        gives: [("name".to_owned(), stored.name.clone())].into(),
    }
}

fn look(service: &Service, step: &Step<'_>) -> Observed {
    if !step.pending.is_empty() {
        return Observed::Waiting { needs: step.pending.iter().cloned().collect() };
    }
    match &service.find(&name(step))[..] {
        [] => Observed::Absent,
        [one] => Observed::Matches { object: object(step, one) },
        many => Observed::Several { candidates: many.iter().map(|one| object(step, one)).collect() },
    }
}

fn create(step: &Step<'_>, observed: &Observed, secret: bool) -> Vec<Change> {
    if !matches!(observed, Observed::Absent | Observed::Waiting { .. }) {
        return Vec::new();
    }
    let mut after: BTreeMap<String, Value> = [("name".to_owned(), json!(name(step)))].into();
    if secret {
        after.insert("token".into(), json!(SECRET));
    }
    vec![Change {
        step: step.definition.id.clone(),
        write: "create".into(),
        verb: Verb::Create,
        object: "thing".into(),
        name: name(step),
        id: None,
        before: BTreeMap::new(),
        after,
        marker: Marker::Field { field: "mark".into(), value: step.mark() },
        undo: Undo::Automatic,
        stays: Vec::new(),
        yields_secret: secret,
        asks: None,
    }]
}

fn delete(step: &Step<'_>, id: &str, name: &str) -> Change {
    Change {
        verb: Verb::Delete,
        write: "delete".into(),
        name: name.into(),
        id: Some(id.into()),
        after: BTreeMap::new(),
        yields_secret: false,
        asks: None,
        ..create(step, &Observed::Absent, false).remove(0)
    }
}

fn undo(step: &Step<'_>, observed: &Observed) -> Undoing {
    let mut undoing = Undoing::default();
    for (intent, landing) in step.record.ours() {
        let id = landing.id.as_deref().unwrap();
        match observed.object().filter(|object| object.id == id) {
            None => undoing.gone.push(intent.id.clone()),
            Some(object) => {
                if object.fields["touched"] == json!(true) {
                    undoing.questions.push(Problem::new("changed-since"));
                }
                undoing.changes.push(delete(step, id, &object.name));
            }
        }
    }
    undoing
}

async fn apply(service: &Service, step: &Step<'_>, change: &Change, secret: bool) -> Applied {
    if let Err(problem) = step.token().await {
        return Applied::NotDone(problem);
    }
    let lost = || Applied::Unknown(Problem::new("network-reset").effect(Effect::Unknown));
    if change.verb == Verb::Delete {
        return match service.delete(change.id.as_deref().unwrap()) {
            Some(()) => Applied::Done(Outcome::default()),
            None => lost(),
        };
    }
    match service.create(&change.name, &step.mark(), secret) {
        None => lost(),
        Some(made) => Applied::Done(Outcome {
            landing: Landing {
                id: Some(made.id),
                gives: [("name".to_owned(), made.name)].into(),
                ..Landing::default()
            },
            secret: made.secret.map(|value| NewSecret {
                name: "token".into(),
                value: SecretString::from(value),
                about: BTreeMap::new(),
            }),
        }),
    }
}

fn settle(service: &Service, step: &Step<'_>, intent: &Intent, secret: bool) -> Settled {
    let found = service.find(&intent.change.name).into_iter().find(|one| one.mark == step.mark());
    match (intent.change.verb, found) {
        (Verb::Delete, Some(one)) if Some(&one.id) == intent.change.id.as_ref() => Settled::DidNotLand,
        (Verb::Delete, _) => Settled::Landed(Landing { id: intent.change.id.clone(), ..Landing::default() }),
        (_, None) => Settled::DidNotLand,
        // Its value is lost, so it is of no use to anyone.
        (_, Some(one)) if secret => Settled::Leftover(Box::new(delete(step, &one.id, &one.name))),
        (_, Some(one)) => Settled::Landed(Landing {
            id: Some(one.id),
            gives: [("name".to_owned(), one.name)].into(),
            ..Landing::default()
        }),
    }
}

/// An object that is found by its name.
pub struct Thing {
    pub service: Arc<Service>,
}

/// An object whose creation answers a secret, once.
pub struct Credential {
    pub service: Arc<Service>,
}

macro_rules! kind {
    ($kind:ident, $name:literal, $secret:literal) => {
        impl StepKind for $kind {
            fn name(&self) -> &'static str {
                $name
            }

            fn validate(&self, _with: &Value) -> Result<(), String> {
                Ok(())
            }

            fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
                Box::pin(async move {
                    step.token().await?;
                    Ok(look(&self.service, step))
                })
            }

            fn plan(&self, step: &Step<'_>, observed: &Observed) -> Result<Vec<Change>> {
                Ok(create(step, observed, $secret))
            }

            fn apply<'a>(&'a self, step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
                Box::pin(apply(&self.service, step, change, $secret))
            }

            fn settle<'a>(
                &'a self,
                step: &'a Step<'a>,
                intent: &'a Intent,
            ) -> BoxFuture<'a, Result<Settled>> {
                Box::pin(async move { Ok(settle(&self.service, step, intent, $secret)) })
            }

            fn undo(&self, step: &Step<'_>, observed: &Observed) -> Result<Undoing> {
                Ok(undo(step, observed))
            }
        }
    };
}

kind!(Thing, "thing", false);
kind!(Credential, "credential", true);

/// Always as it should be, at another seat.
pub struct Alone;

impl StepKind for Alone {
    fn name(&self) -> &'static str {
        "alone"
    }

    fn validate(&self, _with: &Value) -> Result<(), String> {
        Ok(())
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            step.token().await?;
            let object = Object {
                id: "alone".into(),
                name: "alone".into(),
                ownership: Ownership::Theirs,
                fields: BTreeMap::new(),
                gives: BTreeMap::new(),
            };
            Ok(Observed::Matches { object })
        })
    }
}
