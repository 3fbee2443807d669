// Where the window is, and how elements ask it to go elsewhere.

export type Place =
  | { at: "home" }
  | { at: "new-setup" }
  | { at: "setup"; setup: string; part?: "secrets" }
  | { at: "step"; setup: string; step: string }
  | { at: "kept"; setup?: string }
  | { at: "settings" }
  | { at: "doctor" }
  | { at: "handover"; wish: Wish | null }
  | { at: "give"; setup: string; seat: string };

/** A seat to ask for, and of which setup. */
export interface Wish {
  seat: string;
  tenant: string;
  instance: string;
}

/** Asks the window to show another screen. */
export function go(from: HTMLElement, place: Place): void {
  from.dispatchEvent(new CustomEvent<Place>("lia-go", { detail: place, bubbles: true, composed: true }));
}

/** Where to go on in a setup: the step that comes next, or all of them when there is none. */
export const onward = ({ id, next }: { id: string; next: string | null }): Place =>
  next === null ? { at: "setup", setup: id } : { at: "step", setup: id, step: next };

/** The place that the address names behind its `#`, as Rust puts it there; none where that is not one. */
export function placeOf(fragment: string): Place | null {
  if (fragment === "#handover") return { at: "handover", wish: null };
  const name = /^#setup\/([^/]+)$/.exec(fragment)?.[1];
  if (name === undefined) return null;
  try {
    return { at: "setup", setup: decodeURIComponent(name) };
  } catch {
    return null;
  }
}

/** Tells the screen around an element that what it shows may no longer be so. */
export function changed(from: HTMLElement): void {
  from.dispatchEvent(new CustomEvent("lia-changed"));
}

/** What happened in Rust, for every element that listens on `window`. */
export const EVENT = "lia-event";
