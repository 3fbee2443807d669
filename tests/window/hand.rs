//! What a person does: counted, and with which means it is done.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

/// Shared by the pages that one person uses.
#[derive(Debug, Default)]
pub struct Hand {
    clicks: AtomicUsize,
    entries: AtomicUsize,
    pastes: AtomicUsize,
    counts: AtomicBool,
    keyboard: AtomicBool,
}

/// Clicks (a choice in a list is one), entries that are typed, and copied values that are pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub clicks: usize,
    pub entries: usize,
    pub pastes: usize,
}

impl Hand {
    /// Everything in the window is done without a mouse from now on.
    pub fn put_the_mouse_away(&self) {
        self.keyboard.store(true, SeqCst);
    }

    pub fn is_keyboard(&self) -> bool {
        self.keyboard.load(SeqCst)
    }

    /// Whether what is done is counted: signing in is not.
    pub fn count(&self, on: bool) {
        self.counts.store(on, SeqCst);
    }

    pub fn counted(&self) -> Count {
        Count {
            clicks: self.clicks.load(SeqCst),
            entries: self.entries.load(SeqCst),
            pastes: self.pastes.load(SeqCst),
        }
    }

    pub fn click(&self) {
        self.add(&self.clicks);
    }

    pub fn entry(&self) {
        self.add(&self.entries);
    }

    pub fn paste(&self) {
        self.add(&self.pastes);
    }

    fn add(&self, to: &AtomicUsize) {
        if self.counts.load(SeqCst) {
            to.fetch_add(1, SeqCst);
        }
    }
}
