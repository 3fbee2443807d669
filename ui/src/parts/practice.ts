// Practice at a glance: who can sign in to the simulated services, and beginning it anew.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { HomeView, PracticeAccount, PracticeView } from "../gen/api";
import { ask } from "../host";
import { say } from "../words";
import { Element } from "./element";

@customElement("lia-practice")
export class Practice extends Element {
  @property({ attribute: false }) practice!: PracticeView;
  /** All setups: those of practice are forgotten with it. */
  @property({ attribute: false }) setups: HomeView["setups"] = [];

  @state() private asking = false;
  @state() private begun = false;

  private readonly toggle = () => {
    this.asking = !this.asking;
    this.begun = false;
  };

  private readonly reset = () =>
    this.attempt(async () => {
      // The new home comes to the window as an event.
      await ask({ do: "practice-reset" });
      this.asking = false;
      this.begun = true;
      // The button that was pressed goes away; the one that stays takes the focus.
      this.renderRoot.querySelector<HTMLElement>("[data-test=practice-reset]")?.focus();
    });

  override render() {
    const { scene, accounts } = this.practice;
    return html`<section class="card" data-test="practice-card">
      <h2>${say("window-practice")}</h2>
      <p class="quiet">${say("window-practice-accounts")}</p>
      <table>
        <tr><th>${say("window-service")}</th><th>${say("window-account")}</th><th>${say("window-roles")}</th></tr>
        ${accounts.map((account) => this.account(account))}
      </table>
      <p class="quiet" data-test="practice-scene">${say("window-practice-scene", { scene })}</p>
      <div class="row">
        <fluent-button data-test="practice-reset" role="button" aria-expanded=${this.asking} ?disabled-focusable=${this.busy} @click=${this.toggle}>${say("window-practice-reset")}…</fluent-button>
        ${this.begun ? html`<span role="status" class="quiet">${say("window-practice-begun")}</span>` : nothing}
      </div>
      ${this.asking ? this.sure() : nothing} ${this.problemIfAny()}
    </section>`;
  }

  private account({ service, name, roles }: PracticeAccount) {
    return html`<tr>
      <td>${say(`window-service-${service}`)}</td>
      <td><code>${name}</code></td>
      <td class="quiet">${roles.join(", ")}</td>
    </tr>`;
  }

  private sure() {
    const count = this.setups.filter((setup) => setup.practice).length;
    return html`<p role="status">${say("window-practice-reset-what", { count })}</p>
      <fluent-button appearance="primary" data-test="practice-reset-sure" ?disabled-focusable=${this.busy} @click=${this.reset}>${say(this.busy ? "window-busy" : "window-practice-reset-sure")}</fluent-button>`;
  }
}
