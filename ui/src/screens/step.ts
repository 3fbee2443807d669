// One step, with those that the same person does in one go with it: what it is for, how it is done, and doing it.
import "@fluentui/web-components/text-input/define.js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Event as Happened, PicturesView, SetupView, StepView } from "../gen/api";
import { ask } from "../host";
import { go, onward } from "../navigate";
import "../parts/adopt";
import "../parts/by-hand";
import { coalesced } from "../parts/coalesced";
import { drifts } from "../parts/drift";
import { Element } from "../parts/element";
import { networkSaves } from "../parts/network";
import { observedFacts } from "../parts/observed";
import "../parts/people";
import "../parts/policy";
import type { ByHand } from "../parts/by-hand";
import "../parts/run";
import "../parts/seat";
import type { Wanted } from "../parts/values";
import { yesTo } from "../parts/yes";
import { base } from "../style";
import { load } from "../together";
import { has, say, time } from "../words";

@customElement("lia-step")
export class Step extends Element {
  static override styles = [base, css`.section h2 { margin: 0; } .section { margin: 16px 0; } lia-seat { margin: 12px 0; }`];

  @property({ attribute: false }) setup!: SetupView;
  /** The step that was asked for. */
  @property({ attribute: false }) asked = "";
  /** Itself, or it with the others of its go. */
  @property({ attribute: false }) steps: StepView[] = [];
  @property({ attribute: false }) pictures!: PicturesView["pictures"];
  /** The yeses that answers asked for. */
  @state() private accepted: string[] = [];

  protected override happened(event: Happened): void {
    // What is being said here is shown when all of it is said.
    if (event.event === "setup-changed" && event.setup === this.setup.id && !this.busy) void this.reload();
  }

  private readonly load = coalesced(async () => {
    const setup = this.setup.id;
    const now = await ask({ do: "setup-show", setup });
    const before = this.steps.map((step) => step.line.id);
    // Somebody who goes through several steps stays with those that are left.
    const isOpen = (id: string) => now.steps.some((line) => line.id === id && line.state !== "done");
    if (before.length > 1 && !isOpen(this.asked)) this.asked = before.find(isOpen) ?? this.asked;
    this.steps = await load(setup, this.asked);
    this.setup = now;
  });

  private readonly reload = () => this.beside(this.load);

  private get isAlone() {
    return this.steps.length === 1;
  }

  override render() {
    const first = this.steps[0];
    if (!first) return nothing;
    return html`<p class="crumb quiet"><span data-test="crumb">${this.setup.name} · ${say(`seat-${first.line.seat}`)}</span></p>
      ${this.isAlone ? this.alone(first) : this.together()} ${this.problemIfAny()} ${yesTo(this.problem, this.accepted, (accepted) => (this.accepted = accepted))} ${this.around()}`;
  }

  private alone(step: StepView) {
    const { line, problem } = step;
    return html`<div class="spread">
        <h1 tabindex="-1">${say(`step-${line.id}`)}</h1>
        ${this.state(step)}
      </div>
      ${this.about(step)} ${this.signIn(step)} ${problem ? html`<lia-problem .problem=${problem}></lia-problem>` : nothing} ${this.people(step)}
      <h2 class="for-readers">${say("window-step-work")}</h2>
      ${line.by_hand ? html`${this.byHand(step)} ${this.look(step)}` : html`${this.look(step)} ${this.byHand(step)}`} ${this.decide(step)}`;
  }

  /** Several steps by hand, one below the other, said to be done with one click. */
  private together() {
    const seat = this.steps[0]?.line.seat ?? "";
    const counted = this.steps.filter((step) => counts(step)).length;
    // One list serves every role.
    const takesPeople = this.steps.find((step) => can(step, "people"));
    return html`<h1 tabindex="-1">${say("window-together", { count: counted || this.steps.length, seat: say(`seat-${seat}`) })}</h1>
      <p class="quiet">${say("window-together-what")}</p>
      ${repeat(
        this.steps,
        (step) => step.line.id,
        (step, index) => html`<section class="card section" data-test="section-${step.line.id}" aria-labelledby="title-${step.line.id}">
          <div class="spread">
            <h2 id="title-${step.line.id}" tabindex="-1" ?data-begin=${step.line.id === this.asked && index > 0}>${index + 1}. ${say(`step-${step.line.id}`)}</h2>
            ${this.state(step)}
          </div>
          ${this.about(step)} ${step === takesPeople ? this.people(step) : nothing} ${this.byHand(step)} ${this.look(step)} ${this.decide(step)}
        </section>`,
      )}`;
  }

  private state({ line }: StepView) {
    return html`<span class="tag ${line.state}" data-test="state-${line.id}" data-state=${line.state}>${say(`state-${line.state}`)}</span>`;
  }

  private about(step: StepView) {
    const { line } = step;
    // What this same page asks for just above is no news.
    const elsewhere = line.waits_for.filter((id) => !this.steps.some((other) => other.line.id === id));
    return html`${known(step)}
      ${has(`step-${line.id}.what`) ? html`<p>${say(`step-${line.id}.what`)}</p>` : nothing}
      ${this.isElsewhere(step) ? html`<div class="note" data-test="seat-elsewhere">${say("seat-elsewhere", { seat: say(`seat-${line.seat}`) })}</div>` : nothing}
      ${elsewhere.length === 0 ? nothing : html`<div class="note">${say("window-waits", { steps: elsewhere.map((id) => say(`step-${id}`)).join(", ") })}</div>`}`;
  }

  private isElsewhere({ line }: StepView): boolean {
    return this.setup.seats.some((seat) => seat.id === line.seat && seat.elsewhere);
  }

  /** Where the step needs somebody who is not signed in. */
  private signIn(step: StepView) {
    const needed = step.actions.find((action) => action.action === "sign-in");
    const seat = needed && this.setup.seats.find((seat) => seat.id === needed.seat);
    if (!seat) return nothing;
    return html`<p>${say("window-sign-in-first", { seat: say(`seat-${seat.id}`) })}</p>
      <lia-seat brief .setup=${this.setup.id} .seat=${seat}></lia-seat>`;
  }

  private people(step: StepView) {
    if (!can(step, "people")) return nothing;
    return html`<lia-people .setup=${this.setup.id} .step=${step.line.id} .observed=${step.observed} @lia-changed=${this.reload}></lia-people>`;
  }

  /** What Liaison does or sees here. It is offered once whoever it needs is signed in. */
  private look(step: StepView) {
    const { line, observed } = step;
    const run = can(step, "check")
      ? html`<h3>${say(line.by_hand ? "window-seen" : "window-by-liaison")}</h3>
          <lia-run
            .setup=${this.setup.id}
            .step=${line.id}
            .reads=${line.reads}
            .production=${this.setup.production}
            ?done=${line.state === "done"}
            ?owns=${this.setup.owns_anything}
            ?byHand=${line.by_hand}
            @lia-changed=${this.reload}
          ></lia-run>`
      : nothing;
    // Beforehand, and to whoever can ask.
    const policy =
      line.kind === "entra.client-secret" && line.state !== "done" && can(step, "check")
        ? html`<lia-policy .setup=${this.setup.id} .seat=${line.seat} .policy=${this.setup.policy} @lia-changed=${this.reload}></lia-policy>`
        : nothing;
    return html`${policy} ${run} ${drifts(line)} ${this.adopt(step)} ${observedFacts(line.kind, observed)} ${line.kind === "network.allow-list" ? networkSaves(this.setup.id) : nothing} ${line.by_hand ? nothing : this.goOn(step)}`;
  }

  /** Where the step may use an object that stands already, or does. */
  private adopt(step: StepView) {
    if (!can(step, "adopt") && (step.adopted === null || step.line.kind !== "entra.application")) return nothing;
    return html`<lia-adopt
      .setup=${this.setup.id}
      .step=${step.line.id}
      .adopted=${step.adopted}
      .observed=${step.observed}
      ?releases=${can(step, "release")}
      @lia-changed=${this.reload}
    ></lia-adopt>`;
  }

  private byHand(step: StepView) {
    return html`<lia-by-hand .setup=${this.setup.id} .step=${step} .pictures=${this.pictures} .wanted=${this.wanted(step)} @lia-changed=${this.reload}></lia-by-hand>`;
  }

  /** The value that is needed first from a step on: what opening its page puts on the clipboard. */
  private wanted(step: StepView): Wanted | null {
    if (!step.line.by_hand) return null;
    for (const each of this.steps.slice(this.steps.indexOf(step))) {
      const value = each === step || counts(each) ? each.values.find(({ value }) => value !== null) : undefined;
      if (value) return { step: each.line.id, name: value.name };
    }
    return null;
  }

  /** The steps that a person says are done with this one: those before it, that count and are open. */
  private until(step: StepView): StepView[] {
    if (!counts(step)) return [step];
    const before = this.steps.slice(0, this.steps.indexOf(step)).filter(counts);
    return [...before, step];
  }

  private confirm(step: StepView) {
    return this.attempt(async () => {
      const all = this.steps;
      const until = this.until(step);
      // An answer that was typed and not saved is meant, too.
      const elements = [...this.renderRoot.querySelectorAll<ByHand>("lia-by-hand")];
      const typed = elements.filter((element) => until.includes(element.step)).map((element) => element.typed);
      const answers = Object.assign({}, ...typed) as Record<string, string>;
      this.setup = await ask({ do: "steps-confirm", setup: this.setup.id, steps: until.map((each) => each.line.id), answers, accepted: this.accepted });
      const rest = all.filter((each) => !until.includes(each) && each.line.state !== "done");
      const goesOn = rest.find(counts) ?? (this.setup.next === null ? rest[0] : undefined);
      if (goesOn === undefined) return go(this, onward(this.setup));
      this.asked = goesOn.line.id;
      await this.load();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("[data-begin], h1")?.focus();
    });
  }

  private readonly reopen = (step: StepView) =>
    this.attempt(async () => {
      await ask({ do: "step-reopen", setup: this.setup.id, step: step.line.id });
      await this.load();
    });

  private decide(step: StepView) {
    const { line } = step;
    const until = this.until(step).length;
    const isLast = step === this.steps.filter(counts).at(-1) || this.isAlone;
    const says = until === 1 ? say("window-confirm") : say("window-confirm-all", { count: until });
    return html`<p class="row actions">
      ${this.canSay(step)
        ? html`<fluent-button appearance=${isLast ? "primary" : "outline"} data-test="confirm-${line.id}" ?disabled-focusable=${this.busy} @click=${() => this.confirm(step)}>${says}</fluent-button>`
        : nothing}
      ${line.by_hand ? this.goOn(step) : nothing}
      ${can(step, "reopen") ? html`<fluent-button data-test="reopen" ?disabled-focusable=${this.busy} @click=${() => this.reopen(step)}>${say("window-reopen")}</fluent-button>` : nothing}
    </p>`;
  }

  /** A person's word counts here, once what is above on this page is done, too. */
  private canSay(step: StepView): boolean {
    const { line, actions, questions } = step;
    if (this.isElsewhere(step)) return false;
    if (actions.some(({ action }) => action === "confirm")) return true;
    if (!line.by_hand || line.state === "done" || line.reads === "state") return false;
    const here = new Set(this.steps.filter(counts).map((step) => step.line.id));
    return line.waits_for.every((id) => here.has(id)) && (line.waits_for.length > 0 || questions.length > 0);
  }

  /** The way on, where the work ends. */
  private goOn(step: StepView) {
    if (step.line.state !== "done") return nothing;
    const { next } = this.setup;
    const where = say(next === null ? "window-to-setup" : `step-${next}`);
    return html`<fluent-button appearance="primary" data-test="go-on" @click=${() => go(this, onward(this.setup))}>${say("window-next", { step: where })}</fluent-button>`;
  }

  private around() {
    const previous = this.steps[0]?.previous ?? null;
    const next = this.steps.at(-1)?.next ?? null;
    const to = (step: string) => go(this, { at: "step", setup: this.setup.id, step });
    return html`<p class="row actions">
      ${previous === null ? nothing : html`<fluent-button appearance="subtle" data-test="previous" @click=${() => to(previous)}>${say("window-previous")}</fluent-button>`}
      <fluent-button appearance="subtle" data-test="to-setup" @click=${() => go(this, { at: "setup", setup: this.setup.id })}>${say("window-to-setup")}</fluent-button>
      ${next === null ? nothing : html`<fluent-button appearance="subtle" data-test="next" @click=${() => to(next)}>${say("window-next-step")}</fluent-button>`}
    </p>`;
  }
}

const can = (step: StepView, wanted: string) => step.actions.some(({ action }) => action === wanted);

/** Open, and neither optional nor for later. */
const counts = ({ line }: StepView) => !line.optional && !line.later && line.state !== "done";

function known({ line, confirmed }: StepView) {
  if (confirmed) {
    const note = confirmed.note ? html`<p>${confirmed.note}</p>` : nothing;
    return html`<p class="quiet first-large">${say("window-confirmed", { by: confirmed.by ?? say("window-somebody"), at: time(confirmed.at) })}</p>${note}`;
  }
  if (!line.known_by || !line.seen_at) return nothing;
  const saidElsewhere = line.known_by === "handover" && line.said_by !== null;
  return html`<p class="quiet first-large" data-test="known-${line.id}">${say("window-known", { known: saidElsewhere ? say("window-said-by", { by: line.said_by! }) : say(`known-${line.known_by}`), at: time(line.seen_at) })}</p>`;
}
