use std::sync::{Arc, Mutex};

use liaison_setup::ports::Clock as _;

use super::ports::Clock;

/// What becomes of the next write.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    LostBeforeActing,
    LostAfterActing,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub id: String,
    pub name: String,
    pub mark: String,
    pub secret: Option<String>,
    pub touched: bool,
    made_at: i64,
}

/// Objects by name and mark. Reads lag behind by some seconds, writes can lose their answer.
pub struct Service {
    clock: Arc<Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    objects: Vec<Stored>,
    writes: usize,
    made: usize,
    next: Option<Answer>,
    lag: i64,
}

impl Service {
    pub fn new(clock: Arc<Clock>) -> Self {
        Self { clock, state: Mutex::default() }
    }

    /// As a reader sees it, late.
    pub fn find(&self, name: &str) -> Vec<Stored> {
        let state = self.state.lock().unwrap();
        let now = self.clock.now().as_second();
        let seen = |one: &&Stored| one.name == name && now - one.made_at >= state.lag;
        state.objects.iter().filter(seen).cloned().collect()
    }

    /// None: the answer was lost.
    pub fn create(&self, name: &str, mark: &str, with_secret: bool) -> Option<Stored> {
        self.write(|state, now| {
            state.made += 1;
            let made = Stored {
                id: format!("id-{}", state.made),
                name: name.into(),
                mark: mark.into(),
                secret: with_secret.then(|| format!("fake-secret-{}", state.made)),
                touched: false,
                made_at: now,
            };
            state.objects.push(made.clone());
            made
        })
    }

    pub fn delete(&self, id: &str) -> Option<()> {
        self.write(|state, _| state.objects.retain(|one| one.id != id))
    }

    fn write<T>(&self, act: impl FnOnce(&mut State, i64) -> T) -> Option<T> {
        let mut state = self.state.lock().unwrap();
        state.writes += 1;
        match state.next.take() {
            Some(Answer::LostBeforeActing) => None,
            Some(Answer::LostAfterActing) => {
                act(&mut state, self.clock.now().as_second());
                None
            }
            None => Some(act(&mut state, self.clock.now().as_second())),
        }
    }

    pub fn add(&self, name: &str, mark: &str) {
        let mut state = self.state.lock().unwrap();
        state.made += 1;
        let id = format!("id-{}", state.made);
        let (name, mark) = (name.to_owned(), mark.to_owned());
        state.objects.push(Stored { id, name, mark, secret: None, touched: false, made_at: 0 });
    }

    pub fn names(&self) -> Vec<String> {
        self.state.lock().unwrap().objects.iter().map(|one| one.name.clone()).collect()
    }

    pub fn secrets(&self) -> Vec<String> {
        self.state.lock().unwrap().objects.iter().filter_map(|one| one.secret.clone()).collect()
    }

    pub fn writes(&self) -> usize {
        self.state.lock().unwrap().writes
    }

    pub fn tamper(&self, name: &str) {
        self.state
            .lock()
            .unwrap()
            .objects
            .iter_mut()
            .filter(|one| one.name == name)
            .for_each(|one| one.touched = true);
    }

    pub fn remove_named(&self, name: &str) {
        self.state.lock().unwrap().objects.retain(|one| one.name != name);
    }

    pub fn next_answer(&self, answer: Answer) {
        self.state.lock().unwrap().next = Some(answer);
    }

    pub fn replicate_after(&self, seconds: i64) {
        self.state.lock().unwrap().lag = seconds;
    }
}
