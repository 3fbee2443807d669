// What a step by hand needs at hand: values to copy, and pages to open.
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ValueView } from "../gen/api";
import { ask } from "../host";
import { base } from "../style";
import { say } from "../words";
import { Element } from "./element";

/** A value of a step. */
export interface Wanted {
  step: string;
  name: string;
}

@customElement("lia-values")
export class Values extends Element {
  static override styles = [base, css`.entry { padding: 8px 16px; }`];

  @property() setup = "";
  @property() step = "";
  @property({ attribute: false }) links: string[] = [];
  @property({ attribute: false }) values: ValueView[] = [];

  /** Opening a page puts this on the clipboard: it is what comes next there. */
  @property({ attribute: false }) wanted: Wanted | null = null;

  @state() private copied: string | null = null;

  private open(link: string) {
    return this.attempt(async () => {
      await ask({ do: "open", setup: this.setup, step: this.step, link });
      if (this.wanted) await this.put(this.wanted);
    });
  }

  private copy(value: string) {
    return this.attempt(() => this.put({ step: this.step, name: value }));
  }

  private async put({ step, name }: Wanted) {
    this.copied = null;
    await ask({ do: "copy", setup: this.setup, step, value: name });
    this.copied = name;
  }

  override render() {
    const { links, values } = this;
    return html`${links.length === 0
      ? nothing
      : html`<h3>${say("window-links")}</h3>
          <div class="row">${links.map((link) => html`<fluent-button data-test="link-${link}" @click=${() => this.open(link)}>${say(`link-${link}`)}</fluent-button>`)}</div>`}
    ${values.length === 0
      ? nothing
      : html`<h3>${say("window-values")}</h3>
          <ul class="list">${values.map((value) => this.value(value))}</ul>`}
    ${this.problemIfAny()}
    <span class=${this.copied === null || values.some(({ name }) => name === this.copied) ? "hidden" : "quiet"} role="status">${this.copied === null ? nothing : say("window-copied-what", { value: say(`value-${this.copied}`) })}</span>`;
  }

  private value({ name, value }: ValueView) {
    return html`<li>
      <div class="row entry">
        <span class="grow">
          <span class="quiet">${say(`value-${name}`)}</span><br />
          ${value === null ? html`<em class="quiet">${say("window-value-waits")}</em>` : html`<code data-test="value-${name}">${value}</code>`}
        </span>
        ${value === null
          ? nothing
          : html`<fluent-button data-test="copy-${name}" aria-label=${say("window-copy-what", { value: say(`value-${name}`) })} @click=${() => this.copy(name)}>${say(this.copied === name ? "window-copied" : "window-copy")}</fluent-button>`}
      </div>
    </li>`;
  }
}
