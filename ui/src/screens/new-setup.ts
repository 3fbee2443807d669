// Three answers begin a setup.
import { html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { HomeView } from "../gen/api";
import { ask } from "../host";
import { go } from "../navigate";
import { Element } from "../parts/element";
import { say } from "../words";
import "@fluentui/web-components/text-input/define.js";

type Field = "name" | "tenant" | "instance";

@customElement("lia-new-setup")
export class NewSetup extends Element {
  @property({ attribute: false }) home!: HomeView;

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
      const setup = await ask({ do: "setup-create", name: name.trim(), guide, tenant: tenant.trim(), instance: instance.trim(), practice, like: null });
      go(this, { at: "setup", setup: setup.id });
    });
  }

  override render() {
    return html`<h1 tabindex="-1">${say("window-new-setup")}</h1>
      <p class="quiet">${say("window-create-what")}</p>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void this.create();
        }}
      >
        ${(["name", "tenant", "instance"] as const).map((field) => this.field(field))} ${this.problemIfAny()}
        <div class="row actions">
          <fluent-button appearance="primary" data-test="create" ?disabled-focusable=${this.busy} @click=${() => this.create()}>${say(this.busy ? "window-busy" : "window-create")}</fluent-button>
          <fluent-button data-test="cancel" @click=${() => go(this, { at: "home" })}>${say("window-cancel")}</fluent-button>
        </div>
      </form>`;
  }

  private field(field: Field) {
    const take = (event: Event) => (this.values = { ...this.values, [field]: (event.target as HTMLInputElement).value });
    return html`<div class="field">
      <span class="label" id="label-${field}">${say(`window-setup-${field}`)}</span>
      <fluent-text-input data-test="setup-${field}" aria-labelledby="label-${field}" spellcheck="false" .value=${this.values[field]} @input=${take} @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.create()}></fluent-text-input>
      <span class="quiet">${say(`window-setup-${field}-hint`)}</span>
    </div>`;
  }
}
