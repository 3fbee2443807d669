// What helps while a sign-in waits for the browser: its link, the address it ended at, and the number on Microsoft's page.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as Happened, Problem, QrView, SignInNote } from "../gen/api";
import { ask } from "../host";
import { say } from "../words";
import { Element } from "./element";
import "./problem";
import "./qr";

@customElement("lia-sign-in-help")
export class SignInHelp extends Element {
  @property() setup = "";
  @property() seat = "";
  /** The browser comes back to this computer, so that its last address is of use. */
  @property({ type: Boolean }) returns = false;

  /** ISO time at which a code for another device ends; empty where there is none. */
  @property() until = "";

  @state() private seconds = 0;
  @state() private notes: SignInNote[] = [];
  @state() private explained: Problem | null = null;
  @state() private done = "";
  @state() private qr: QrView | null = null;

  private ticking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const tick = () => (this.seconds = Math.max(0, Math.round((Date.parse(this.until) - Date.now()) / 1000)));
    this.ticking = window.setInterval(tick, 1000);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.ticking);
    super.disconnectedCallback();
  }

  protected override happened(event: Happened): void {
    if (event.event !== "sign-in" || event.setup !== this.setup || event.seat !== this.seat) return;
    const { state } = event;
    if (state.state === "note" && !this.notes.includes(state.note)) this.notes = [...this.notes, state.note];
  }

  private readonly copy = () =>
    this.attempt(async () => {
      await ask({ do: "sign-in-copy-link", setup: this.setup, seat: this.seat });
      this.done = "window-copied";
    });

  private readonly show = () =>
    this.attempt(async () => {
      this.qr = this.qr ? null : await ask({ do: "sign-in-qr", setup: this.setup, seat: this.seat });
    });

  private readonly paste = (entry: string) =>
    this.attempt(async () => {
      await ask({ do: "sign-in-paste", setup: this.setup, seat: this.seat, address: entry });
      this.done = "window-sign-in-pasted";
    });

  private readonly explain = (entry: string) =>
    this.attempt(async () => {
      this.explained = null;
      this.explained = (await ask({ do: "sign-in-explain", setup: this.setup, says: entry })).problem;
    });

  override render() {
    return html`${this.notes.map((note) => html`<div class="note" role="status" data-test="sign-in-note-${note}">${say(`sign-in-note-${note}`)}</div>`)}
      ${this.until && this.seconds ? html`<p class="quiet" data-test="device-left">${say("window-sign-in-left", { left: clock(this.seconds) })}</p>` : nothing}
      ${this.forAnother()}
      ${this.returns
        ? html`<div class="row">
              <fluent-button data-test="sign-in-copy" ?disabled-focusable=${this.busy} @click=${this.copy}>${say("window-sign-in-copy")}</fluent-button>
              <span class="quiet">${say("window-sign-in-copy-what")}</span>
            </div>
            ${this.entry("paste", this.paste)}`
        : nothing}
      ${this.entry("explain", this.explain)}
      ${this.done === "" ? nothing : html`<p role="status" class="quiet" data-test="sign-in-done">${say(this.done)}</p>`}
      ${this.explained ? html`<lia-problem .problem=${this.explained}></lia-problem>` : nothing} ${this.problemIfAny()}`;
  }

  /** The address for a phone: it is no place to type one. */
  private forAnother() {
    return html`<div class="row">
        <fluent-button data-test="sign-in-qr" role="button" aria-expanded=${this.qr !== null} ?disabled-focusable=${this.busy} @click=${this.show}>${say("window-sign-in-qr")}</fluent-button>
        <span class="quiet">${say(this.returns ? "window-sign-in-qr-returns" : "window-sign-in-qr-device")}</span>
      </div>
      ${this.qr ? html`<lia-qr .qr=${this.qr} label=${say("window-qr")}></lia-qr>` : nothing}`;
  }

  /** One line and its button. What was entered goes to one command and is cleared. */
  private entry(what: "paste" | "explain", take: (entry: string) => Promise<void>) {
    const input = () => this.renderRoot.querySelector<HTMLInputElement>(`[data-test="sign-in-${what}"]`);
    const send = () => {
      const field = input();
      if (!field || field.value.trim() === "") return;
      const entry = field.value;
      field.value = "";
      void take(entry);
    };
    return html`<div class="field">
      <div class="row end">
        <fluent-text-input data-test="sign-in-${what}" class="grow" spellcheck="false" autocomplete="off">${say(`window-sign-in-${what}`)}</fluent-text-input>
        <fluent-button data-test="sign-in-${what}-send" ?disabled-focusable=${this.busy} @click=${send}>${say(`window-sign-in-${what}-send`)}</fluent-button>
      </div>
    </div>`;
  }
}

/** Minutes and seconds, as a clock shows them. */
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
