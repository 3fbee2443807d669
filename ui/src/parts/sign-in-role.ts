// Where a role was missing: the person activates it at Microsoft's My roles, says so, and goes on.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Problem } from "../gen/api";
import { ask } from "../host";
import { say } from "../words";
import { Element } from "./element";

@customElement("lia-role-activated")
export class RoleActivated extends Element {
  @property() setup = "";
  @property({ attribute: false }) stopped: Problem | null | undefined = null;

  @state() private said = false;

  private readonly tell = () =>
    this.attempt(async () => {
      await ask({ do: "role-activated", setup: this.setup });
      this.said = true;
    });

  override render() {
    if (this.stopped?.code !== "graph-denied") return nothing;
    return html`<div class="row">
        <fluent-button data-test="role-activated" ?disabled-focusable=${this.busy} @click=${this.tell}>${say("window-role-activated")}</fluent-button>
        ${this.said ? html`<span role="status">${say("window-role-activated-said")}</span>` : nothing}
      </div>
      ${this.problemIfAny()}`;
  }
}
