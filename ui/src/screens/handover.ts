// Taking over a seat: a request for it, the file that answers it, and what that says.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { AskingView, ClaimsView, GuideView, HomeView } from "../gen/api";
import { ask } from "../host";
import type { Wish } from "../navigate";
import "../parts/asked";
import "../parts/claims";
import { Element } from "../parts/element";
import { say } from "../words";

@customElement("lia-handover")
export class Handover extends Element {
  @property({ attribute: false }) home!: HomeView;
  @property({ attribute: false }) guides: GuideView[] = [];
  @property({ attribute: false }) asking!: AskingView;
  /** What to ask for, where a setup that is here says so. */
  @property({ attribute: false }) wish: Wish | null = null;

  @state() private wanted: Wish = { seat: "", tenant: "", instance: "" };
  @state() private claims: ClaimsView | null = null;
  /** Somebody double-clicked a file: nothing else is shown. */
  @state() private only = false;
  @state() private phrase = "";
  /** Its own button would speak the system's language, not the chosen one. */
  @query("[type=file]") private chooser!: HTMLInputElement;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("asking")) return;
    const { practice } = this.home;
    if (this.wanted.tenant === "") this.wanted = this.wish ?? { seat: this.seats[0] ?? "", tenant: practice?.tenant ?? "", instance: practice?.instance ?? "" };
    if (!this.asking.handed) return;
    this.only = true;
    void this.look(() => ask({ do: "handover-look", file: null, phrase: null }));
  }

  private get seats(): string[] {
    return this.guides.find(({ id }) => id === this.home.guides[0])?.seats ?? [];
  }

  private readonly request = () =>
    this.attempt(async () => {
      const { seat, tenant, instance } = this.wanted;
      await ask({ do: "handover-ask", seat, tenant: tenant.trim(), instance: instance.trim() });
      this.asking = { ...(await ask({ do: "handover-show" })), handed: false };
      await this.updateComplete;
      this.renderRoot.querySelector("lia-asked")?.scrollIntoView({ block: "center" });
    });

  private look(read: () => Promise<ClaimsView>) {
    return this.attempt(async () => {
      this.claims = null;
      this.claims = await read();
    });
  }

  /** The page hands the sealed bytes on; only Rust can open them. */
  private readonly choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // Chosen again, the same file is looked at again.
    const clear = () => (input.value = "");
    if (file) void this.look(async () => ask({ do: "handover-look", file: await base64(file), phrase: null })).then(clear);
  };

  private readonly open = () => {
    const { phrase } = this;
    this.phrase = "";
    if (phrase.trim() !== "") void this.look(() => ask({ do: "handover-look", file: null, phrase }));
  };

  private readonly leave = () => {
    this.claims = null;
    this.only = false;
  };

  override render() {
    if (this.claims) {
      return html`<h1 tabindex="-1">${say("window-handover")}</h1>
        <lia-claims .claims=${this.claims} @lia-changed=${this.leave}></lia-claims>`;
    }
    if (this.only) {
      return html`<h1 tabindex="-1">${say("window-handover-only")}</h1>
        ${this.busy ? html`<p class="quiet" role="status">${say("window-busy")}</p>` : nothing} ${this.problemIfAny()} ${this.phraseIfNeeded()}
        <div class="row actions"><fluent-button data-test="take-not" @click=${this.leave}>${say("window-handover-other")}</fluent-button></div>`;
    }
    // Whoever has asked waits for a file: another request is the lesser need.
    const isWaiting = this.asking.asked.length > 0;
    return html`<h1 tabindex="-1">${say("window-handover")}</h1>
      <p class="quiet">${say("window-handover-what")}</p>
      ${isWaiting ? this.waiting() : this.form(true)}
      <section class="card" aria-labelledby="open">
        <h2 id="open">${say("window-handover-file")}</h2>
        <p class="quiet">${say("window-handover-file-what")}</p>
        <fluent-button data-test="handover-choose" ?disabled-focusable=${this.busy} @click=${() => this.chooser.click()}>${say("window-handover-choose")}</fluent-button>
        <input class="hidden" type="file" tabindex="-1" aria-hidden="true" accept=".liaison" data-test="handover-file" @change=${this.choose} />
        ${this.problemIfAny()} ${this.phraseIfNeeded()}
      </section>
      ${isWaiting ? this.form(false) : nothing}`;
  }

  private form(isFirst: boolean) {
    const take = (part: Partial<Wish>) => (this.wanted = { ...this.wanted, ...part });
    return html`<section class="card" aria-labelledby="ask">
      <h2 id="ask">${say("window-handover-ask")}</h2>
      <p class="quiet">${say("window-handover-ask-what")}</p>
      <label for="seat">${say("window-handover-seat")}</label>
      <div class="field"><select id="seat" data-test="ask-seat" @change=${(event: Event) => take({ seat: (event.target as HTMLSelectElement).value })}>
        ${this.seats.map((seat) => html`<option value=${seat} .selected=${seat === this.wanted.seat}>${say(`seat-${seat}`)}</option>`)}
      </select></div>
      ${this.text("tenant", this.wanted.tenant, (tenant) => take({ tenant }))} ${this.text("instance", this.wanted.instance, (instance) => take({ instance }))}
      <div class="row actions">
        <fluent-button appearance=${isFirst ? "primary" : "outline"} data-test="ask" ?disabled-focusable=${this.busy} @click=${this.request}>${say(this.busy ? "window-busy" : "window-handover-make")}</fluent-button>
      </div>
    </section>`;
  }

  private text(field: "tenant" | "instance", value: string, take: (value: string) => void) {
    return html`<div class="field">
        <fluent-text-input data-test="ask-${field}" spellcheck="false" .value=${value} @input=${(event: Event) => take((event.target as HTMLInputElement).value)}>${say(`window-setup-${field}`)}</fluent-text-input>
        <span class="quiet">${say(`window-setup-${field}-hint`)}</span>
      </div>`;
  }

  private waiting() {
    const { asked } = this.asking;
    return html`<h2>${say("window-handover-waiting")}</h2>
      ${asked.map((one) => html`<lia-asked .asked=${one}></lia-asked>`)}`;
  }

  private phraseIfNeeded() {
    const code = this.problem?.code;
    if (code !== "handover-phrase-needed" && code !== "handover-wrong-phrase") return nothing;
    return html`<div class="row end">
      <fluent-text-input class="grow" data-test="handover-phrase" spellcheck="false" autocomplete="off" .value=${this.phrase} @input=${(event: Event) => (this.phrase = (event.target as HTMLInputElement).value)}>${say("window-handover-phrase")}</fluent-text-input>
      <fluent-button data-test="handover-phrase-open" ?disabled-focusable=${this.busy} @click=${this.open}>${say("window-handover-phrase-open")}</fluent-button>
    </div>`;
  }
}

/** The bytes of a file, as far as Rust reads one: a byte more than it takes is refused there. */
async function base64(file: File): Promise<string> {
  const MOST = 1024 * 1024 + 1;
  const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer());
  const CHUNK = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
