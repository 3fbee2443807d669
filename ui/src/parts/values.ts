// What a step by hand needs at hand: values to copy, and pages to open.
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ValueView } from "../gen/api";
import { ask } from "../host";
import { base } from "../style";
import { say } from "../words";
import { Element } from "./element";

@customElement("lia-values")
export class Values extends Element {
  static override styles = [base, css`.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }`];

  @property() setup = "";
  @property() step = "";
  @property({ attribute: false }) links: string[] = [];
  @property({ attribute: false }) values: ValueView[] = [];

  @state() private copied: string | null = null;

  private open(link: string) {
    return this.attempt(async () => void (await ask({ do: "open", setup: this.setup, step: this.step, link })));
  }

  private copy(value: string) {
    return this.attempt(async () => {
      this.copied = null;
      await ask({ do: "copy", setup: this.setup, step: this.step, value });
      this.copied = value;
    });
  }

  override render() {
    const { links, values } = this;
    return html`${links.length === 0
      ? nothing
      : html`<h2>${say("window-links")}</h2>
          <div class="row">${links.map((link) => html`<fluent-button data-test="link-${link}" @click=${() => this.open(link)}>${say(`link-${link}`)}</fluent-button>`)}</div>`}
    ${values.length === 0
      ? nothing
      : html`<h2>${say("window-values")}</h2>
          <ul class="list">${values.map((value) => this.value(value))}</ul>`}
    ${this.problemIfAny()}
    <span class="said" role="status">${this.copied === null ? nothing : say("window-copied")}</span>`;
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
          : html`<fluent-button data-test="copy-${name}" @click=${() => this.copy(name)}>${say(this.copied === name ? "window-copied" : "window-copy")}</fluent-button>`}
      </div>
    </li>`;
  }
}
