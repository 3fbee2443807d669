// What is the same for all setups of this computer.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { EntraClient, ProxyView, SettingsView, Theme } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { Element } from "../parts/element";
import "../parts/schedule";
import { applyTheme } from "../theme";
import { languages, nameOf, say, speak } from "../words";

/** Options are words of one family. */
const word = (family: string) => (option: string) => say(`${family}-${option}`);
const languageName = (code: string) => (code === "system" ? say("window-language-system") : nameOf(code));

@customElement("lia-settings")
export class Settings extends Element {
  @property({ attribute: false }) settings!: SettingsView;
  @state() private saved = false;

  private change(part: Partial<SettingsView>) {
    this.saved = false;
    this.settings = { ...this.settings, ...part };
  }

  private save() {
    return this.attempt(async () => {
      this.settings = await ask({ do: "settings-change", settings: this.settings });
      applyTheme(this.settings.theme);
      await speak(this.settings.language);
      this.saved = true;
    });
  }

  override render() {
    const { language, theme, proxy, extra_ca, entra_client, updates } = this.settings;
    return html`<h1 tabindex="-1">${say("window-settings")}</h1>
      ${this.choice("language", "window-settings-language", ["system", ...languages()], language, languageName, (value) => this.change({ language: value }))}
      ${this.choice("theme", "window-settings-theme", ["system", "light", "dark", "high-contrast"], theme, word("window-theme"), (value) => this.change({ theme: value as Theme }))}
      ${this.choice("proxy", "window-settings-proxy", ["system", "none", "address"], proxy.proxy, word("window-proxy"), (value) =>
        this.change({ proxy: (value === "address" ? { proxy: "address", address: "" } : { proxy: value }) as ProxyView }),
      )}
      ${proxy.proxy === "address"
        ? this.text("proxy-address", "window-proxy-address-value", proxy.address, (address) => this.change({ proxy: { proxy: "address", address } }))
        : nothing}
      ${this.choice("client", "window-settings-client", ["graph-command-line-tools", "azure-cli", "own"], entra_client.client, word("window-client"), (value) =>
        this.change({ entra_client: (value === "own" ? { client: "own", client_id: "" } : { client: value }) as EntraClient }),
      )}
      ${entra_client.client === "own"
        ? this.text("client-id", "window-client-own-id", entra_client.client_id, (client_id) => this.change({ entra_client: { client: "own", client_id } }))
        : nothing}
      ${updates === null
        ? nothing
        : this.choice("updates", "window-settings-updates", ["look", "no"], updates ? "look" : "no", word("window-updates"), (value) => this.change({ updates: value === "look" }))}
      <label for="ca">${say("window-settings-ca")}</label>
      <textarea id="ca" data-test="extra-ca" spellcheck="false" .value=${extra_ca ?? ""} @input=${(event: Event) => this.change({ extra_ca: (event.target as HTMLTextAreaElement).value.trim() || null })}></textarea>
      <p class="quiet">${say("window-settings-ca-hint")}</p>
      ${this.problemIfAny()}
      <div class="row actions">
        <fluent-button appearance="primary" data-test="settings-save" ?disabled-focusable=${this.busy} @click=${this.save}>${say("window-save")}</fluent-button>
        ${this.saved ? html`<span role="status" class="quiet">${say("window-saved")}</span>` : nothing}
      </div>
      <h2>${say("window-kept")}</h2>
      <p class="quiet">${say("window-kept-what")}</p>
      <fluent-button data-test="kept" @click=${() => go(this, { at: "kept" })}>${say("window-kept-show")}</fluent-button>
      <lia-schedule></lia-schedule>`;
  }

  private choice(id: string, label: string, options: string[], value: string, name: (option: string) => string, take: (value: string) => void) {
    return html`<label for=${id}>${say(label)}</label>
      <select id=${id} data-test="settings-${id}" @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
        ${options.map((option) => html`<option value=${option} .selected=${option === value}>${name(option)}</option>`)}
      </select>`;
  }

  private text(id: string, label: string, value: string, take: (value: string) => void) {
    return html`<div class="field">
      <fluent-text-input data-test="settings-${id}" spellcheck="false" .value=${value} @input=${(event: Event) => take((event.target as HTMLInputElement).value)}>${say(label)}</fluent-text-input>
    </div>`;
  }
}
