// A button that writes a file for the person, and where the file is.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Answers, Request } from "../gen/api";
import { ask } from "../host";
import { say } from "../words";
import { Element } from "./element";

/** The requests that are answered with a file. */
type Saving = { [Do in keyof Answers]: Answers[Do] extends Answers["support-save"] ? Extract<Request, { do: Do }> : never }[keyof Answers];

@customElement("lia-save")
export class Save extends Element {
  @property({ attribute: false }) request!: Saving;
  /** Message id of what the button says. */
  @property() says = "";
  /** What tests find the button by. */
  @property() test = "";

  @state() private path: string | null = null;

  private readonly save = () =>
    this.attempt(async () => {
      this.path = null;
      this.path = (await ask(this.request)).path;
    });

  override render() {
    return html`<fluent-button data-test=${this.test} ?disabled-focusable=${this.busy} @click=${this.save}>${say(this.busy ? "window-busy" : this.says)}</fluent-button>
      ${this.path === null ? nothing : html`<p role="status">${say("window-saved-as")} <code data-test="saved-path">${this.path}</code></p>`}
      ${this.problemIfAny()}`;
  }
}
