// What the last look at a step saw, as far as it helps the person.
import { html, nothing } from "lit";
import type { FieldDifference, Observed, Object as Seen } from "../gen/api";
import { say } from "../words";
import { shown, texts } from "./value";

/** Kinds whose differences are people: they have a part of their own. */
const OF_PEOPLE = "servicenow.role-grant";
const ALLOW_LIST = "network.allow-list";

export function observedFacts(kind: string, observed: Observed | null) {
  if (!observed || !("object" in observed)) return nothing;
  if (kind === ALLOW_LIST) return allowList(observed.object);
  return observed.is === "differs" && kind !== OF_PEOPLE ? differences(observed.fields) : nothing;
}

/** Whether two lists have the same texts, in whatever order. */
export const isSame = (one: string[], other: string[]): boolean =>
  one.every((text) => other.includes(text)) && other.every((text) => one.includes(text));

function allowList({ name, fields }: Seen) {
  const listed = texts(fields["listed"]);
  const answered = texts(fields["answered"]);
  const unlisted = texts(fields["unlisted"]);
  const failed = fields["not-answered"];
  return html`<div class="beside">
      <div>
        <h3>${say("window-network-listed")}</h3>
        <ul class="list" data-test="observed-listed">${listed.map((address) => html`<li class="entry"><code>${address}</code></li>`)}</ul>
      </div>
      <div>
        <h3>${say("window-network-answered", { host: name })}</h3>
        ${failed === undefined
          ? html`<ul class="list" data-test="observed-answered">${answered.map((address) => answer(address, unlisted.includes(address)))}</ul>`
          : html`<p data-test="observed-not-answered">${say(shown(failed), { host: name })}</p>`}
      </div>
    </div>
    ${failed === undefined
      ? isSame(listed, answered)
        ? html`<p>${say("window-network-same")}</p>`
        : html`<div class="note warning" data-test="observed-lists-differ">${say("window-network-differ")}</div>`
      : nothing}`;
}

function answer(address: string, isUnlisted: boolean) {
  return html`<li class="entry">
    <code>${address}</code> ${isUnlisted ? html`<span class="tag differs" data-test="observed-unlisted">${say("window-network-unlisted")}</span>` : nothing}
  </li>`;
}

function differences(fields: FieldDifference[]) {
  if (fields.length === 0) return nothing;
  return html`<h3>${say("state-differs")}</h3>
    ${differencesTable(fields)}`;
}

export function differencesTable(fields: FieldDifference[]) {
  return html`<table data-test="observed-differs">
    <tr><th>${say("window-field")}</th><th>${say("window-is")}</th><th>${say("window-wanted")}</th></tr>
    ${fields.map(({ field, is, wanted }) => html`<tr><td>${field}</td><td>${shown(is)}</td><td>${shown(wanted)}</td></tr>`)}
  </table>`;
}
