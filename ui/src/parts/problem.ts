// What went wrong, what it did, and what to do next.
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Problem } from "../gen/api";
import { base } from "../style";
import { has, say } from "../words";
import { Worded } from "./worded";

/** Steps and values by their names, where these are known; the command line goes by ids. */
function named(args: Problem["args"]): Problem["args"] {
  const name = (kind: string, id: string) => (has(`${kind}-${id}`) ? say(`${kind}-${id}`) : id);
  const kinds: Record<string, string> = { step: "step", needs: "step", value: "value" };
  return Object.fromEntries(Object.entries(args).map(([key, id]) => [key, key in kinds ? name(kinds[key]!, id) : id]));
}

@customElement("lia-problem")
export class ProblemElement extends Worded {
  static override styles = [base];

  @property({ attribute: false }) problem: Problem | null = null;

  override render() {
    const { problem } = this;
    if (!problem) return nothing;
    const support = problem.support;
    const details = support
      ? [support.service, support.status, support.service_code, support.request_id].filter((part) => part != null).join(" · ")
      : "";
    const args = named(problem.args);
    return html`<div class="note danger" role="alert" data-test="problem" data-code=${problem.code}>
      <p>${say(problem.code, args)} ${say(`effect-${problem.effect}`)}</p>
      ${problem.hints.map((hint) => html`<p>${say(hint, args)}</p>`)}
      ${details ? html`<p class="quiet">${say("support-line", { details })}</p>` : nothing}
    </div>`;
  }
}
