// How a step is done by hand: what to do, what is needed at hand, what will be seen, what is asked.
import { html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { PicturesView, StepView } from "../gen/api";
import { changed } from "../navigate";
import { has, numbered, say } from "../words";
import { Element } from "./element";
import "./evidence";
import "./picture";
import "./questions";
import type { Questions } from "./questions";
import "./values";
import type { Wanted } from "./values";

@customElement("lia-by-hand")
export class ByHand extends Element {
  @property() setup = "";
  @property({ attribute: false }) step!: StepView;
  @property({ attribute: false }) pictures!: PicturesView["pictures"];

  /** What opening a page puts on the clipboard. */
  @property({ attribute: false }) wanted: Wanted | null = null;

  @query("lia-questions") private asked!: Questions | null;

  /** What was typed and is not kept yet, by answer. */
  get typed(): Record<string, string> {
    return this.asked?.typed ?? {};
  }

  override render() {
    return html`${this.how()} ${this.questions()} ${this.picture()} ${this.evidence()}`;
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
              <h3>${say("window-by-hand-how")}</h3>
              ${line.by_hand ? nothing : html`<p class="quiet">${say("window-by-hand-how-what")}</p>`}
              <ol data-test="how">${how.map((line) => html`<li>${line}</li>`)}</ol>
            </div>`}
        ${values.length === 0 && links.length === 0
          ? nothing
          : html`<lia-values .setup=${this.setup} .step=${line.id} .links=${links} .values=${values} .wanted=${this.wanted}></lia-values>`}
      </div>
      ${has(trouble) ? html`<details class="note"><summary>${say("window-trouble")}</summary><p>${say(trouble)}</p></details>` : nothing}`;
  }

  /** What is kept of a step that a person does. Of one with a secret it is said why nothing is. */
  private evidence() {
    const { evidence, line } = this.step;
    if (!line.by_hand && !evidence.refused && evidence.note === null && evidence.pictures.length === 0) return nothing;
    return html`<lia-evidence .setup=${this.setup} .step=${line.id} .evidence=${evidence} @lia-changed=${() => changed(this)}></lia-evidence>`;
  }

  private picture() {
    const { picture, known } = this.step;
    const source = picture === null ? undefined : this.pictures[picture];
    if (source === undefined) return nothing;
    return html`<h3>${say("window-picture")}</h3>
      <lia-picture data-test="picture" .source=${source} .known=${known}></lia-picture>`;
  }

  private questions() {
    const { questions, line } = this.step;
    if (questions.length === 0) return nothing;
    return html`<lia-questions .setup=${this.setup} .questions=${questions} ?within=${line.by_hand && line.state !== "done"} @lia-changed=${() => changed(this)}></lia-questions>`;
  }
}
