// What is kept sealed on this computer: what for, since when, and copying, replacing or forgetting it. Values never come here.
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as Happened, KeepView, KeptHappened, KeptSecret, KeptView } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { coalesced } from "../parts/coalesced";
import { Element } from "../parts/element";
import "../parts/keychain";
import { base } from "../style";
import { secretOf, say, time } from "../words";

/** As the list names them: unique on this computer. */
const keyOf = ({ setup, name }: Pick<KeptSecret, "setup" | "name">) => `${setup} ${name}`;
/** What became of secrets long ago is in the report. */
const MOST = 20;

@customElement("lia-kept")
export class Kept extends Element {
  static override styles = [
    base,
    css`
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 8px 0; }
      dt { color: var(--colorNeutralForeground2); }
      dd { margin: 0; }
      .card > .row { margin-top: 8px; }
    `,
  ];

  @property({ attribute: false }) kept!: KeptView;
  /** Of one setup only. */
  @property() setup: string | null = null;

  /** What somebody is asked about before it is forgotten. */
  @state() private asking: string | null = null;
  @state() private copied: { key: string; seconds: number } | null = null;
  /** What a request was about: its problem is shown there. */
  @state() private about: string | null = null;

  protected override happened(event: Happened): void {
    if (event.event === "setup-changed" || event.event === "home-changed") void this.beside(this.load);
  }

  private readonly load = coalesced(async () => {
    this.kept = await ask({ do: "kept-show", setup: this.setup });
  });

  private copy(one: KeptSecret) {
    const key = keyOf(one);
    this.about = key;
    this.copied = null;
    return this.attempt(async () => {
      const { seconds } = await ask({ do: "kept-copy", setup: one.setup, name: one.name });
      this.copied = { key, seconds };
      setTimeout(() => {
        if (this.copied?.key === key) this.copied = null;
      }, seconds * 1000);
    });
  }

  private forget(one: KeptSecret) {
    this.about = keyOf(one);
    return this.attempt(async () => {
      await ask({ do: "kept-forget", setup: one.setup, name: one.name });
      this.asking = null;
      await this.load();
      // The button that was pressed is gone with what it was about.
      this.renderRoot.querySelector<HTMLElement>("h1")?.focus();
    });
  }

  private keep(part: Partial<KeepView>) {
    this.about = "rules";
    return this.attempt(async () => {
      const settings = await ask({ do: "settings-show" });
      const { keep } = await ask({ do: "settings-change", settings: { ...settings, keep: { ...settings.keep, ...part } } });
      this.kept = { ...this.kept, rules: keep };
    });
  }

  override render() {
    const { kept, history, keychain, rules } = this.kept;
    return html`<h1 tabindex="-1">${say("window-kept")}</h1>
      <p class="quiet">${say("window-kept-what")}</p>
      <lia-keychain .why=${keychain} @lia-changed=${() => this.beside(this.load)}></lia-keychain>
      ${kept.length === 0 ? html`<p data-test="kept-nothing">${say("kept-nothing")}</p>` : kept.map((one) => this.secret(one))}
      <h2>${say("window-kept-rules")}</h2>
      <p class="quiet">${say("window-kept-rules-what")}</p>
      ${this.rule("secrets", rules.secrets)} ${this.rule("sessions", rules.sessions)} ${this.about === "rules" ? this.problemIfAny() : nothing}
      ${history.length === 0
        ? nothing
        : html`<h2>${say("window-kept-history")}</h2>
            <ul class="list" data-test="kept-history">${history.slice(0, MOST).map((one) => this.happening(one))}</ul>`}
      ${this.setup === null
        ? nothing
        : html`<p class="actions"><fluent-button appearance="subtle" data-test="to-setup" @click=${() => go(this, { at: "setup", setup: this.setup ?? "" })}>${say("window-to-setup")}</fluent-button></p>`}`;
  }

  private secret(one: KeptSecret) {
    const key = keyOf(one);
    const steps = (ids: string[]) => ids.map((id) => say(`step-${id}`)).join(", ");
    const fields: [string, string | null][] = [
      ["kept-used-by", steps(one.used_by)],
      ["kept-wanted-by", steps(one.wanted_by)],
      ["kept-since", one.since && time(one.since)],
      ["kept-until", one.until && time(one.until)],
    ];
    return html`<section class="card" data-test="kept-${one.name}" data-what=${one.what}>
      <div class="spread">
        <strong>${this.named(one)}</strong>
        <span class="row">${one.setup_name} ${one.practice ? html`<span class="tag">${say("window-practice")}</span>` : nothing}</span>
      </div>
      <p>${say(`kept-state-${one.what}`)} ${one.this_session_only ? say("kept-this-session") : nothing}</p>
      <dl>
        ${fields.map(([label, value]) =>
          value
            ? html`<dt>${say(label)}</dt>
                <dd>${value}</dd>`
            : nothing,
        )}
      </dl>
      ${this.asking === key ? this.sure(one) : this.actions(one)}
      ${this.copied?.key === key
        ? html`<div class="note" role="status" data-test="kept-copied"><p>${say("window-kept-copied", { seconds: this.copied.seconds })}</p><p class="quiet">${say("kept-copied-elsewhere")}</p></div>`
        : nothing}
      ${this.about === key ? this.problemIfAny() : nothing}
    </section>`;
  }

  private named(one: { step: string | null; seat?: string; account?: string | null }) {
    return one.step === null ? say("kept-session", { account: one.account ?? "", seat: say(`seat-${one.seat ?? ""}`) }) : secretOf(one.step);
  }

  private actions(one: KeptSecret) {
    const { name, setup } = one;
    const session = one.what === "session";
    return html`<div class="row">
      ${session ? nothing : html`<fluent-button data-test="copy-${name}" ?disabled-focusable=${this.busy} @click=${() => this.copy(one)}>${say("window-kept-copy")}</fluent-button>`}
      ${session || one.what === "previous" || one.step === null
        ? nothing
        : html`<fluent-button appearance="subtle" data-test="replace-${name}" @click=${() => go(this, { at: "setup", setup, part: "secrets" })}>${say("window-kept-replace")}</fluent-button>`}
      <fluent-button appearance=${session ? "outline" : "subtle"} data-test="forget-${name}" @click=${() => this.ask(one)}>${say(session ? "window-sign-out" : "window-kept-forget")}${session ? "…" : ""}</fluent-button>
    </div>`;
  }

  private async ask(one: KeptSecret) {
    this.asking = keyOf(one);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[data-test=forget-cancel]")?.focus();
  }

  /** What forgetting it means, before it is done. */
  private sure(one: KeptSecret) {
    return html`<div class="note warning" role="alert" data-test="forget-means"><p>${say(`kept-state-${one.what}.forget`)}</p></div>
      <div class="row">
        <fluent-button appearance="primary" data-test="forget-cancel" @click=${() => (this.asking = null)}>${say("window-cancel")}</fluent-button>
        <fluent-button data-test="forget-sure" ?disabled-focusable=${this.busy} @click=${() => this.forget(one)}>${say(one.what === "session" ? "window-sign-out" : "window-kept-forget-sure")}</fluent-button>
      </div>`;
  }

  private rule(what: keyof KeepView, on: boolean) {
    return html`<p>
      <label class="row"
        ><input type="checkbox" data-test="keep-${what}" .checked=${on} ?disabled=${this.busy} @change=${(event: Event) => this.keep({ [what]: (event.target as HTMLInputElement).checked })} />
        ${say(`window-kept-keep-${what}`)}</label
      >
    </p>`;
  }

  private happening(one: KeptHappened) {
    const by = one.by ?? say("kept-somebody");
    return html`<li class="entry" data-test="kept-${one.what}">
      <strong>${one.step === null ? one.name : secretOf(one.step)}</strong> <span class="quiet">${one.setup_name}</span><br />
      ${say(`kept-happened-${one.what}`, { by, at: time(one.at) })}
    </li>`;
  }
}
