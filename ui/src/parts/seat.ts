// One seat: who is needed, and signing them in.
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ask } from "../host";
import type { Event as Happened, SeatView, SetupView, SignInState, SignInWay } from "../gen/api";
import { changed, go } from "../navigate";
import { base } from "../style";
import { has, say, time } from "../words";
import { Element } from "./element";
import "./sign-in-help";
import "./save";

@customElement("lia-seat")
export class Seat extends Element {
  static override styles = [base, css`.card { margin: 0; } .card > :last-child { margin-bottom: 0; } .spread + .row { margin-top: 8px; }`];

  @property() setup = "";
  @property({ attribute: false }) seat!: SeatView;
  /** On the setup's own page: the seat can be handed over there, and taken back. */
  @property({ attribute: false }) of: SetupView | null = null;
  /** Without progress and explanation, for a step's page. */
  @property({ type: Boolean }) brief = false;

  @state() private copied = false;
  @state() private signIn: SignInState | null = null;
  @state() private takingBack = false;

  protected override happened(event: Happened): void {
    if (event.event === "sign-in" && event.setup === this.setup && event.seat === this.seat.id) this.take(event.state);
  }

  private take(state: SignInState): void {
    // Shown by lia-sign-in-help; what is waited for stays.
    if (state.state === "note") return;
    this.signIn = state;
    this.problem = state.state === "failed" ? state.problem : null;
  }

  private start(way: SignInWay) {
    return this.attempt(async () => {
      this.take((await ask({ do: "sign-in", setup: this.setup, seat: this.seat.id, with: way })).state);
    });
  }

  private cancel() {
    return this.attempt(async () => {
      await ask({ do: "sign-in-cancel", setup: this.setup, seat: this.seat.id });
      this.signIn = null;
    });
  }

  private signOut() {
    return this.attempt(async () => {
      await ask({ do: "sign-out", setup: this.setup, seat: this.seat.id });
      this.signIn = null;
    });
  }

  override render() {
    const { seat } = this;
    const title = say(`seat-${seat.id}`);
    return html`<div class="card" data-test="seat-${seat.id}">
      <div class="spread">
        <strong>${title}</strong>
        <span class="row">${this.brief ? nothing : html`<span class="quiet">${say("window-seat-progress", { done: seat.done, total: seat.total })}</span>`} ${this.handOver()}</span>
      </div>
      ${!this.brief && has(`seat-${seat.id}.what`) ? html`<p class="quiet">${say(`seat-${seat.id}.what`)}</p>` : nothing}
      ${seat.elsewhere ? this.atAnother() : this.account()} ${this.problemIfAny()}
    </div>`;
  }

  private handOver() {
    const { setup, seat } = this;
    if (!this.of || seat.elsewhere) return nothing;
    return html`<fluent-button appearance="subtle" data-test="give-${seat.id}" @click=${() => go(this, { at: "give", setup, seat: seat.id })}>${say("window-give-this")}</fluent-button>`;
  }

  /** Shown here, carried out there. */
  private atAnother() {
    const { of, seat } = this;
    const wish = of && { seat: seat.id, tenant: of.tenant, instance: of.instance };
    return html`<p data-test="elsewhere-${seat.id}">${say("window-seat-elsewhere")}</p>
      ${wish
        ? html`<div class="row">
            <fluent-button data-test="news-${seat.id}" @click=${() => go(this, { at: "give", setup: this.setup, seat: seat.id })}>${say("window-give-news")}</fluent-button>
            <fluent-button data-test="ask-${seat.id}" @click=${() => go(this, { at: "handover", wish })}>${say("window-seat-ask")}</fluent-button>
            <fluent-button appearance="subtle" data-test="back-${seat.id}" role="button" aria-expanded=${this.takingBack} @click=${() => (this.takingBack = !this.takingBack)}>${say("window-seat-back")}…</fluent-button>
          </div>`
        : nothing}
      ${this.takingBack
        ? html`<div class="note warning">
            <p>${say("window-seat-back-what")}</p>
            <fluent-button data-test="back-sure-${seat.id}" ?disabled-focusable=${this.busy} @click=${this.takeBack}>${say("window-seat-back-sure")}</fluent-button>
          </div>`
        : nothing}`;
  }

  private readonly takeBack = () =>
    this.attempt(async () => {
      await ask({ do: "seat-take-back", setup: this.setup, seat: this.seat.id });
      this.takingBack = false;
      changed(this);
    });

  private account() {
    const { seat } = this;
    if (seat.ways.length === 0) return this.elsewhere();
    const account = seat.account ?? (this.signIn?.state === "signed-in" ? this.signIn.account : null);
    if (account !== null) {
      return html`<div class="row">
        <span data-test="signed-in-${seat.id}">${say("window-signed-in", { account })}</span>
        <fluent-button appearance="subtle" data-test="sign-out-${seat.id}" ?disabled-focusable=${this.busy} @click=${this.signOut}>${say("window-sign-out")}</fluent-button>
      </div>
      ${this.signIn?.state === "signed-in" ? this.signIn.notes.map((note) => html`<div class="note warning" role="status" data-test="note-${note.code}">${say(note.code, note.args)}</div>`) : nothing}`;
    }
    return html`${this.consent()} ${this.waiting() ?? html`${this.signing()} ${this.ways()}`}`;
  }

  /** Somebody else has to consent first: remembered, so that it can take days. */
  private consent() {
    const { id, consent } = this.seat;
    if (consent === null) return nothing;
    const copy = () =>
      this.attempt(async () => {
        await ask({ do: "consent-copy-link", setup: this.setup, seat: id });
        this.copied = true;
      });
    return html`<div class="note" data-test="consent-${id}">
      <p><strong>${say("window-consent", { since: time(consent.since) })}</strong> ${say("window-consent-what")}</p>
      <div class="row">
        <fluent-button data-test="consent-copy-${id}" ?disabled-focusable=${this.busy} @click=${copy}>${say(this.copied ? "window-copied" : "window-consent-copy")}</fluent-button>
      </div>
      <details><summary>${say("window-consent-link")}</summary><code data-test="consent-link">${consent.link}</code></details>
    </div>`;
  }

  /** Which application signs in, what it asks for and why. */
  private signing() {
    const { signing } = this.seat;
    if (signing === null) return nothing;
    return html`<details data-test="signing-${this.seat.id}"><summary>${say(signing)}</summary><p class="quiet">${say(`${signing}.what`)}</p></details>`;
  }

  /** Somebody who signs in nowhere needs their steps only, on a page that can be sent. */
  private elsewhere() {
    const { id } = this.seat;
    return html`<p class="quiet">${say("window-seat-none")} ${say("window-seat-page-what")}</p>
      <lia-save .request=${{ do: "seat-page-save", setup: this.setup, seat: id }} says="window-seat-page" test="seat-page-${id}"></lia-save>`;
  }

  private ways() {
    return html`<div class="row">
      ${this.seat.ways.map(
        (way, index) => html`<fluent-button
          appearance=${index === 0 ? "primary" : "outline"}
          data-test="sign-in-${this.seat.id}-${way}"
          ?disabled-focusable=${this.busy}
          @click=${() => this.start(way)}
          >${say(`window-sign-in-${way}`)}</fluent-button
        >`,
      )}
    </div>
      ${this.seat.ways.includes("device-code") ? html`<p class="quiet" data-test="device-caution">${say("device-code-caution")}</p>` : nothing}`;
  }

  private waiting() {
    const now = this.signIn;
    if (now?.state !== "browser" && now?.state !== "device-code") return null;
    const what =
      now.state === "browser"
        ? now.opened
          ? html`<p>${say("window-sign-in-opened")}</p>`
          : html`<p>${say("window-sign-in-not-opened")}</p>
              <code data-test="sign-in-link">${now.url}</code>`
        : html`<p>${say("window-device-open")} <code data-test="device-link">${now.url}</code></p>
            <p>${say("window-device-code")}: <code data-test="device-code">${now.code}</code></p>`;
    return html`<div role="status">${what}</div>
      <lia-sign-in-help .setup=${this.setup} .seat=${this.seat.id} ?returns=${now.state === "browser"} .until=${now.state === "device-code" ? now.expires_at : ""}></lia-sign-in-help>
      <fluent-button data-test="sign-in-cancel" @click=${this.cancel}>${say("window-cancel")}</fluent-button>`;
  }
}
