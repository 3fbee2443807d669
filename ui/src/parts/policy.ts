// What the tenant's policy on client secrets allows, as far as that is known beforehand.
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PolicyView } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { say } from "../words";
import { Element } from "./element";
import "./sign-in-help";

@customElement("lia-policy")
export class Policy extends Element {
  @property() setup = "";
  @property() seat = "";
  @property({ attribute: false }) policy!: PolicyView;

  private readonly read = () =>
    this.attempt(async () => {
      this.policy = await ask({ do: "policies-read", setup: this.setup, seat: this.seat });
      changed(this);
    });

  private readonly stop = () => this.beside(async () => void (await ask({ do: "sign-in-cancel", setup: this.setup, seat: this.seat })));

  override render() {
    const { secrets, longest_days } = this.policy;
    const days = longest_days ?? 0;
    const word = secrets === false ? "policy-no-secrets" : longest_days !== null ? "policy-longest" : secrets ? "policy-open" : "policy-unknown";
    return html`<div class="note ${secrets === false ? "warning" : ""}" data-test="policy">
      <p>${say(word, { days })}</p>
      <div class="row">
        <fluent-button data-test="policy-read" ?disabled-focusable=${this.busy} @click=${this.read}>${say(this.busy ? "window-busy" : "window-policy-read")}</fluent-button>
        ${this.busy ? html`<fluent-button appearance="subtle" @click=${this.stop}>${say("window-cancel")}</fluent-button>` : html`<span class="quiet">${say("window-policy-what")}</span>`}
      </div>
      ${this.busy ? html`<lia-sign-in-help returns .setup=${this.setup} .seat=${this.seat}></lia-sign-in-help>` : nothing} ${this.problemIfAny()}
    </div>`;
  }
}
