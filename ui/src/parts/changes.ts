// The changes of a plan or a run, field by field.
import { html, nothing } from "lit";
import type { Change } from "../gen/api";
import { dashed, has, say } from "../words";
import { shown } from "./value";

/** More changes of one step than this are not shown all at once. */
const MANY = 10;
const AT_ONCE = 5;
/** Of one step, behind the click included: a page of thousands would be slow and nobody reads it. */
const MOST = 200;

interface Share {
  first: Change[];
  /** Shown on demand. */
  rest: Change[];
  /** How many more there are. */
  left: number;
}

/** Changes in their order, those of one step together. */
export function shares(changes: Change[]): Share[] {
  const ofSteps: Change[][] = [];
  for (const change of changes) {
    const last = ofSteps.at(-1);
    if (last?.[0]?.step === change.step) last.push(change);
    else ofSteps.push([change]);
  }
  return ofSteps.map((all) => {
    const first = all.length > MANY ? all.slice(0, AT_ONCE) : all;
    const rest = all.slice(first.length, MOST);
    return { first, rest, left: all.length - first.length - rest.length };
  });
}

/** How the object is known as ours, and whether the change can be taken back. */
function ours({ marker, undo }: Change): string {
  const marked = marker.is === "field" ? say("window-marked", { field: marker.field }) : say(marker.because);
  return `${marked} ${undo.is === "impossible" ? say(undo.because) : say(`window-undo-${undo.is}`)}`;
}

/** `{step.value}` stands for what another step will give: said by that step's name. */
export const told = (text: string): string =>
  text.replace(/\{([a-z0-9-]+)\.[a-z0-9-]+\}/g, (whole, step: string) => (has(`step-${step}`) ? say("window-given-by", { step: say(`step-${step}`) }) : whole));

function one(change: Change) {
  const fields = [...new Set([...Object.keys(change.before), ...Object.keys(change.after)])];
  const creates = Object.keys(change.before).length === 0;
  return html`<li data-test="change">
    <div class="entry">
      <strong class="first-large"
        >${say("window-change", {
          verb: say(`verb-${change.verb}`),
          object: say(`object-${dashed(change.object)}`),
          name: told(change.name),
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
                <td>${told(shown(change.after[field]))}</td>
              </tr>`,
            )}
          </table>`}
      <p class="quiet" data-test="change-ours">${ours(change)}</p>
    </div>
  </li>`;
}

function share({ first, rest, left }: Share) {
  if (rest.length === 0) return first.map(one);
  return html`${first.map(one)}
    <li>
      <details data-test="changes-rest">
        <summary class="entry">${say("window-changes-rest", { count: rest.length + left })}</summary>
        <ul class="list">${rest.map(one)}</ul>
        ${left === 0 ? nothing : html`<p class="entry quiet" data-test="changes-left">${say("window-more", { count: left })}</p>`}
      </details>
    </li>`;
}

export function changeList(changes: Change[]) {
  return html`<ul class="list">${shares(changes).map(share)}</ul>`;
}

export function staysList(stays: string[]) {
  if (stays.length === 0) return nothing;
  return html`<h3>${say("window-stays")}</h3>
    <ul data-test="stays">${stays.map((stays) => html`<li>${say(stays)}</li>`)}</ul>`;
}
