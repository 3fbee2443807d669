//! How large the page is shown: a step at a time, and kept for the next start.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use tauri::{Runtime, State, WebviewWindow};

/// As browsers have them. 1 is as the page was made, and twice that is what WCAG 1.4.4 asks to be usable.
const LEVELS: [f64; 12] = [0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0];
const AS_MADE: usize = 4;

pub struct Zoom {
    /// None where the system has no place for it: then it is kept until the window is closed.
    file: Option<PathBuf>,
    /// Of [`LEVELS`].
    level: Mutex<usize>,
}

impl Zoom {
    /// As it was left.
    pub fn kept_in(file: Option<PathBuf>) -> Self {
        let level = file.as_deref().and_then(read).unwrap_or(AS_MADE);
        Self { file, level: Mutex::new(level) }
    }

    fn factor(&self) -> f64 {
        let level = *self.level.lock().unwrap_or_else(PoisonError::into_inner);
        LEVELS.get(level).copied().unwrap_or(1.0)
    }

    /// One level larger or smaller; 0 is back to how the page was made.
    fn step(&self, by: i8) {
        let mut level = self.level.lock().unwrap_or_else(PoisonError::into_inner);
        *level = match by {
            0 => AS_MADE,
            1.. => (*level + 1).min(LEVELS.len() - 1),
            _ => level.saturating_sub(1),
        };
        if let (Some(file), Some(factor)) = (&self.file, LEVELS.get(*level)) {
            // What cannot be kept is chosen again the next time.
            let _ = fs::write(file, factor.to_string());
        }
    }

    /// A page that stays as it was can still be read.
    pub fn show<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let _ = window.set_zoom(self.factor());
    }
}

/// Nothing where there is none, or something that nobody chose here.
fn read(file: &Path) -> Option<usize> {
    let factor: f64 = fs::read_to_string(file).ok()?.trim().parse().ok()?;
    LEVELS.iter().position(|level| (level - factor).abs() < 0.001)
}

#[tauri::command]
pub fn zoom<R: Runtime>(window: WebviewWindow<R>, zoom: State<'_, Zoom>, by: i8) {
    zoom.step(by);
    zoom.show(&window);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]

    use super::*;

    #[test]
    fn it_goes_by_steps_ends_at_both_ends_and_is_there_the_next_time() {
        let folder = std::env::temp_dir().join(format!("liaison-zoom-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("zoom");
        let again = || Zoom::kept_in(Some(file.clone()));
        let zoom = again();
        assert_eq!(zoom.factor(), 1.0);
        zoom.step(1);
        assert_eq!((zoom.factor(), again().factor()), (1.1, 1.1));
        (0..20).for_each(|_| zoom.step(1));
        assert_eq!(again().factor(), 3.0);
        (0..20).for_each(|_| zoom.step(-1));
        assert_eq!(again().factor(), 0.5);
        zoom.step(0);
        assert_eq!(again().factor(), 1.0);
        for nonsense in ["", "NaN", "1.3", "-1", "1e99"] {
            fs::write(&file, nonsense).unwrap();
            assert_eq!(again().factor(), 1.0, "{nonsense}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
