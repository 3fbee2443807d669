// One step: what it is for, how it is done, and doing it.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as Happened, GuideView, QuestionView, SetupView, StepView, ValueView } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { Element } from "../parts/element";
import { dashed, has, numbered, say, time } from "../words";

@customElement("lia-step")
export class Step extends Element {
  @property({ attribute: false }) setup!: SetupView;
  @property({ attribute: false }) step!: StepView;
  @property({ attribute: false }) guide!: GuideView;

  @state() private answers: Record<string, string> = {};
  @state() private copied: string | null = null;
  @state() private saved = false;

  protected override happened(event: Happened): void {
    if (event.event === "setup-changed" && event.setup === this.setup.id) void this.load();
  }

  private async load() {
    const setup = this.setup.id;
    this.setup = await ask({ do: "setup-show", setup });
    this.step = await ask({ do: "step-show", setup, step: this.step.line.id });
  }

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
      ${this.seat()} ${this.questions()} ${problem ? html`<lia-problem .problem=${problem}></lia-problem>` : nothing} ${this.problemIfAny()}
      ${line.by_hand && !this.can("check")
        ? nothing
        : html`<h2>${say("window-by-liaison")}</h2>
            <lia-run .setup=${this.setup.id} .step=${line.id} ?owns=${this.setup.owns_anything} ?byHand=${line.by_hand}></lia-run>`}
      ${this.how()} ${this.values()} ${this.links()} ${this.picture()} ${this.decide()} ${this.around()}`;
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

  private questions() {
    const { questions } = this.step;
    if (questions.length === 0) return nothing;
    const save = () =>
      this.attempt(async () => {
        this.setup = await ask({ do: "answer", setup: this.setup.id, answers: this.answers });
        this.answers = {};
        this.saved = true;
        await this.load();
      });
    return html`<h2>${say("window-answers")}</h2>
      ${questions.map((question) => this.question(question))}
      <div class="row">
        <fluent-button appearance="primary" data-test="answer-save" ?disabled=${this.busy || Object.keys(this.answers).length === 0} @click=${save}>${say("window-save")}</fluent-button>
        ${this.saved ? html`<span role="status" class="quiet">${say("window-saved")}</span>` : nothing}
      </div>`;
  }

  private question(question: QuestionView) {
    const id = dashed(question.answer);
    const word = `question-${id}`;
    const value = this.answers[question.answer] ?? question.value ?? "";
    const take = (event: Event) => {
      this.saved = false;
      this.answers = { ...this.answers, [question.answer]: (event.target as HTMLInputElement).value };
    };
    return html`<div class="field">
      <span class="label" id="label-${id}">${say(word)}</span>
      ${question.options.length > 0
        ? html`<select data-test="answer-${id}" aria-labelledby="label-${id}" @change=${take}>
            <option value="" ?selected=${value === ""}>–</option>
            ${question.options.map((option) => html`<option value=${option} ?selected=${option === value}>${has(`${word}.${option}`) ? say(`${word}.${option}`) : option}</option>`)}
          </select>`
        : html`<fluent-text-input data-test="answer-${id}" aria-labelledby="label-${id}" spellcheck="false" .value=${value} @input=${take}></fluent-text-input>`}
      ${has(`${word}.what`) ? html`<span class="quiet">${say(`${word}.what`)}</span>` : nothing}
    </div>`;
  }

  private how() {
    const how = numbered(`step-${this.stepId}.how`);
    const trouble = `step-${this.stepId}.trouble`;
    return html`${how.length === 0
      ? nothing
      : html`<h2>${say("window-by-hand-how")}</h2>
          ${this.step.line.by_hand ? nothing : html`<p class="quiet">${say("window-by-hand-how-what")}</p>`}
          <ol data-test="how">${how.map((line) => html`<li>${line}</li>`)}</ol>`}
    ${has(trouble) ? html`<details class="note"><summary>${say("window-trouble")}</summary><p>${say(trouble)}</p></details>` : nothing}`;
  }

  private values() {
    const { values } = this.step;
    if (values.length === 0) return nothing;
    return html`<h2>${say("window-values")}</h2>
      <ul class="list">${values.map((value) => this.value(value))}</ul>`;
  }

  private value({ name, value }: ValueView) {
    const copy = () =>
      this.attempt(async () => {
        await ask({ do: "copy", setup: this.setup.id, step: this.stepId, value: name });
        this.copied = name;
      });
    return html`<li class="card-row">
      <div class="row entry">
        <span class="grow">
          <span class="quiet">${say(`value-${name}`)}</span><br />
          ${value === null ? html`<em class="quiet">${say("window-value-waits")}</em>` : html`<code data-test="value-${name}">${value}</code>`}
        </span>
        ${value === null
          ? nothing
          : html`<fluent-button data-test="copy-${name}" @click=${copy}>${say(this.copied === name ? "window-copied" : "window-copy")}</fluent-button>`}
      </div>
    </li>`;
  }

  private links() {
    const { links } = this.step;
    if (links.length === 0) return nothing;
    const open = (link: string) => this.attempt(async () => void (await ask({ do: "open", setup: this.setup.id, step: this.stepId, link })));
    return html`<h2>${say("window-links")}</h2>
      <div class="row">${links.map((link) => html`<fluent-button data-test="link-${link}" @click=${() => open(link)}>${say(`link-${link}`)}</fluent-button>`)}</div>`;
  }

  private picture() {
    const { picture, known } = this.step;
    const source = picture === null ? undefined : this.guide.pictures[picture];
    if (source === undefined) return nothing;
    return html`<h2>${say("window-picture")}</h2>
      <lia-picture data-test="picture" .source=${source} .known=${known}></lia-picture>`;
  }

  private decide() {
    const confirm = () => this.attempt(async () => void (this.step = await ask({ do: "step-confirm", setup: this.setup.id, step: this.stepId, note: null })));
    const reopen = () => this.attempt(async () => void (this.step = await ask({ do: "step-reopen", setup: this.setup.id, step: this.stepId })));
    return html`<p class="row">
      ${this.can("confirm") ? html`<fluent-button appearance="primary" data-test="confirm" ?disabled=${this.busy} @click=${confirm}>${say("window-confirm")}</fluent-button>` : nothing}
      ${this.can("reopen") ? html`<fluent-button data-test="reopen" ?disabled=${this.busy} @click=${reopen}>${say("window-reopen")}</fluent-button>` : nothing}
    </p>`;
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
