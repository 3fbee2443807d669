// One step: what it is for, how it is done, and doing it.
import { html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Event as Happened, GuideView, SetupView, StepView } from "../gen/api";
import { ask } from "../host";
import { go, onward } from "../navigate";
import { coalesced } from "../parts/coalesced";
import { Element } from "../parts/element";
import { observedFacts } from "../parts/observed";
import type { Questions } from "../parts/questions";
import { has, numbered, say, time } from "../words";
import "../parts/people";
import "../parts/picture";
import "../parts/questions";
import "../parts/run";
import "../parts/seat";
import "../parts/values";

@customElement("lia-step")
export class Step extends Element {
  @property({ attribute: false }) setup!: SetupView;
  @property({ attribute: false }) step!: StepView;
  @property({ attribute: false }) guide!: GuideView;

  @query("lia-questions") private asked!: Questions | null;

  protected override happened(event: Happened): void {
    if (event.event === "setup-changed" && event.setup === this.setup.id) void this.reload();
  }

  private readonly load = coalesced(async () => {
    const setup = this.setup.id;
    this.setup = await ask({ do: "setup-show", setup });
    this.step = await ask({ do: "step-show", setup, step: this.stepId });
  });

  private readonly reload = () => this.beside(this.load);

  private get stepId() {
    return this.step.line.id;
  }

  private can(action: string) {
    return this.step.actions.some((can) => can.action === action);
  }

  override render() {
    const { line, problem } = this.step;
    return html`<div class="spread">
        <h1 tabindex="-1">${say(`step-${line.id}`)}</h1>
        <span class="tag ${line.state}" data-test="state-${line.id}" data-state=${line.state}>${say(`state-${line.state}`)}</span>
      </div>
      ${this.known()}
      <p>${has(`step-${line.id}.what`) ? say(`step-${line.id}.what`) : nothing}</p>
      ${line.waits_for.length === 0
        ? nothing
        : html`<div class="note">${say("window-waits", { steps: line.waits_for.map((step) => say(`step-${step}`)).join(", ") })}</div>`}
      ${this.seat()} ${problem ? html`<lia-problem .problem=${problem}></lia-problem>` : nothing} ${this.people()}
      ${line.by_hand
        ? html`${this.how()} ${this.picture()} ${this.look()} ${this.questions()}`
        : html`${this.look()} ${this.how()} ${this.picture()} ${this.questions()}`}
      ${this.decide()} ${this.problemIfAny()} ${this.around()}`;
  }

  private known() {
    const { line, confirmed } = this.step;
    if (confirmed) {
      const note = confirmed.note ? html`<p>${confirmed.note}</p>` : nothing;
      return html`<p class="quiet">${say("window-confirmed", { by: confirmed.by ?? "–", at: time(confirmed.at) })}</p>${note}`;
    }
    if (!line.known_by || !line.seen_at) return nothing;
    return html`<p class="quiet">${say("window-known", { known: say(`known-${line.known_by}`), at: time(line.seen_at) })}</p>`;
  }

  /** Where the step needs somebody who is not signed in. */
  private seat() {
    const needed = this.step.actions.find((action) => action.action === "sign-in");
    const seat = needed && this.setup.seats.find((seat) => seat.id === needed.seat);
    if (!seat) return nothing;
    return html`<p>${say("window-sign-in-first", { seat: say(`seat-${seat.id}`) })}</p>
      <lia-seat brief .setup=${this.setup.id} .seat=${seat}></lia-seat>`;
  }

  private people() {
    if (!this.can("people")) return nothing;
    return html`<lia-people .setup=${this.setup.id} .step=${this.step.line.id} .observed=${this.step.observed} @lia-changed=${this.reload}></lia-people>`;
  }

  /** What Liaison does or sees here. It is offered once whoever it needs is signed in. */
  private look() {
    const { line, observed } = this.step;
    const run = this.can("check")
      ? html`<h2>${say(line.by_hand ? "window-seen" : "window-by-liaison")}</h2>
          <lia-run
            .setup=${this.setup.id}
            .step=${line.id}
            .reads=${line.reads}
            ?done=${line.state === "done"}
            ?owns=${this.setup.owns_anything}
            ?byHand=${line.by_hand}
            @lia-changed=${this.reload}
          ></lia-run>`
      : nothing;
    return html`${run} ${observedFacts(line.kind, observed)} ${line.by_hand ? nothing : this.goOn()}`;
  }

  /** How, and beside it what is needed for that. */
  private how() {
    const { values, links, line } = this.step;
    const how = numbered(`step-${line.id}.how`);
    const trouble = `step-${line.id}.trouble`;
    return html`<div class="beside">
        ${how.length === 0
          ? nothing
          : html`<div>
              <h2>${say("window-by-hand-how")}</h2>
              ${line.by_hand ? nothing : html`<p class="quiet">${say("window-by-hand-how-what")}</p>`}
              <ol data-test="how">${how.map((line) => html`<li>${line}</li>`)}</ol>
            </div>`}
        ${values.length === 0 && links.length === 0
          ? nothing
          : html`<lia-values .setup=${this.setup.id} .step=${line.id} .links=${links} .values=${values}></lia-values>`}
      </div>
      ${has(trouble) ? html`<details class="note"><summary>${say("window-trouble")}</summary><p>${say(trouble)}</p></details>` : nothing}`;
  }

  private picture() {
    const { picture, known } = this.step;
    const source = picture === null ? undefined : this.guide.pictures[picture];
    if (source === undefined) return nothing;
    return html`<h2>${say("window-picture")}</h2>
      <lia-picture data-test="picture" .source=${source} .known=${known}></lia-picture>`;
  }

  private questions() {
    const { questions } = this.step;
    if (questions.length === 0) return nothing;
    return html`<lia-questions .setup=${this.setup.id} .questions=${questions} @lia-changed=${this.reload}></lia-questions>`;
  }

  private readonly confirm = () =>
    this.attempt(async () => {
      // An answer that was typed and not saved is meant, too.
      await this.asked?.keep();
      this.step = await ask({ do: "step-confirm", setup: this.setup.id, step: this.stepId, note: null });
      this.setup = await ask({ do: "setup-show", setup: this.setup.id });
      go(this, onward(this.setup));
    });

  private readonly reopen = () =>
    this.attempt(async () => {
      this.step = await ask({ do: "step-reopen", setup: this.setup.id, step: this.stepId });
    });

  private decide() {
    return html`<p class="row actions">
      ${this.can("confirm") ? html`<fluent-button appearance="primary" data-test="confirm" ?disabled-focusable=${this.busy} @click=${this.confirm}>${say("window-confirm")}</fluent-button>` : nothing}
      ${this.step.line.by_hand ? this.goOn() : nothing}
      ${this.can("reopen") ? html`<fluent-button data-test="reopen" ?disabled-focusable=${this.busy} @click=${this.reopen}>${say("window-reopen")}</fluent-button>` : nothing}
    </p>`;
  }

  /** The way on, where the work ends. */
  private goOn() {
    if (this.step.line.state !== "done") return nothing;
    const { next } = this.setup;
    const where = say(next === null ? "window-to-setup" : `step-${next}`);
    return html`<fluent-button appearance="primary" data-test="go-on" @click=${() => go(this, onward(this.setup))}>${say("window-next", { step: where })}</fluent-button>`;
  }

  private around() {
    const { previous, next } = this.step;
    const to = (step: string) => go(this, { at: "step", setup: this.setup.id, step });
    return html`<p class="row">
      ${previous === null ? nothing : html`<fluent-button data-test="previous" @click=${() => to(previous)}>${say("window-previous")}</fluent-button>`}
      <fluent-button data-test="to-setup" @click=${() => go(this, { at: "setup", setup: this.setup.id })}>${say("window-to-setup")}</fluent-button>
      ${next === null ? nothing : html`<fluent-button data-test="next" @click=${() => to(next)}>${say("window-next-step")}</fluent-button>`}
    </p>`;
  }
}
