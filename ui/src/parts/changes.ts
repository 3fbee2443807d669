// The changes of a plan or a run, field by field.
import { html, nothing } from "lit";
import type { Change } from "../gen/api";
import { dashed, say } from "../words";

function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function one(change: Change) {
  const fields = [...new Set([...Object.keys(change.before), ...Object.keys(change.after)])];
  const creates = Object.keys(change.before).length === 0;
  return html`<li data-test="change">
    <div class="entry">
      <strong class="first-large"
        >${say("window-change", {
          verb: say(`verb-${change.verb}`),
          object: say(`object-${dashed(change.object)}`),
          name: change.name,
        })}</strong
      >
      ${fields.length === 0
        ? nothing
        : html`<table>
            <tr><th>${say("window-field")}</th>${creates ? nothing : html`<th>${say("window-before")}</th>`}<th>${say("window-after")}</th></tr>
            ${fields.map(
              (field) => html`<tr>
                <td>${field}</td>
                ${creates ? nothing : html`<td>${shown(change.before[field])}</td>`}
                <td>${shown(change.after[field])}</td>
              </tr>`,
            )}
          </table>`}
    </div>
  </li>`;
}

export function changeList(changes: Change[]) {
  return html`<ul class="list">${changes.map(one)}</ul>`;
}

export function staysList(stays: string[]) {
  if (stays.length === 0) return nothing;
  return html`<h3>${say("window-stays")}</h3>
    <ul data-test="stays">${stays.map((stays) => html`<li>${say(stays)}</li>`)}</ul>`;
}
