// A request that waits for its file: its code, as text and for a phone to read.
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { AskedView } from "../gen/api";
import { base } from "../style";
import { say, time } from "../words";
import { Element } from "./element";
import "./qr";

@customElement("lia-asked")
export class Asked extends Element {
  static override styles = [base, css`.beside { grid-template-columns: auto minmax(0, 1fr); column-gap: 24px; } @media (max-width: 52rem) { .beside { grid-template-columns: 1fr; } } code { display: block; margin: 8px 0; }`];

  @property({ attribute: false }) asked!: AskedView;

  @state() private copied = false;

  private readonly copy = () =>
    this.attempt(async () => {
      await navigator.clipboard.writeText(this.asked.code);
      this.copied = true;
    });

  override render() {
    const { seat, tenant, instance, until, code, qr } = this.asked;
    return html`<section class="card" data-test="asked-${seat}">
      <strong>${say(`seat-${seat}`)}</strong> <span class="quiet">${say("window-joins", { tenant, instance })}</span>
      <p>${say("window-handover-send")}</p>
      <div class="beside">
        <lia-qr .qr=${qr} label=${say("window-handover-qr")}></lia-qr>
        <div>
          <span class="quiet">${say("window-handover-code")}</span>
          <code data-test="request-code">${code}</code>
          <div class="row">
            <fluent-button data-test="request-copy" @click=${this.copy}>${say(this.copied ? "window-copied" : "window-handover-copy")}</fluent-button>
          </div>
          <p class="quiet" data-test="request-until">${say("window-handover-until", { until: time(until) })}</p>
        </div>
      </div>
      ${this.problemIfAny()}
    </section>`;
  }
}
