// What the change process says: number, approver, window, and which plan is approved.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ApprovalView } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { say } from "../words";
import { Element } from "./element";

type Text = Exclude<keyof ApprovalView, "required">;
const TEXTS: Text[] = ["number", "approver", "window", "fingerprint"];

@customElement("lia-approval")
export class Approval extends Element {
  @property() setup = "";
  @property({ attribute: false }) approval!: ApprovalView;

  @state() private typed: Partial<ApprovalView> = {};
  @state() private saved = false;

  private take(part: Partial<ApprovalView>) {
    this.saved = false;
    this.typed = { ...this.typed, ...part };
  }

  private readonly save = () =>
    this.attempt(async () => {
      await ask({ do: "approval-change", setup: this.setup, approval: { ...this.approval, ...this.typed } });
      this.typed = {};
      this.saved = true;
      changed(this);
    });

  override render() {
    const now = { ...this.approval, ...this.typed };
    return html`<details class="card" data-test="approval">
      <summary data-test="approval-open"><strong>${say("window-approval")}</strong>${now.required ? html` <span class="tag">${say("window-approval-on")}</span>` : nothing}</summary>
      <p class="quiet">${say("window-approval-what")}</p>
      <p>
        <label class="row"
          ><input type="checkbox" data-test="approval-required" .checked=${now.required} @change=${(event: Event) => this.take({ required: (event.target as HTMLInputElement).checked })} />
          ${say("window-approval-required")}</label
        >
      </p>
      ${TEXTS.map((text) => this.field(text, now[text]))} ${this.problemIfAny()}
      <div class="row">
        <fluent-button data-test="approval-save" ?disabled-focusable=${this.busy} @click=${this.save}>${say("window-save")}</fluent-button>
        ${this.saved ? html`<span role="status" class="quiet">${say("window-saved")}</span>` : nothing}
      </div>
    </details>`;
  }

  private field(text: Text, value: string) {
    return html`<div class="field">
      <fluent-text-input data-test="approval-${text}" spellcheck="false" .value=${value} @input=${(event: Event) => this.take({ [text]: (event.target as HTMLInputElement).value })}>${say(`report-approval-${text}`)}</fluent-text-input>
    </div>`;
  }
}
