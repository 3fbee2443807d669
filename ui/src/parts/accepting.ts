// Changes that want a yes of their own: said beside each what it means, and ticked before the plan can be carried out.
import { html } from "lit";
import type { Change } from "../gen/api";
import { say } from "../words";
import { told } from "./changes";

const asking = (changes: Change[]): string[] => [...new Set(changes.flatMap(({ asks }) => asks ?? []))];

/** Whether every yes that the changes ask for was given. */
export const isAccepted = (changes: Change[], accepted: string[]): boolean => asking(changes).every((asks) => accepted.includes(asks));

/** A box to tick for each. */
export function accepting(changes: Change[], accepted: string[], take: (accepted: string[]) => void) {
  return asking(changes).map((asks) => {
    const names = changes.filter((change) => change.asks === asks).map(({ name }) => told(name));
    const set = (event: Event) => {
      const others = accepted.filter((other) => other !== asks);
      take((event.target as HTMLInputElement).checked ? [...others, asks] : others);
    };
    return html`<div class="note warning">
      <p>${say(`asks-${asks}`)}</p>
      <label><input type="checkbox" data-test="accept-${asks}" .checked=${accepted.includes(asks)} @change=${set} /> ${say("window-accept")} ${names.join(", ")}</label>
    </div>`;
  });
}
