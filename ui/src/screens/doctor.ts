// What Liaison needs on this computer, looked at one by one.
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { DoctorCheck, DoctorView } from "../gen/api";
import { ask } from "../host";
import { Element } from "../parts/element";
import "../parts/save";
import { has, say } from "../words";
import "../parts/save";

const TAG: Record<DoctorCheck["verdict"], string> = { fine: "done", warning: "differs", failed: "differs", "not-run": "" };

@customElement("lia-doctor")
export class Doctor extends Element {
  @state() private found: DoctorView | null = null;

  private look() {
    return this.attempt(async () => {
      this.found = await ask({ do: "doctor" });
    });
  }

  override render() {
    return html`<h1 tabindex="-1">${say("window-doctor")}</h1>
      <p class="quiet">${say("window-doctor-what")}</p>
      <fluent-button appearance="primary" data-test="doctor-run" ?disabled-focusable=${this.busy} @click=${this.look}>${say(this.busy ? "window-busy" : "window-doctor-run")}</fluent-button>
      ${this.problemIfAny()}
      ${this.found ? html`<div role="status"><ul class="list" data-test="doctor-found">${this.found.checks.map((check) => this.check(check))}</ul></div>` : nothing}
      <h2>${say("window-support")}</h2>
      <p class="quiet">${say("window-support-what")}</p>
      <lia-save .request=${{ do: "support-save" }} says="window-support-save" test="support-save"></lia-save>`;
  }

  private check(check: DoctorCheck) {
    const more = `doctor-${check.id}.${check.verdict}`;
    return html`<li>
      <div class="row entry">
        <span class="grow">
          <strong>${say(`doctor-${check.id}`)}</strong> <span class="quiet">${check.about ?? ""}</span>
          ${has(more) ? html`<br />${say(more, check.args)}` : nothing}
        </span>
        <span class="tag ${TAG[check.verdict]}">${say(`window-verdict-${check.verdict}`)}</span>
      </div>
    </li>`;
  }
}
