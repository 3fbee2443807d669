// All setups, and how to begin one.
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { HomeView, SetupCard } from "../gen/api";
import { go } from "../navigate";
import { Element } from "../parts/element";
import { endsIn } from "../parts/renewal";
import { say } from "../words";
import "../parts/practice";

@customElement("lia-home")
export class Home extends Element {
  @property({ attribute: false }) home!: HomeView;

  override render() {
    const { setups, keychain, practice } = this.home;
    const begin = html`<fluent-button appearance="primary" data-test="new-setup" @click=${() => go(this, { at: "new-setup" })}>${say("window-new-setup")}</fluent-button>`;
    return html`${keychain ? html`<lia-problem .problem=${keychain}></lia-problem>` : nothing}
      ${setups.length === 0
        ? html`<h1 tabindex="-1">${say("window-empty")}</h1>
            <p>${say("window-empty-what")}</p>
            ${begin}`
        : html`<div class="spread"><h1 tabindex="-1">${say("window-home")}</h1>${begin}</div>
            <ul class="list">${setups.map((setup) => this.card(setup))}</ul>`}
      ${practice ? html`<lia-practice .practice=${practice} .setups=${setups}></lia-practice>` : nothing}`;
  }

  private card(setup: SetupCard) {
    return html`<li>
      <button class="plain" data-test="setup-${setup.name}" @click=${() => go(this, { at: "setup", setup: setup.id })}>
        <span class="grow">
          <strong>${setup.name}</strong><br />
          <span class="quiet">${say("window-joins", { tenant: setup.tenant, instance: setup.instance })}</span>
        </span>
        ${setup.expires ? html`<span class="tag differs" data-test="expires-${setup.name}">${endsIn(setup.expires)}</span>` : nothing}
        <span class="quiet">${say("window-progress", { done: setup.done, total: setup.total })}</span>
        ${setup.practice ? html`<span class="tag">${say("window-practice")}</span>` : nothing}
      </button>
    </li>`;
  }
}
