// The operating system's schedule that looks which secrets end: one switch, which takes hold at once.
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ask } from "../host";
import { say } from "../words";
import { Element } from "./element";

@customElement("lia-schedule")
export class Schedule extends Element {
  @state() private on: boolean | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      this.on = (await ask({ do: "schedule-show" })).on;
    });
  }

  private readonly change = (event: Event) => {
    const input = event.target as HTMLInputElement;
    return this.attempt(async () => {
      this.on = (await ask({ do: "schedule-change", on: input.checked })).on;
    }).then(() => {
      // What the system did not take is not shown as taken.
      input.checked = this.on === true;
    });
  };

  override render() {
    return html`<section aria-labelledby="schedule">
      <h2 id="schedule">${say("window-secrets")}</h2>
      <label class="row"><input type="checkbox" data-test="schedule" ?disabled=${this.busy || this.on === null} .checked=${this.on === true} @change=${this.change} /> ${say("window-schedule")}</label>
      <p class="quiet">${say("window-schedule-what")}</p>
      ${this.on === null ? nothing : html`<p role="status" class="quiet" data-test="schedule-state">${say(this.on ? "window-schedule-on" : "window-schedule-off")}</p>`}
      ${this.problemIfAny()}
    </section>`;
  }
}
