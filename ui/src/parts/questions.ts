// What a step asks the person.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { QuestionView } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { dashed, has, say } from "../words";
import { Element } from "./element";
import { yesTo } from "./yes";
import "@fluentui/web-components/text-input/define.js";

@customElement("lia-questions")
export class Questions extends Element {
  @property() setup = "";
  @property({ attribute: false }) questions: QuestionView[] = [];

  /** The step's own button keeps what is typed here. */
  @property({ type: Boolean }) within = false;

  /** What was typed and is not kept yet, by answer. */
  @state() typed: Record<string, string> = {};
  @state() private saved = false;
  /** The yeses that answers asked for. */
  @state() private accepted: string[] = [];

  private async keep(): Promise<void> {
    if (this.isKept) return;
    await ask({ do: "answer", setup: this.setup, answers: this.typed, accepted: this.accepted });
    this.typed = {};
    this.saved = true;
    changed(this);
  }

  private get isKept(): boolean {
    return Object.keys(this.typed).length === 0;
  }

  private readonly save = () => this.attempt(() => this.keep());

  override render() {
    return html`<h3>${say("window-answers")}</h3>
      ${this.questions.map((question) => this.question(question))} ${this.problemIfAny()} ${yesTo(this.problem, this.accepted, (accepted) => (this.accepted = accepted))} ${this.within ? nothing : this.saving()}`;
  }

  private saving() {
    return html`<div class="row">
        <fluent-button appearance=${this.isKept ? "outline" : "primary"} data-test="answer-save" ?disabled-focusable=${this.busy || this.isKept} aria-disabled=${this.busy || this.isKept} @click=${this.save}>${say("window-save")}</fluent-button>
        ${this.saved ? html`<span role="status" class="quiet">${say("window-saved")}</span>` : nothing}
      </div>`;
  }

  private question(question: QuestionView) {
    const id = dashed(question.answer);
    const word = `question-${id}`;
    const value = this.typed[question.answer] ?? question.value ?? "";
    const take = (event: Event) => {
      this.saved = false;
      this.typed = { ...this.typed, [question.answer]: (event.target as HTMLInputElement).value };
    };
    return html`<div class="field">
      ${question.options.length > 0
        ? html`<label for=${id}>${say(word)}</label>
          <select id=${id} data-test="answer-${id}" @change=${take}>
            <option value="" .selected=${value === ""}>–</option>
            ${question.options.map((option) => html`<option value=${option} .selected=${option === value}>${has(`${word}.${option}`) ? say(`${word}.${option}`) : option}</option>`)}
          </select>`
        : html`<fluent-text-input data-test="answer-${id}" spellcheck="false" .value=${value} @input=${take} @keydown=${(event: KeyboardEvent) => event.key === "Enter" && !this.within && this.save()}>${say(word)}</fluent-text-input>`}
      ${has(`${word}.what`) ? html`<span class="quiet">${say(`${word}.what`)}</span>` : nothing}
    </div>`;
  }
}
