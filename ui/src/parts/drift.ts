// What happened to what the setup made, in its own words.
import { html, nothing } from "lit";
import type { StepLine } from "../gen/api";
import { say } from "../words";

export function drifts({ id, drift }: StepLine) {
  if (drift.length === 0) return nothing;
  return html`<div class="note warning" role="status" data-test="drift-${id}">${drift.map((word) => html`<p>${say(word)}</p>`)}</div>`;
}
