// An instance labelled production: its name is typed before anything is made or taken back there.
import { html, nothing } from "lit";
import { say } from "../words";

/** Whether what was typed is the name; always, where none is asked for. */
export const isNamed = (production: string | null, typed: string): boolean =>
  production === null || typed.trim().toLowerCase() === production.toLowerCase();

/** The field for it. */
export function productionName(production: string | null, take: (typed: string) => void) {
  if (production === null) return nothing;
  const what = say("window-production", { instance: production });
  return html`<div class="note warning">
    <fluent-text-input class="field" data-test="production-name" @input=${(event: Event) => take((event.target as HTMLInputElement).value)}>${what}</fluent-text-input>
  </div>`;
}
