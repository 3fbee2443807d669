// A newer version of Liaison: a question, or what became of it. Rust asks, and only in a build that can update itself.
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { UpdateView } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { base } from "../style";
import { say } from "../words";
import { Element } from "./element";
import "./problem";

@customElement("lia-update")
export class Update extends Element {
  static override styles = [
    base,
    css`
      dialog { border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusXLarge); padding: 24px; max-width: 34rem; color: var(--colorNeutralForeground1); background: var(--colorNeutralBackground1); box-shadow: var(--shadow64); }
      dialog::backdrop { background: rgb(0 0 0 / 40%); }
      h2 { margin-top: 0; }
    `,
  ];

  @property({ attribute: false }) about!: UpdateView;

  override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  private answer(yes: boolean) {
    return this.attempt(async () => {
      await ask({ do: "update-answer", yes });
      changed(this);
    });
  }

  /** Escape is no. */
  private readonly closed = () => {
    if (this.isQuestion && !this.busy) void this.answer(false);
    else changed(this);
  };

  private get isQuestion() {
    return this.about.update === "may-look" || this.about.update === "may-install";
  }

  override render() {
    const { update, ...values } = this.about;
    const args = "problem" in values ? {} : values;
    return html`<dialog aria-labelledby="title" data-test="update-${update}" @close=${this.closed}>
      <h2 id="title">${say(`window-update-${update}`, args)}</h2>
      ${"problem" in values ? html`<lia-problem .problem=${values.problem}></lia-problem>` : html`<p>${say(`window-update-${update}-what`, args)}</p>`}
      <div class="row actions">
        ${this.isQuestion
          ? html`<fluent-button appearance="primary" data-test="update-yes" ?disabled-focusable=${this.busy} @click=${() => this.answer(true)}>${say(`window-update-${update}-yes`)}</fluent-button>
              <fluent-button data-test="update-no" ?disabled-focusable=${this.busy} @click=${() => this.answer(false)}>${say(`window-update-${update}-no`)}</fluent-button>`
          : html`<fluent-button appearance="primary" data-test="update-close" @click=${() => changed(this)}>${say("window-close")}</fluent-button>`}
      </div>
      ${this.problem ? this.problemIfAny() : nothing}
    </dialog>`;
  }
}
