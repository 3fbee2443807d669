// The window is closed while a run goes on: what then.
import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { leave } from "../host";
import { changed } from "../navigate";
import { base } from "../style";
import { say } from "../words";
import { Element } from "./element";

@customElement("lia-leave")
export class Leave extends Element {
  static override styles = [
    base,
    css`
      dialog { border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusXLarge); padding: 24px; max-width: 42rem; color: var(--colorNeutralForeground1); background: var(--colorNeutralBackground1); box-shadow: var(--shadow64); }
      dialog::backdrop { background: rgb(0 0 0 / 40%); }
      h2 { margin-top: 0; }
    `,
  ];

  override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  private answer(how: "go-on" | "stop") {
    return this.attempt(async () => {
      await leave(how);
      changed(this);
    });
  }

  override render() {
    return html`<dialog aria-labelledby="title" data-test="leave" @close=${() => changed(this)}>
      <h2 id="title">${say("window-leave")}</h2>
      <p>${say("window-leave-what")}</p>
      <div class="row actions">
        <fluent-button appearance="primary" data-test="leave-stay" @click=${() => changed(this)}>${say("window-leave-stay")}</fluent-button>
        <fluent-button data-test="leave-go-on" ?disabled-focusable=${this.busy} @click=${() => this.answer("go-on")}>${say("window-leave-go-on")}</fluent-button>
        <fluent-button data-test="leave-stop" ?disabled-focusable=${this.busy} @click=${() => this.answer("stop")}>${say("window-leave-stop")}</fluent-button>
      </div>
      ${this.problemIfAny()}
    </dialog>`;
  }
}
