// What went wrong, what it did, and what to do next.
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Problem } from "../gen/api";
import { base } from "../style";
import { say } from "../words";
import { Worded } from "./worded";

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
    return html`<div class="note danger" role="alert" data-test="problem" data-code=${problem.code}>
      <p>${say(problem.code, problem.args)} ${say(`effect-${problem.effect}`)}</p>
      ${problem.hints.map((hint) => html`<p>${say(hint, problem.args)}</p>`)}
      ${details ? html`<p class="quiet">${say("support-line", { details })}</p>` : nothing}
    </div>`;
  }
}
