// What a handover file says, held against what both people know, before anything of it counts.
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ClaimsView } from "../gen/api";
import { ask } from "../host";
import { changed, go } from "../navigate";
import { base } from "../style";
import { dashed, has, say, secretOf } from "../words";
import { Element } from "./element";

/** A value by the name that its guide has for it: `application.client-id`, or an answer. */
function labelOf(name: string): string {
  const ids = [`question-${dashed(name)}`, `value-${name.split(".").at(-1) ?? name}`];
  return say(ids.find(has) ?? name);
}

/** A secret as a file names it (`client-secret.secret`). */
export const secretName = (name: string): string => secretOf(name.split(".")[0] ?? name);

@customElement("lia-claims")
export class Claims extends Element {
  static override styles = [
    base,
    css`
      .phrase { font: var(--fontWeightSemibold) var(--fontSizeBase500) / var(--lineHeightBase500) var(--fontFamilyMonospace); user-select: all; }
      th { font-weight: var(--fontWeightRegular); width: 16rem; color: var(--colorNeutralForeground2); }
      label { font-weight: var(--fontWeightRegular); margin: 8px 0; }
    `,
  ];

  @property({ attribute: false }) claims!: ClaimsView;

  @state() private compared = false;
  @state() private right = false;

  private readonly take = () =>
    this.attempt(async () => {
      if (!this.compared || !this.right) return;
      const setup = await ask({ do: "handover-take", check_phrase: this.claims.check_phrase });
      go(this, { at: "setup", setup: setup.id });
    });

  override render() {
    const { claims } = this;
    const by = claims.by ?? "nobody";
    const isReady = this.compared && this.right;
    return html`<section class="card" data-test="claims" aria-labelledby="compare">
      <h2 id="compare">${say("window-claims-compare")}</h2>
      <p>${say("window-claims-compare-what", { by })}</p>
      <p class="phrase" data-test="check-phrase">${claims.check_phrase}</p>
      <h2>${say("window-claims")}</h2>
      <p class="quiet" data-test="said-by">${say("window-claims-said", { by })}</p>
      <table>
        <tbody>
          ${this.row("window-claims-name", html`${claims.name} ${claims.practice ? html`<span class="tag">${say("window-practice")}</span>` : nothing}`)}
          ${this.row("window-handover-seat", say(`seat-${claims.seat}`))} ${this.row("report-tenant", html`<code>${claims.tenant}</code><br /><code>${claims.tenant_id}</code>`)}
          ${this.row("report-instance", html`<code data-test="claimed-instance">${claims.instance}</code>`)}
          ${Object.entries({ ...claims.client_ids, ...claims.answers }).map(([name, value]) => html`<tr><th scope="row">${labelOf(name)}</th><td><code data-test="claimed-${name}">${value}</code></td></tr>`)}
          ${this.row("window-claims-done", claims.said_done.length === 0 ? say("window-claims-none") : claims.said_done.map((step) => say(`step-${step}`)).join(", "))}
          ${this.row("window-claims-secrets", claims.secrets.length === 0 ? say("window-claims-none") : claims.secrets.map(secretName).join(", "))}
        </tbody>
      </table>
      ${this.check("compared", "window-claims-compared", this.compared, (on) => (this.compared = on))} ${this.check("right", "window-claims-right", this.right, (on) => (this.right = on))}
      ${this.problemIfAny()}
      <div class="row actions">
        <fluent-button appearance="primary" data-test="take" ?disabled-focusable=${this.busy || !isReady} aria-disabled=${this.busy || !isReady} @click=${this.take}>${say(this.busy ? "window-busy" : "window-claims-take")}</fluent-button>
        <fluent-button data-test="take-not" @click=${() => changed(this)}>${say("window-handover-other")}</fluent-button>
      </div>
    </section>`;
  }

  private row(label: string, value: unknown) {
    return html`<tr><th scope="row">${say(label)}</th><td>${value}</td></tr>`;
  }

  private check(test: string, says: string, on: boolean, take: (on: boolean) => void) {
    return html`<label class="row"><input type="checkbox" data-test="claims-${test}" .checked=${on} @change=${(event: Event) => take((event.target as HTMLInputElement).checked)} /> ${say(says)}</label>`;
  }
}
