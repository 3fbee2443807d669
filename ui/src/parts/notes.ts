// What else was read that whoever decides should know.
import { html, nothing } from "lit";
import type { Problem } from "../gen/api";
import { say } from "../words";

export function notesList(notes: Problem[]) {
  if (notes.length === 0) return nothing;
  return html`<h3>${say("window-notes")}</h3>
    <ul data-test="notes">${notes.map((note) => html`<li data-test="note-${note.code}">${say(note.code, note.args)}</li>`)}</ul>`;
}
