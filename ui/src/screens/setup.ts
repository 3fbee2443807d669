// One setup: where to go on, who is needed, what Liaison does by itself, the checklist, and what is kept of it.
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Event as Happened, ReportFormat, SetupView, StepLine } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import "../parts/approval";
import { coalesced } from "../parts/coalesced";
import { Element } from "../parts/element";
import "../parts/left";
import "../parts/people";
import type { People } from "../parts/people";
import { endsIn } from "../parts/renewal";
import "../parts/retired";
import "../parts/run";
import "../parts/save";
import "../parts/seat";
import { base } from "../style";
import { say, time } from "../words";

const FORMATS: ReportFormat[] = ["html", "markdown", "json"];
/** While another program works on the setup: how often is looked whether it still does. */
const GLANCE = 2000;

@customElement("lia-setup")
export class Setup extends Element {
  static override styles = [base, css`.seats { display: grid; gap: 12px; } lia-seat { min-width: 0; }`];

  @property({ attribute: false }) setup!: SetupView;
  /** The part that somebody came for. */
  @property() begin: "secrets" | undefined;

  @state() private deleting = false;
  @state() private format: ReportFormat = "html";
  @query("lia-people") private people!: People | null;
  private glance = 0;

  override disconnectedCallback(): void {
    clearTimeout(this.glance);
    super.disconnectedCallback();
  }

  protected override happened(event: Happened): void {
    if (event.event === "setup-changed" && event.setup === this.setup.id) void this.reload();
  }

  private readonly load = coalesced(async () => {
    this.setup = await ask({ do: "setup-show", setup: this.setup.id });
  });

  private readonly reload = () => this.beside(this.load);

  override updated(): void {
    // Set by itself, as the page allows no style attribute.
    const far = this.renderRoot.querySelector<HTMLElement>(".far > span");
    if (far) far.style.width = `${this.setup.total === 0 ? 0 : (100 * this.setup.done) / this.setup.total}%`;
    clearTimeout(this.glance);
    // A lock that is let go of changes no data, so nothing tells of it.
    if (this.setup.held_by !== null && this.isConnected) this.glance = window.setTimeout(this.reload, GLANCE);
  }

  override render() {
    const { setup } = this;
    return html`<div class="spread">
        <div>
          <h1 tabindex="-1">${setup.name}</h1>
          <span class="quiet">${say("window-joins", { tenant: setup.tenant, instance: setup.instance })}</span>
        </div>
        <span class="quiet" data-test="done">${say("window-progress", { done: setup.done, total: setup.total })}</span>
      </div>
      <div class="far" role="presentation"><span></span></div>
      ${setup.held_by === null ? nothing : html`<div class="note warning" role="status" data-test="held-by">${say("window-held-by", { program: setup.held_by })}</div>`}
      ${setup.retired ? html`<lia-retired .setup=${setup.id} .retired=${setup.retired} @lia-changed=${this.reload}></lia-retired>` : nothing}
      ${this.next()}
      <h2>${say("window-seats")}</h2>
      <div class="seats">${setup.seats.map((seat) => html`<lia-seat .setup=${setup.id} .seat=${seat} .of=${setup} @lia-changed=${this.reload}></lia-seat>`)}</div>
      <h2>${say("window-liaison-does")}</h2>
      <div class="card">
        <p>${say("window-liaison-does-what")}</p>
        <details ?open=${!setup.owns_anything}>
          <summary>${say("window-people")}</summary>
          <lia-people quiet .setup=${setup.id} @lia-changed=${this.reload}></lia-people>
        </details>
        <lia-run ?done=${this.isByHandNow} .setup=${setup.id} .running=${setup.running} .beforehand=${this.keep} .production=${setup.production} ?owns=${setup.owns_anything} @lia-changed=${this.reload}></lia-run>
        ${this.onward()}
      </div>
      <h2>${say("window-steps")}</h2>
      ${this.steps()}
      <div tabindex="-1" ?data-begin=${this.begin === "secrets"}><lia-renewal .setup=${setup} @lia-changed=${this.reload}></lia-renewal></div>
      <p><fluent-button data-test="kept" @click=${() => go(this, { at: "kept", setup: setup.id })}>${say("window-kept")}</fluent-button></p>
      <lia-approval .setup=${setup.id} .approval=${setup.approval} @lia-changed=${this.reload}></lia-approval>
      <lia-left .setup=${setup.id}></lia-left>
      ${this.report()} ${this.deletion()} ${this.problemIfAny()}`;
  }

  /** What was pasted and not saved is meant. */
  private readonly keep = async () => this.people?.keep();

  private next() {
    const { next, steps } = this.setup;
    if (next === null) return html`<div class="note success">${say("window-all-done")}</div>`;
    const line = steps.find((step) => step.id === next);
    return html`<div class="note row" data-test="where">
      <span class="grow">${say("window-where", { step: say(`step-${next}`), seat: say(`seat-${line?.seat ?? ""}`) })}</span>
      <fluent-button appearance="primary" data-test="go-on" @click=${() => this.open(next)}>${say("window-go-on")}</fluent-button>
    </div>`;
  }

  /** What Liaison does is done, as far as it goes now: the next step is by hand. */
  private get isByHandNow(): boolean {
    const { next, steps, owns_anything } = this.setup;
    return owns_anything && steps.some((step) => step.id === next && step.by_hand);
  }

  /** Below what Liaison did: what is left is by hand. */
  private onward() {
    const { next } = this.setup;
    if (next === null || !this.isByHandNow) return nothing;
    return html`<p class="actions"><fluent-button appearance="primary" data-test="go-on-by-hand" @click=${() => this.open(next)}>${say("window-next", { step: say(`step-${next}`) })}</fluent-button></p>`;
  }

  private open(step: string) {
    go(this, { at: "step", setup: this.setup.id, step });
  }

  private steps() {
    return this.setup.seats.map(
      (seat) => html`<h3>${say(`seat-${seat.id}`)}</h3>
        <ol class="list steps">${this.setup.steps.filter((step) => step.seat === seat.id).map((step) => this.step(step))}</ol>`,
    );
  }

  private step(step: StepLine) {
    const tags = [step.by_hand && "by-hand", step.optional && "optional", step.later && "later"].filter((tag) => tag !== false);
    return html`<li>
      <button class="plain" data-test="step-${step.id}" @click=${() => this.open(step.id)}>
        <span class="mark ${step.id === this.setup.next ? "now" : step.state}"></span>
        <span class="grow">
          ${say(`step-${step.id}`)}
          ${this.knownOf(step)}
        </span>
        ${this.setup.expiries
          .filter((expiry) => expiry.step === step.id && !expiry.replaced)
          .map((expiry) => html`<span class=${expiry.soon ? "tag differs" : "quiet"} data-test="ends-${step.id}">${endsIn(expiry)}</span>`)}
        ${tags.map((tag) => html`<span class="quiet">${say(`window-${tag}`)}</span>`)}
        <span class="tag ${step.state}" data-test="state-${step.id}" data-state=${step.state}>${say(`state-${step.state}`)}</span>
      </button>
    </li>`;
  }

  /** How it is known and by whom, or what it waits for and on whom. */
  private knownOf(step: StepLine) {
    if (step.drift.length > 0) return step.drift.map((word) => html`<br /><span class="quiet">${say(word)}</span>`);
    if (step.known_by && step.seen_at) {
      const saidElsewhere = step.known_by === "handover" && step.said_by !== null;
      const known = say("window-known", { known: saidElsewhere ? say("window-said-by", { by: step.said_by! }) : say(`known-${step.known_by}`), at: time(step.seen_at) });
      const by = step.said_by === null || saidElsewhere ? "" : ` · ${step.said_by}`;
      return html`<br /><span class="quiet">${known}${by}</span>`;
    }
    if (step.state === "done") return nothing;
    const [needed] = step.waits_for;
    const of = this.setup.steps.find((other) => other.id === needed);
    if (needed !== undefined && of) {
      // Whose list this is, its heading says.
      if (of.seat === step.seat) return html`<br /><span class="quiet">${say("window-waits", { steps: say(`step-${needed}`) })}</span>`;
      return html`<br /><span class="quiet">${say("window-waits-on", { step: say(`step-${needed}`), seat: say(`seat-${of.seat}`) })}</span>`;
    }
    if (step.reads === "nothing") return html`<br /><span class="quiet">${say("window-not-checkable")}</span>`;
    return nothing;
  }

  private report() {
    const { id } = this.setup;
    const choose = (event: Event) => (this.format = (event.target as HTMLSelectElement).value as ReportFormat);
    return html`<h2>${say("window-report")}</h2>
      <div class="card">
        <p class="quiet">${say("window-report-what")}</p>
        <div class="row">
          <select id="format" class="short" data-test="report-format" aria-label=${say("window-report-format")} @change=${choose}>
            ${FORMATS.map((format) => html`<option value=${format} .selected=${format === this.format}>${say(`window-format-${format}`)}</option>`)}
          </select>
          <lia-save .request=${{ do: "report-save", setup: id, format: this.format }} says="window-report-save" test="report-save"></lia-save>
        </div>
      </div>`;
  }

  private deletion() {
    if (this.setup.owns_anything) return html`<p class="quiet actions">${say("window-delete-what")}</p>`;
    const remove = () =>
      this.attempt(async () => {
        await ask({ do: "setup-delete", setup: this.setup.id, keep_objects: false });
        go(this, { at: "home" });
      });
    return html`<div class="row actions">
      <fluent-button appearance="subtle" data-test="delete" role="button" aria-expanded=${this.deleting} @click=${() => (this.deleting = !this.deleting)}>${say("window-delete")}…</fluent-button>
      ${this.deleting ? html`<fluent-button data-test="delete-sure" ?disabled-focusable=${this.busy} @click=${remove}>${say("window-delete-sure")}</fluent-button>` : nothing}
    </div>`;
  }
}
