// Secrets that end: until when they are good, and replacing one while it is in use.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ExpiryView, PlanView, RenewalView, RunView, SetupView, Use } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { say, time } from "../words";
import { changeList, staysList } from "./changes";
import { Element } from "./element";
import { isNamed, productionName } from "./production";
import "./save";

/** "ends in 12 days", for a line in a list. */
export const endsIn = ({ days }: ExpiryView): string => (days <= 0 ? say("window-ended") : say("window-ends-in", { days }));

const USES: Use[] = ["sign-in-log", "token-request"];

@customElement("lia-renewal")
export class Renewal extends Element {
  @property({ attribute: false }) setup!: SetupView;

  @state() private planned: { step: string; plan: PlanView } | null = null;
  @state() private result: RunView | null = null;
  @state() private use: Use = "sign-in-log";
  /** The instance's name as somebody typed it. */
  @state() private typed = "";

  private async run(work: () => Promise<RunView>) {
    await this.attempt(async () => {
      this.result = null;
      this.result = await work();
      this.planned = null;
    });
    changed(this);
  }

  private readonly plan = (step: string) =>
    this.attempt(async () => {
      this.result = null;
      this.planned = null;
      this.planned = { step, plan: await ask({ do: "renew-plan", setup: this.setup.id, step }) };
    });

  override render() {
    const { renewable, expiries } = this.setup;
    if (renewable.length === 0) return nothing;
    return html`<h2>${say("window-secrets")}</h2>
      ${this.planned || this.setup.renewals.length > 0 ? productionName(this.setup.production, (typed) => (this.typed = typed)) : nothing}
      ${renewable.map((step) => this.secret(step))} ${this.problemIfAny()}
      ${this.result?.problem ? html`<lia-problem .problem=${this.result.problem}></lia-problem>` : nothing}
      ${expiries.length === 0
        ? nothing
        : html`<p class="quiet">${say("window-expiry-background")}</p>
            ${this.setup.practice ? nothing : html`<lia-save .request=${{ do: "calendar-save" }} says="window-calendar" test="calendar-save"></lia-save>`}`}`;
  }

  private secret(step: string) {
    const renewal = this.setup.renewals.find((one) => one.step === step);
    const ofStep = this.setup.expiries.filter((one) => one.step === step);
    // The one in use first.
    const of = [...ofStep.filter((one) => !one.replaced), ...ofStep.filter((one) => one.replaced)];
    return html`<div class="card" data-test="secret-${step}" data-stage=${renewal?.stage ?? "none"}>
      ${of.map(
        (one) => html`<p data-test=${one.replaced ? "old-ends" : "ends"}>
          ${one.replaced ? say("window-secret-old-ends", { at: time(one.ends_at) }) : say("window-secret-ends", { step: say(`step-${step}`), at: time(one.ends_at) })}
        </p>`,
      )}
      ${renewal ? this.underWay(renewal) : this.begin(step)} ${this.planned?.step === step ? this.shown(this.planned.plan, step) : nothing}
    </div>`;
  }

  private begin(step: string) {
    const seat = this.setup.steps.find((line) => line.id === step)?.seat ?? "";
    if (this.setup.seats.some(({ id, elsewhere }) => id === seat && elsewhere)) {
      return html`<p class="quiet">${say("seat-elsewhere", { seat: say(`seat-${seat}`) })}</p>`;
    }
    return html`<p class="quiet">${say("window-renew-what")}</p>
      ${this.button("renew", "window-renew", "outline", () => this.plan(step), "…")}`;
  }

  private underWay(renewal: RenewalView) {
    const { step, stage } = renewal;
    const setup = this.setup.id;
    const back = () => this.run(() => ask({ do: "renew-back", setup, step, instance: this.typed }));
    return html`<div class="note warning" role="status" data-test="renewal-stage">
        ${say(`renewal-stage-${stage}`, { step: say(`step-${step}`) })} ${say(renewal.way_back ? "renewal-way-back" : "renewal-no-way-back.what")}
      </div>
      ${stage === "waiting" ? this.proof(step) : nothing}
      <div class="row">
        ${stage === "unfinished" || stage === "removing" ? this.button("renew-on", "window-renew-on", "primary", () => this.plan(step), "…") : nothing}
        ${renewal.way_back && stage !== "removing" ? this.write("renew-back", "window-renew-back", stage === "putting-back" ? "primary" : "outline", back) : nothing}
      </div>`;
  }

  private proof(step: string) {
    const choose = (event: Event) => (this.use = (event.target as HTMLSelectElement).value as Use);
    const used = () => this.run(() => ask({ do: "renew-used", setup: this.setup.id, step, how: this.use, instance: this.typed }));
    return html`<label for="use">${say("window-renew-used-how")}</label>
      <p>
        <select id="use" class="long" data-test="renew-how" @change=${choose}>
          ${USES.map((use) => html`<option value=${use} .selected=${use === this.use}>${say(`window-renew-used-${use}`)}</option>`)}
        </select>
      </p>
      <p>${this.write("renew-used", "window-renew-used", "primary", used)}</p>`;
  }

  private shown(view: PlanView, step: string) {
    const { plan } = view;
    const renew = () => this.run(() => ask({ do: "renew", setup: this.setup.id, step, fingerprint: plan.fingerprint, instance: this.typed }));
    return html`<section data-test="renew-planned">
      ${plan.questions.map((question) => html`<lia-problem .problem=${question}></lia-problem>`)} ${changeList(plan.changes)} ${staysList(plan.stays)}
      ${this.write("renew-apply", "window-renew-apply", "primary", renew, { count: plan.changes.length })}
    </section>`;
  }

  private button(test: string, says: string, appearance: string, act: () => void, more = "") {
    return html`<fluent-button data-test=${test} appearance=${appearance} ?disabled-focusable=${this.busy} @click=${act}>${say(this.busy ? "window-busy" : says)}${this.busy ? "" : more}</fluent-button>`;
  }

  /** A button that changes something, which waits for the name of an instance labelled production. */
  private write(test: string, says: string, appearance: string, act: () => void, args = {}) {
    const named = isNamed(this.setup.production, this.typed);
    return html`<fluent-button data-test=${test} appearance=${appearance} ?disabled-focusable=${this.busy || !named} aria-disabled=${this.busy || !named} @click=${() => named && act()}>${say(this.busy ? "window-busy" : says, args)}</fluent-button>`;
  }
}
