// Three answers begin a setup.
import "@fluentui/web-components/text-input/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { GuideView, HomeView } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { Element } from "../parts/element";
import { say } from "../words";
import "@fluentui/web-components/text-input/define.js";

type Field = "name" | "tenant" | "instance";

@customElement("lia-new-setup")
export class NewSetup extends Element {
  @property({ attribute: false }) home!: HomeView;
  @property({ attribute: false }) guides: GuideView[] = [];

  @state() private values: Record<Field, string> = { name: "", tenant: "", instance: "" };

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const practice = changed.has("home") ? this.home.practice : null;
    if (practice && this.values.tenant === "") {
      this.values = { name: "", tenant: practice.tenant, instance: practice.instance };
    }
  }

  private create() {
    return this.attempt(async () => {
      const { name, tenant, instance } = this.values;
      const guide = this.home.guides[0] ?? "";
      const practice = this.home.practice !== null;
      const setup = await ask({ do: "setup-create", name: name.trim() || this.suggested, guide, tenant: tenant.trim(), instance: instance.trim(), practice, like: null });
      go(this, { at: "setup", setup: setup.id });
    });
  }

  /** What a setup is called when nobody says otherwise: as its tenant begins, and a number where that is taken. */
  private get suggested(): string {
    const begins = this.values.tenant.trim().split(".")[0] ?? "";
    if (begins === "") return "";
    const taken = new Set(this.home.setups.map((setup) => setup.name.toLowerCase()));
    const names = [begins, ...this.home.setups.map((_, index) => `${begins} ${index + 2}`)];
    return names.find((name) => !taken.has(name.toLowerCase())) ?? begins;
  }

  /** Somebody starts for real: the service is gone, and something is of use all the same. */
  private retired() {
    const retired = this.guides.find((guide) => guide.retired_on !== null);
    if (!retired || this.home.practice) return nothing;
    return html`<div class="note warning" data-test="retired">
      <p><strong>${say("window-retired", { on: retired.retired_on ?? "" })}</strong></p>
      <p>${say("window-retired-sense")}</p>
      <ul>
        <li>${say("window-retired-list")}</li>
        <li>${say("window-retired-practise")}</li>
      </ul>
    </div>`;
  }

  override render() {
    return html`<h1 tabindex="-1">${say("window-new-setup")}</h1>
      ${this.retired()}
      <p class="quiet">${say("window-create-what")}</p>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void this.create();
        }}
      >
        ${(["tenant", "instance", "name"] as const).map((field) => this.field(field))} ${this.problemIfAny()}
        <div class="row actions">
          <fluent-button appearance="primary" data-test="create" ?disabled-focusable=${this.busy} @click=${() => this.create()}>${say(this.busy ? "window-busy" : "window-create")}</fluent-button>
          <fluent-button data-test="cancel" @click=${() => go(this, { at: "home" })}>${say("window-cancel")}</fluent-button>
        </div>
      </form>`;
  }

  private field(field: Field) {
    const take = (event: Event) => (this.values = { ...this.values, [field]: (event.target as HTMLInputElement).value });
    return html`<div class="field">
      <fluent-text-input data-test="setup-${field}" spellcheck="false" placeholder=${field === "name" ? this.suggested : ""} .value=${this.values[field]} @input=${take} @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.create()}>${say(`window-setup-${field}`)}</fluent-text-input>
      <span class="quiet">${say(`window-setup-${field}-hint`)}</span>
    </div>`;
  }
}
