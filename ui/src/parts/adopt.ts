// An object that stands already, used instead of a new one: pointed at, shown field by field, chosen, let go.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CandidatesView, CandidateView, Observed } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { say } from "../words";
import { Element } from "./element";
import { differencesTable } from "./observed";

@customElement("lia-adopt")
export class Adopt extends Element {
  @property() setup = "";
  @property() step = "";
  /** The ID of what is used, once somebody chose. */
  @property({ attribute: false }) adopted: string | null = null;
  /** Whether it can be let go. */
  @property({ type: Boolean }) releases = false;
  /** What the last look saw: others of the same name are a reason to show this. */
  @property({ attribute: false }) observed: Observed | null = null;

  @state() private found: CandidatesView | null = null;
  @state() private typed = "";

  private look(id: string | null) {
    return this.attempt(async () => {
      this.found = null;
      this.found = await ask({ do: "step-candidates", setup: this.setup, step: this.step, id });
    });
  }

  private use(id: string) {
    return this.attempt(async () => {
      await ask({ do: "step-adopt", setup: this.setup, step: this.step, id });
      this.found = null;
      changed(this);
    });
  }

  private readonly release = () =>
    this.attempt(async () => {
      await ask({ do: "step-release", setup: this.setup, step: this.step });
      changed(this);
    });

  override render() {
    return this.adopted === null ? this.choice() : this.chosen(this.adopted);
  }

  private chosen(id: string) {
    return html`<div class="note" data-test="adopted">
      <p>${say("window-adopted", { id })}</p>
      ${this.releases ? html`<fluent-button data-test="adopt-release" ?disabled-focusable=${this.busy} @click=${this.release}>${say("window-release")}</fluent-button>` : nothing}
      ${this.problemIfAny()}
    </div>`;
  }

  private choice() {
    const send = () => void (this.typed.trim() && this.look(this.typed.trim()));
    return html`<details class="note" data-test="adopt" ?open=${this.observed?.is === "several"}>
      <summary>${say("window-adopt")}</summary>
      <p class="quiet">${say("window-adopt-what")}</p>
      <div class="row end">
        <fluent-text-input
          class="grow"
          data-test="adopt-id"
          spellcheck="false"
          autocomplete="off"
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === "Enter" && send()}
          >${say("window-adopt-id")}</fluent-text-input
        >
        <fluent-button data-test="adopt-look" ?disabled-focusable=${this.busy} @click=${send}>${say("window-adopt-look")}</fluent-button>
        <fluent-button data-test="adopt-find" ?disabled-focusable=${this.busy} @click=${() => this.look(null)}>${say("window-adopt-find")}</fluent-button>
      </div>
      ${this.problemIfAny()} ${this.found ? this.list(this.found) : nothing}
    </details>`;
  }

  private list({ candidates }: CandidatesView) {
    if (candidates.length === 0) return html`<p role="status" data-test="adopt-none">${say("window-adopt-none")}</p>`;
    return html`<ul class="list" role="status" data-test="candidates">${candidates.map((candidate) => this.candidate(candidate))}</ul>`;
  }

  private candidate({ object, fields }: CandidateView) {
    return html`<li class="entry" data-test="candidate">
      <div class="spread">
        <span><strong>${object.name}</strong><br /><code>${object.gives["client-id"] ?? object.id}</code></span>
        <fluent-button data-test="adopt-use" ?disabled-focusable=${this.busy} @click=${() => this.use(object.id)}>${say("window-adopt-use")}</fluent-button>
      </div>
      ${fields.length === 0 ? html`<p class="quiet">${say("window-adopt-fits")}</p>` : differencesTable(fields)}
    </li>`;
  }
}
