// What went wrong, what it did, and what to do next.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Problem } from "../gen/api";
import { base } from "../style";
import { has, say } from "../words";
import { Worded } from "./worded";

/** Steps and values by their names, where these are known; the command line goes by ids. */
function named(args: Problem["args"]): Problem["args"] {
  const name = (kind: string, id: string) => (has(`${kind}-${id}`) ? say(`${kind}-${id}`) : id);
  const kinds: Record<string, string> = { step: "step", needs: "step", value: "value", seat: "seat" };
  return Object.fromEntries(Object.entries(args).map(([key, id]) => [key, key in kinds ? name(kinds[key]!, id) : id]));
}

@customElement("lia-problem")
export class ProblemElement extends Worded {
  static override styles = [base];

  @property({ attribute: false }) problem: Problem | null = null;

  /** Other things were changed by then: it says what became of this request alone. */
  @property({ type: Boolean }) within = false;

  @state() private copied = false;

  override render() {
    const { problem } = this;
    if (!problem) return nothing;
    const support = problem.support;
    const details = support
      ? [support.service, support.status, support.service_code, support.request_id].filter((part) => part != null).join(" · ")
      : "";
    const args = named(problem.args);
    return html`<div class="note danger" role="alert" data-test="problem" data-code=${problem.code}>
      <p>${say(problem.code, args)} ${say(this.within && problem.effect === "none" ? "window-effect-none-here" : `effect-${problem.effect}`)}</p>
      ${problem.hints.map((hint) => html`<p>${say(hint, args)}</p>`)}
      <details>
        <summary>${say("window-problem-details")}</summary>
        <p><code data-test="problem-details">${[problem.code, details].filter(Boolean).join(" · ")}</code></p>
        <div class="row">
          <fluent-button data-test="problem-copy" @click=${this.copy}>${say(this.copied ? "window-copied" : "window-copy")}</fluent-button>
          <span class="quiet">${say("window-problem-details-what")}</span>
        </div>
      </details>
    </div>`;
  }

  /** What somebody who helps asks for: codes and request IDs, with the sentence. */
  private readonly copy = async () => {
    const { problem } = this;
    if (!problem) return;
    const details = this.renderRoot.querySelector("[data-test=problem-details]")?.textContent ?? "";
    await navigator.clipboard.writeText(`${say(problem.code, named(problem.args))}\n${details}`);
    this.copied = true;
  };
}
