// Looking, planning, applying, proving and taking back: of the whole setup, or of one step.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ask } from "../host";
import type { Event as Happened, PlanView, Progress, Reads, ReportFormat, RequestView, RunningView, RunView, WaitView } from "../gen/api";
import { changed } from "../navigate";
import { has, say } from "../words";
import { changeList, staysList } from "./changes";
import { Element } from "./element";
import { isHere } from "./focus";
import { accepting, isAccepted } from "./accepting";
import { notesList } from "./notes";
import { isNamed, productionName } from "./production";
import "./save";
import "./sign-in-role";

/** Lines of progress that are shown: the last ones. */
const MOST = 12;
const FORMATS: ReportFormat[] = ["html", "markdown", "json"];

@customElement("lia-run")
export class Run extends Element {
  @property() setup = "";
  /** One step, or the whole setup. */
  @property({ attribute: false }) step: string | null = null;
  /** The name to type first, where the instance is labelled production. */
  @property({ attribute: false }) production: string | null = null;
  /** Something of ours stands, so that it can be taken back. */
  @property({ type: Boolean }) owns = false;
  /** The step is by hand: there is nothing to plan. */
  @property({ type: Boolean }) byHand = false;
  /** The step is done: going on is what is wanted most. */
  @property({ type: Boolean }) done = false;
  /** What looking finds out. */
  @property({ attribute: false }) reads: Reads = "state";

  /** A run that was begun before this page was opened, here or from another page. */
  @property({ attribute: false }) running: RunningView | null = null;
  /** What has to be kept before anything is planned. */
  @property({ attribute: false }) beforehand: () => Promise<void> = async () => {};

  @state() private format: ReportFormat = "html";
  @state() private typed = "";
  /** The yeses to single changes that were given. */
  @state() private accepted: string[] = [];
  @state() private plan: PlanView | null = null;
  @state() private result: RunView | null = null;
  @state() private progress: Progress[] = [];
  /** What was asked of a service last. */
  @state() private request: RequestView | null = null;

  protected override happened(event: Happened): void {
    if (!this.isUnderWay) return;
    if (event.event === "progress" && event.setup === this.setup) this.progress = [...this.progress, event.progress];
    if (event.event === "request" && event.setup === this.setup) this.request = event.request;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What happened before this page was opened is in the setup; what happens from now on comes as events.
    if (changed.has("running") && !this.busy) this.progress = this.running?.progress ?? [];
  }

  private get isUnderWay(): boolean {
    return this.busy || this.running !== null;
  }

  private async work(work: () => Promise<void>) {
    if (this.busy) return;
    this.progress = [];
    this.request = null;
    this.result = null;
    await this.attempt(async () => {
      await this.beforehand();
      await work();
    });
    this.progress = [];
    changed(this);
    await this.updateComplete;
    // The keyboard goes on at what came of it, unless the person is elsewhere by now.
    if (isHere(this)) this.renderRoot.querySelector<HTMLElement>("section")?.focus();
  }

  private showPlan(request: "plan" | "undo-plan") {
    return this.work(async () => {
      this.plan = null;
      this.typed = "";
      this.accepted = [];
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
      const request = { setup: this.setup, fingerprint: plan.fingerprint, step: this.step, instance: this.typed || null };
      this.plan = null;
      this.result = await ask(plan.purpose === "undo" ? { do: "undo", ...request } : { do: "apply", ...request, accepted: this.accepted });
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
    if (!this.isUnderWay) return nothing;
    const now = this.progress.at(-1);
    return html`<div class="note" data-test="progress">
      <div class="row">
        <span class="grow" role="status">${this.request?.wait ? waiting(this.request, this.request.wait) : now ? sentence(now) : say("window-busy")}</span>
        <fluent-button appearance="subtle" data-test="stop" @click=${this.stop}>${say("window-stop")}</fluent-button>
      </div>
      ${this.request ? html`<p class="quiet">${say("window-request")}: <code data-test="request">${this.request.method} ${this.request.host}${this.request.path}</code></p>` : nothing}
      ${this.progress.length < 2
        ? nothing
        : html`<ol class="quiet" aria-label=${say("window-progress-log")}>${this.progress.slice(-MOST - 1, -1).map((line) => html`<li>${sentence(line)}</li>`)}</ol>`}
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
      const isWrong = !undo && this.isWrong(view);
      const nothingToDo = undo ? "window-nothing-to-undo" : isWrong ? "window-nothing-by-liaison" : this.isUnproven(view) ? "window-nothing-but-proof" : "window-nothing-to-change";
      return html`${trouble} ${questions}
      ${problem ? nothing : html`<div class="note ${isWrong ? "warning" : "success"}" role="status" data-test="nothing">${say(nothingToDo)}</div>`}`;
    }
    return html`<section tabindex="-1" aria-label=${say("window-plan")} data-test="planned">
      <h2>${say("window-changes-planned", { count })}</h2>
      ${trouble} ${questions} ${changeList(plan.changes)} ${notesList(plan.notes)} ${staysList(plan.stays)}
      ${accepting(plan.changes, this.accepted, (accepted) => (this.accepted = accepted))} ${productionName(this.production, (typed) => (this.typed = typed))}
      <div class="row">
        <fluent-button appearance="primary" data-test=${undo ? "undo" : "apply"} ?disabled-focusable=${this.busy || !this.isMeant(view)} aria-disabled=${this.busy || !this.isMeant(view)} @click=${() => this.isMeant(view) && this.carryOut(view)}
          >${say(undo ? "window-undo-apply" : "window-apply", { count })}</fluent-button
        >
        <fluent-button data-test="plan-close" @click=${this.close}>${say("window-cancel")}</fluent-button>
      </div>
      ${this.saving(view)}
    </section>`;
  }

  /** Everything that the plan asks for besides the click was said. */
  private isMeant({ plan }: PlanView): boolean {
    return isNamed(this.production, this.typed) && isAccepted(plan.changes, this.accepted);
  }

  /** The plan as a file, for whoever approves it. */
  private saving({ plan }: PlanView) {
    const choose = (event: Event) => (this.format = (event.target as HTMLSelectElement).value as ReportFormat);
    return html`<details>
      <summary data-test="plan-keep">${say("window-plan-keep")}</summary>
      <p class="quiet">${say("window-plan-keep-what")}</p>
      <p>${say("report-fingerprint")}: <code data-test="fingerprint">${plan.fingerprint}</code></p>
      <div class="row">
        <select class="short" data-test="plan-format" aria-label=${say("window-report-format")} @change=${choose}>
          ${FORMATS.map((format) => html`<option value=${format} .selected=${format === this.format}>${say(`window-format-${format}`)}</option>`)}
        </select>
        <lia-save .request=${{ do: "plan-save", setup: this.setup, step: this.step, purpose: plan.purpose, format: this.format }} says="window-plan-save" test="plan-save"></lia-save>
      </div>
    </details>`;
  }

  /** Nothing is left to write, and the step is not done: it is proven by use. */
  private isUnproven({ steps }: PlanView): boolean {
    return steps.some((line) => line.id === this.step && line.state === "open");
  }

  /** Whether something is not in order that only a person can put right. */
  private isWrong({ steps }: PlanView): boolean {
    const asked = (id: string) => !this.step || id === this.step;
    return steps.some((line) => asked(line.id) && ["differs", "undecided", "unseen"].includes(line.state));
  }

  private ended() {
    const run = this.result;
    if (!run) return nothing;
    const kind = run.problem ? "warning" : ["in-order", "applied", "undone"].includes(run.outcome) ? "success" : "";
    const changes = run.changes.length > 0 && ["applied", "undone", "paused"].includes(run.outcome);
    return html`<section tabindex="-1" aria-label=${say("window-result")} data-test="result" data-outcome=${run.outcome}>
      <div class="note ${kind}" role="status">${this.outcome(run)}</div>
      ${run.problem ? html`<lia-problem .problem=${run.problem} ?within=${changes}></lia-problem>` : nothing}
      <lia-role-activated .setup=${this.setup} .stopped=${run.problem}></lia-role-activated>
      ${changes && run.outcome === "paused" ? html`<h3>${say("window-changed-until-then")}</h3>` : nothing}
      ${changes ? changeList(run.changes) : nothing} ${notesList(run.notes)} ${staysList(run.stays)}
    </section>`;
  }

  private outcome({ outcome, changes, problem }: RunView): string {
    // Facts are no verdict, and what a person has still to do is no drift.
    if (this.reads === "facts" && !problem) return say("window-looked");
    if (this.byHand && outcome === "drift") return say("window-not-yet");
    return say(`window-outcome-${outcome}`, { count: changes.length });
  }
}

/** Why a request is sent again, and when. */
const waiting = ({ host }: RequestView, { reason, seconds }: WaitView): string => say("window-request-waiting", { host, seconds, reason: has(reason) ? say(reason) : reason });

/** One line of progress; a wait says why. */
function sentence(now: Progress): string {
  const step = say(`step-${now.step}`);
  if (now.what === "counting") return say("window-progress-counting", { step, done: now.done, of: now.of });
  if (now.what !== "waiting") return say(`window-progress-${now.what}`, { step });
  const reason = has(now.reason) ? say(now.reason) : now.reason;
  return say("window-progress-waiting", { step, seconds: now.seconds, reason });
}
