// One setup: who is needed, every step and how far it is, and the whole of it at once.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as Happened, ReportFormat, SetupView, StepLine } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { coalesced } from "../parts/coalesced";
import { Element } from "../parts/element";
import { endsIn } from "../parts/renewal";
import { say, time } from "../words";
import "../parts/renewal";
import "../parts/retired";
import "../parts/run";
import "../parts/save";
import "../parts/seat";

const FORMATS: ReportFormat[] = ["html", "markdown", "json"];

@customElement("lia-setup")
export class Setup extends Element {
  @property({ attribute: false }) setup!: SetupView;

  @state() private deleting = false;
  @state() private format: ReportFormat = "html";

  protected override happened(event: Happened): void {
    if (event.event === "setup-changed" && event.setup === this.setup.id) void this.reload();
  }

  private readonly load = coalesced(async () => {
    this.setup = await ask({ do: "setup-show", setup: this.setup.id });
  });

  private readonly reload = () => this.beside(this.load);

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
      ${setup.retired ? html`<lia-retired .setup=${setup.id} .retired=${setup.retired} @lia-changed=${this.reload}></lia-retired>` : nothing}
      ${next === null
        ? html`<div class="note success">${say("window-all-done")}</div>`
        : html`<p><fluent-button appearance="primary" data-test="go-on" @click=${() => this.open(next)}>${say("window-next", { step: say(`step-${next}`) })}</fluent-button></p>`}
      <h2>${say("window-seats")}</h2>
      ${setup.seats.map((seat) => html`<lia-seat .setup=${setup.id} .seat=${seat}></lia-seat>`)}
      <h2>${say("window-steps")}</h2>
      ${this.steps()}
      <lia-run .setup=${setup.id} ?owns=${setup.owns_anything} @lia-changed=${this.reload}></lia-run>
      <lia-renewal .setup=${setup} @lia-changed=${this.reload}></lia-renewal>
      ${this.report()} ${this.deletion()} ${this.problemIfAny()}`;
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
        ${this.setup.expiries
          .filter((expiry) => expiry.step === step.id && !expiry.replaced)
          .map((expiry) => html`<span class=${expiry.soon ? "tag differs" : "quiet"} data-test="ends-${step.id}">${endsIn(expiry)}</span>`)}
        ${tags.map((tag) => html`<span class="quiet">${say(`window-${tag}`)}</span>`)}
        <span class="tag ${step.state}" data-test="state-${step.id}" data-state=${step.state}>${say(`state-${step.state}`)}</span>
      </button>
    </li>`;
  }

  private report() {
    const { id } = this.setup;
    const choose = (event: Event) => (this.format = (event.target as HTMLSelectElement).value as ReportFormat);
    return html`<h2>${say("window-report")}</h2>
      <p class="quiet">${say("window-report-what")}</p>
      <label for="format">${say("window-report-format")}</label>
      <p>
        <select id="format" class="short" data-test="report-format" @change=${choose}>
          ${FORMATS.map((format) => html`<option value=${format} .selected=${format === this.format}>${say(`window-format-${format}`)}</option>`)}
        </select>
      </p>
      <lia-save .request=${{ do: "report-save", setup: id, format: this.format }} says="window-report-save" test="report-save"></lia-save>`;
  }

  private deletion() {
    if (this.setup.owns_anything) return html`<p class="quiet actions">${say("window-delete-what")}</p>`;
    const remove = () =>
      this.attempt(async () => {
        await ask({ do: "setup-delete", setup: this.setup.id, keep_objects: false });
        go(this, { at: "home" });
      });
    return html`<div class="row actions">
      <fluent-button appearance="subtle" data-test="delete" aria-expanded=${this.deleting} @click=${() => (this.deleting = !this.deleting)}>${say("window-delete")}…</fluent-button>
      ${this.deleting ? html`<fluent-button data-test="delete-sure" ?disabled-focusable=${this.busy} @click=${remove}>${say("window-delete-sure")}</fluent-button>` : nothing}
    </div>`;
  }
}
