// Looking, planning, applying, proving and taking back: of the whole setup, or of one step.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ask } from "../host";
import type { Event as Happened, PlanView, Progress, Reads, RunView } from "../gen/api";
import { changed } from "../navigate";
import { say } from "../words";
import { changeList, staysList } from "./changes";
import { Element } from "./element";
import { isHere } from "./focus";
import "./sign-in-role";

@customElement("lia-run")
export class Run extends Element {
  @property() setup = "";
  /** One step, or the whole setup. */
  @property({ attribute: false }) step: string | null = null;
  /** Something of ours stands, so that it can be taken back. */
  @property({ type: Boolean }) owns = false;
  /** The step is by hand: there is nothing to plan. */
  @property({ type: Boolean }) byHand = false;
  /** The step is done: going on is what is wanted most. */
  @property({ type: Boolean }) done = false;
  /** What looking finds out. */
  @property({ attribute: false }) reads: Reads = "state";

  @state() private plan: PlanView | null = null;
  @state() private result: RunView | null = null;
  @state() private progress: Progress | null = null;

  protected override happened(event: Happened): void {
    if (event.event === "progress" && event.setup === this.setup && this.busy) this.progress = event.progress;
  }

  private async work(work: () => Promise<void>) {
    if (this.busy) return;
    this.progress = null;
    this.result = null;
    await this.attempt(work);
    this.progress = null;
    changed(this);
    await this.updateComplete;
    // The keyboard goes on at what came of it, unless the person is elsewhere by now.
    if (isHere(this)) this.renderRoot.querySelector<HTMLElement>("section")?.focus();
  }

  private showPlan(request: "plan" | "undo-plan") {
    return this.work(async () => {
      this.plan = null;
      this.plan = await ask({ do: request, setup: this.setup, step: this.step });
    });
  }

  private run(request: "check" | "verify") {
    return this.work(async () => {
      this.plan = null;
      this.result = await ask({ do: request, setup: this.setup, step: this.step });
    });
  }

  private carryOut({ plan }: PlanView) {
    return this.work(async () => {
      const request = { setup: this.setup, fingerprint: plan.fingerprint, step: this.step };
      this.plan = null;
      this.result = await ask(plan.purpose === "undo" ? { do: "undo", ...request } : { do: "apply", ...request });
    });
  }

  private readonly stop = () => this.beside(async () => void (await ask({ do: "cancel", setup: this.setup })));

  /** Closes the plan. Its button goes away, so the one that shows it again takes the focus. */
  private readonly close = () => {
    this.plan = null;
    this.renderRoot.querySelector<HTMLElement>("[data-test=plan]")?.focus();
  };

  override render() {
    return html`${this.buttons()} ${this.underWay()} ${this.problemIfAny()} ${this.planned()} ${this.ended()}`;
  }

  private buttons() {
    return html`<div class="row">
        ${this.byHand ? nothing : this.button("plan", this.done ? "outline" : "primary", () => this.showPlan("plan"))}
        ${this.button("check", "outline", () => this.run("check"))}
        ${this.byHand ? nothing : this.button("verify", "outline", () => this.run("verify"))}
        ${this.owns && !this.byHand ? html`<fluent-button data-test="undo-plan" ?disabled-focusable=${this.busy} @click=${() => this.showPlan("undo-plan")}>${say("window-undo")}…</fluent-button>` : nothing}
      </div>
      ${this.byHand ? nothing : html`<p class="quiet">${say("window-plan-what")}</p>`}`;
  }

  private button(name: string, appearance: string, act: () => void) {
    return html`<fluent-button data-test=${name} appearance=${appearance} ?disabled-focusable=${this.busy} @click=${act}>${say(`window-${name}`)}</fluent-button>`;
  }

  private underWay() {
    if (!this.busy) return nothing;
    const now = this.progress;
    const sentence = now
      ? say(`window-progress-${now.what}`, { step: say(`step-${now.step}`), seconds: now.what === "waiting" ? now.seconds : 0, ...(now.what === "counting" ? { done: now.done, of: now.of } : { done: 0, of: 0 }) })
      : say("window-busy");
    return html`<div class="note row" role="status" data-test="progress">
      <span class="grow">${sentence}</span>
      <fluent-button appearance="subtle" data-test="stop" @click=${this.stop}>${say("window-stop")}</fluent-button>
    </div>`;
  }

  private planned() {
    const view = this.plan;
    if (!view) return nothing;
    const { plan, problem } = view;
    const undo = plan.purpose === "undo";
    const count = plan.changes.length;
    const questions = plan.questions.map((question) => html`<lia-problem .problem=${question}></lia-problem>`);
    const trouble = problem ? html`<lia-problem .problem=${problem}></lia-problem>` : nothing;
    if (count === 0) {
      const nothingToDo = say(undo ? "window-nothing-to-undo" : this.isUnproven(view) ? "window-nothing-but-proof" : "window-nothing-to-change");
      return html`${trouble} ${questions} ${problem ? nothing : html`<div class="note success" role="status" data-test="nothing">${nothingToDo}</div>`}`;
    }
    return html`<section tabindex="-1" data-test="planned">
      <h2>${say("window-changes-planned", { count })}</h2>
      ${trouble} ${questions} ${changeList(plan.changes)} ${staysList(plan.stays)}
      <div class="row">
        <fluent-button appearance="primary" data-test=${undo ? "undo" : "apply"} ?disabled-focusable=${this.busy} @click=${() => this.carryOut(view)}
          >${say(undo ? "window-undo-apply" : "window-apply", { count })}</fluent-button
        >
        <fluent-button data-test="plan-close" @click=${this.close}>${say("window-cancel")}</fluent-button>
      </div>
    </section>`;
  }

  /** Nothing is left to write, and the step is not done: it is proven by use. */
  private isUnproven({ steps }: PlanView): boolean {
    return steps.some((line) => line.id === this.step && line.state === "open");
  }

  private ended() {
    const run = this.result;
    if (!run) return nothing;
    const kind = run.problem ? "warning" : ["in-order", "applied", "undone"].includes(run.outcome) ? "success" : "";
    const made = run.outcome === "applied" || run.outcome === "undone";
    return html`<section tabindex="-1" data-test="result" data-outcome=${run.outcome}>
      <div class="note ${kind}" role="status">${this.outcome(run)}</div>
      ${run.problem ? html`<lia-problem .problem=${run.problem}></lia-problem>` : nothing}
      <lia-role-activated .setup=${this.setup} .stopped=${run.problem}></lia-role-activated>
      ${made && run.changes.length > 0 ? changeList(run.changes) : nothing} ${staysList(run.stays)}
    </section>`;
  }

  private outcome({ outcome, changes, problem }: RunView): string {
    // Facts are no verdict, and what a person has still to do is no drift.
    if (this.reads === "facts" && !problem) return say("window-looked");
    if (this.byHand && outcome === "drift") return say("window-not-yet");
    return say(`window-outcome-${outcome}`, { count: changes.length });
  }
}
