// One setup: who is needed, every step and how far it is, and the whole of it at once.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as Happened, SetupView, StepLine } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { Element } from "../parts/element";
import { say, time } from "../words";

@customElement("lia-setup")
export class Setup extends Element {
  @property({ attribute: false }) setup!: SetupView;

  @state() private deleting = false;
  @state() private acknowledged = "";

  protected override happened(event: Happened): void {
    if (event.event === "setup-changed" && event.setup === this.setup.id) void this.load();
  }

  private async load() {
    this.setup = await ask({ do: "setup-show", setup: this.setup.id });
  }

  override render() {
    const { setup } = this;
    const next = setup.next;
    return html`<div class="spread">
        <div>
          <h1 tabindex="-1">${setup.name}</h1>
          <span class="quiet">${say("window-joins", { tenant: setup.tenant, instance: setup.instance })}</span>
        </div>
        <span class="quiet" data-test="done">${say("window-progress", { done: setup.done, total: setup.total })}</span>
      </div>
      ${this.retired()}
      ${next === null
        ? html`<div class="note success">${say("window-all-done")}</div>`
        : html`<p><fluent-button appearance="primary" data-test="go-on" @click=${() => this.open(next)}>${say("window-next", { step: say(`step-${next}`) })}</fluent-button></p>`}
      <h2>${say("window-seats")}</h2>
      ${setup.seats.map((seat) => html`<lia-seat .setup=${setup.id} .seat=${seat}></lia-seat>`)}
      <h2>${say("window-steps")}</h2>
      ${this.steps()}
      <lia-run .setup=${setup.id} ?owns=${setup.owns_anything}></lia-run>
      ${this.problemIfAny()} ${this.deletion()}`;
  }

  private open(step: string) {
    go(this, { at: "step", setup: this.setup.id, step });
  }

  private steps() {
    return this.setup.seats.map(
      (seat) => html`<h3>${say(`seat-${seat.id}`)}</h3>
        <ol class="list">${this.setup.steps.filter((step) => step.seat === seat.id).map((step) => this.step(step))}</ol>`,
    );
  }

  private step(step: StepLine) {
    const tags = [step.by_hand && "by-hand", step.optional && "optional", step.later && "later"].filter((tag) => tag !== false);
    return html`<li>
      <button class="plain" data-test="step-${step.id}" @click=${() => this.open(step.id)}>
        <span class="grow">
          ${say(`step-${step.id}`)}
          ${step.known_by && step.seen_at
            ? html`<br /><span class="quiet">${say("window-known", { known: say(`known-${step.known_by}`), at: time(step.seen_at) })}</span>`
            : nothing}
        </span>
        ${tags.map((tag) => html`<span class="quiet">${say(`window-${tag}`)}</span>`)}
        <span class="tag ${step.state}" data-test="state-${step.id}" data-state=${step.state}>${say(`state-${step.state}`)}</span>
      </button>
    </li>`;
  }

  private retired() {
    const { retired } = this.setup;
    if (!retired) return nothing;
    const accept = () =>
      this.attempt(async () => {
        this.setup = await ask({ do: "acknowledge", setup: this.setup.id });
      });
    return html`<div class="note warning">
      <p><strong>${say("window-retired", { on: retired.on })}</strong></p>
      ${retired.acknowledged
        ? nothing
        : html`<p>${say("window-retired-what")}</p>
            <div class="row">
              <fluent-text-input class="field" data-test="acknowledge-word" aria-label=${say("window-retired-what")} @input=${(event: Event) => (this.acknowledged = (event.target as HTMLInputElement).value)}></fluent-text-input>
              <fluent-button data-test="acknowledge" ?disabled=${this.acknowledged !== "RETIRED" || this.busy} @click=${accept}>${say("window-acknowledge")}</fluent-button>
            </div>`}
    </div>`;
  }

  private deletion() {
    if (this.setup.owns_anything) return html`<p class="quiet">${say("window-delete-what")}</p>`;
    const remove = () =>
      this.attempt(async () => {
        await ask({ do: "setup-delete", setup: this.setup.id, keep_objects: false });
        go(this, { at: "home" });
      });
    return html`<div class="row">
      <fluent-button appearance="subtle" data-test="delete" @click=${() => (this.deleting = !this.deleting)}>${say("window-delete")}…</fluent-button>
      ${this.deleting ? html`<fluent-button data-test="delete-sure" ?disabled=${this.busy} @click=${remove}>${say("window-delete-sure")}</fluent-button>` : nothing}
    </div>`;
  }
}
