// Where the window is, and how elements ask it to go elsewhere.

export type Place =
  | { at: "home" }
  | { at: "new-setup" }
  | { at: "setup"; setup: string }
  | { at: "step"; setup: string; step: string }
  | { at: "settings" }
  | { at: "doctor" };

/** Asks the window to show another screen. */
export function go(from: HTMLElement, place: Place): void {
  from.dispatchEvent(new CustomEvent<Place>("lia-go", { detail: place, bubbles: true, composed: true }));
}

/** What happened in Rust, for every element that listens on `window`. */
export const EVENT = "lia-event";
