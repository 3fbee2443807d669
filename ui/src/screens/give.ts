// Handing a seat over: a file for the other side's request, or behind a phrase.
import "@fluentui/web-components/text-input/define.js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { GivenView, SetupView } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { secretName } from "../parts/claims";
import { Element } from "../parts/element";
import { base } from "../style";
import { say } from "../words";

@customElement("lia-give")
export class Give extends Element {
  static override styles = [base, css`.phrase { font: var(--fontWeightSemibold) var(--fontSizeBase500) / var(--lineHeightBase500) var(--fontFamilyMonospace); user-select: all; }`];

  @property({ attribute: false }) setup!: SetupView;
  @property() seat = "";

  @state() private code = "";
  @state() private given: GivenView | null = null;

  private make(how: { code: string; seat: null } | { code: null; seat: string }) {
    return this.attempt(async () => {
      this.given = await ask({ do: "handover-give", setup: this.setup.id, ...how });
    });
  }

  override render() {
    const seat = say(`seat-${this.given?.seat ?? this.seat}`);
    return html`<p class="crumb quiet">${this.setup.name}</p>
      <h1 tabindex="-1">${say(this.isNews ? "window-give-news-title" : "window-give", { seat })}</h1>
      ${this.given ? this.done(this.given) : this.form()}
      <p class="actions"><fluent-button appearance="subtle" data-test="to-setup" @click=${() => go(this, { at: "setup", setup: this.setup.id })}>${say("window-to-setup")}</fluent-button></p>`;
  }

  /** The seat is at the other computer already. */
  private get isNews(): boolean {
    return this.setup.seats.some(({ id, elsewhere }) => id === this.seat && elsewhere);
  }

  private form() {
    const take = (event: Event) => (this.code = (event.target as HTMLTextAreaElement).value);
    return html`<p>${say(this.isNews ? "window-give-news-what" : "window-give-what")}</p>
      <section class="card">
        <label for="code">${say("window-give-code")}</label>
        <textarea id="code" data-test="give-code" spellcheck="false" .value=${this.code} @input=${take}></textarea>
        <div class="row actions">
          <fluent-button appearance="primary" data-test="give" ?disabled-focusable=${this.busy} @click=${() => this.make({ code: this.code, seat: null })}>${say(this.busy ? "window-busy" : "window-give-make")}</fluent-button>
        </div>
        ${this.problemIfAny()}
      </section>
      ${this.isNews ? nothing : this.behindPhrase()}`;
  }

  private behindPhrase() {
    return html`<details class="card">
      <summary data-test="give-phrase-open">${say("window-give-phrase")}</summary>
      <p>${say("window-give-phrase-what")}</p>
      <fluent-button data-test="give-phrase" ?disabled-focusable=${this.busy} @click=${() => this.make({ code: null, seat: this.seat })}>${say("window-give-phrase-make")}</fluent-button>
    </details>`;
  }

  private done({ path, check_phrase, phrase, secrets }: GivenView) {
    return html`<section class="card" role="status" data-test="given">
      <h2>${say("window-given")}</h2>
      <p>${say("window-saved-as")} <code data-test="given-path">${path}</code></p>
      <p class="quiet">${secrets.length === 0 ? say("window-given-no-secrets") : say("window-given-secrets", { secrets: secrets.map(secretName).join(", ") })}</p>
      <ol>
        <li>${say("window-given-1")}</li>
        <li>${say("window-given-2")}<p class="phrase" data-test="check-phrase">${check_phrase}</p></li>
        ${phrase === null ? nothing : html`<li>${say("window-given-3")}<p class="phrase" data-test="phrase">${phrase}</p></li>`}
      </ol>
    </section>`;
  }
}
