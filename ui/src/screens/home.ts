// All setups, and how to begin one; the first time, what this is.
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { GuideView, HomeView, SetupCard } from "../gen/api";
import { go } from "../navigate";
import { Element } from "../parts/element";
import { endsIn } from "../parts/renewal";
import { has, numbered, say } from "../words";
import "../parts/keychain";
import "../parts/practice";
import "../parts/problem";

@customElement("lia-home")
export class Home extends Element {
  @property({ attribute: false }) home!: HomeView;
  @property({ attribute: false }) guides: GuideView[] = [];

  override render() {
    const { setups, keychain, practice } = this.home;
    return html`<lia-keychain .why=${keychain}></lia-keychain>
      ${setups.length === 0
        ? this.first()
        : html`<div class="spread"><h1 tabindex="-1">${say("window-home")}</h1>${this.begin("window-new-setup")}</div>
            <ul class="list">${setups.map((setup) => this.card(setup))}</ul>
            <p><fluent-button appearance="subtle" data-test="kept" @click=${() => go(this, { at: "kept" })}>${say("window-kept")}</fluent-button></p>
            ${this.handover()}`}
      ${practice ? html`<lia-practice .practice=${practice} .setups=${setups}></lia-practice>` : nothing}`;
  }

  private begin(says: string) {
    return html`<fluent-button appearance="primary" data-test="new-setup" @click=${() => go(this, { at: "new-setup" })}>${say(says)}</fluent-button>`;
  }

  /** For whoever did not begin the setup. */
  private handover() {
    return html`<fluent-button appearance="subtle" data-test="handover" @click=${() => go(this, { at: "handover", wish: null })}>${say("window-handover-begin")}</fluent-button>`;
  }

  /** Nobody has begun anything: what it does, who is needed, what is changed, what it takes. */
  private first() {
    const guide = this.guides.find(({ id }) => id === this.home.guides[0]);
    const { practice } = this.home;
    return html`<h1 tabindex="-1">${say("window-empty")}</h1>
      <p class="lead">${say("window-empty-what")}</p>
      ${guide?.retired_on && !practice
        ? html`<div class="note warning" data-test="retired"><strong>${say("window-retired", { on: guide.retired_on })}</strong> ${say("window-retired-sense")}</div>`
        : nothing}
      <div class="row">${this.begin(practice ? "window-begin-practice" : "window-begin-real")} ${this.handover()}</div>
      <p class="quiet">${say(practice ? "window-begin-practice-what" : "window-begin-real-what")}</p>
      <div class="columns" data-test="first-minute">
        ${guide ? this.seats(guide) : nothing} ${this.told("where", guide)} ${this.told("stays", guide)} ${this.told("before", guide)}
      </div>`;
  }

  private seats(guide: GuideView) {
    return html`<section class="card" aria-labelledby="who">
      <h2 id="who">${say("window-first-who")}</h2>
      <ul>
        ${guide.seats.map((seat) => html`<li><strong>${say(`seat-${seat}`)}</strong>${has(`seat-${seat}.what`) ? html`<br /><span class="quiet">${say(`seat-${seat}.what`)}</span>` : nothing}</li>`)}
      </ul>
    </section>`;
  }

  /** One of the things to know beforehand: what the guide says of it, or what is so for every guide. */
  private told(what: string, guide: GuideView | undefined) {
    const own = guide ? numbered(`first-${guide.id}-${what}`) : [];
    const lines = own.length > 0 ? own : numbered(`window-first-${what}`);
    return html`<section class="card" aria-labelledby=${what}>
      <h2 id=${what}>${say(`window-first-${what}`)}</h2>
      <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
    </section>`;
  }

  private card(setup: SetupCard) {
    return html`<li>
      <button class="plain" data-test="setup-${setup.name}" @click=${() => go(this, { at: "setup", setup: setup.id })}>
        <span class="grow">
          <strong>${setup.name}</strong><br />
          <span class="quiet">${say("window-joins", { tenant: setup.tenant, instance: setup.instance })}</span>
        </span>
        ${setup.expires ? html`<span class="tag differs" data-test="expires-${setup.name}">${endsIn(setup.expires)}</span>` : nothing}
        ${setup.waits_for_consent ? html`<span class="tag differs" data-test="consent-${setup.name}">${say("waits-for-consent")}</span>` : nothing}
        <span class="quiet">${say("window-progress", { done: setup.done, total: setup.total })}</span>
        ${setup.practice ? html`<span class="tag">${say("window-practice")}</span>` : nothing}
      </button>
    </li>`;
  }
}
