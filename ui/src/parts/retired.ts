// The service behind the guide is gone: said, and acknowledged before anything real is changed for it.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RetiredView } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { day, say } from "../words";
import { Element } from "./element";
import "@fluentui/web-components/text-input/define.js";

/** What somebody types who knows. */
const WORD = "RETIRED";

@customElement("lia-retired")
export class Retired extends Element {
  @property() setup = "";
  @property({ attribute: false }) retired!: RetiredView;

  @state() private typed = "";

  private readonly accept = () =>
    this.attempt(async () => {
      if (this.typed !== WORD) return;
      await ask({ do: "acknowledge", setup: this.setup });
      changed(this);
    });

  override render() {
    const { on, acknowledged } = this.retired;
    return html`<div class="note warning">
      <p><strong>${say("window-retired", { on: day(on) })}</strong></p>
      ${acknowledged ? nothing : this.question()} ${this.problemIfAny()}
    </div>`;
  }

  private question() {
    const take = (event: Event) => (this.typed = (event.target as HTMLInputElement).value);
    return html`<div class="row end">
        <fluent-text-input class="field" data-test="acknowledge-word" @input=${take} @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.accept()}>${say("window-retired-what")}</fluent-text-input>
        <fluent-button data-test="acknowledge" ?disabled-focusable=${this.typed !== WORD || this.busy} @click=${this.accept}>${say("window-acknowledge")}</fluent-button>
      </div>`;
  }
}
