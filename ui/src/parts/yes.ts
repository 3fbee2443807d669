// What was typed is possible and unusual: it is taken only with a yes of its own, ticked beside the problem that asks for it.
import { html, nothing } from "lit";
import type { Problem } from "../gen/api";
import { say } from "../words";

/** A box to tick, where the problem asks for a yes: the request is sent again with what it takes. */
export function yesTo(problem: Problem | null, accepted: string[], take: (accepted: string[]) => void) {
  const asks = problem?.args.accept;
  if (asks === undefined) return nothing;
  const set = (event: Event) => {
    const others = accepted.filter((other) => other !== asks);
    take((event.target as HTMLInputElement).checked ? [...others, asks] : others);
  };
  return html`<p><label class="row"><input type="checkbox" data-test="yes" .checked=${accepted.includes(asks)} @change=${set} /> ${say("window-accept")} ${asks}</label></p>`;
}
