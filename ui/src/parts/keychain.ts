// No keychain, or one that is locked: why nothing outlives this session, and another try without a restart.
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Problem } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { say } from "../words";
import { Element } from "./element";

@customElement("lia-keychain")
export class Keychain extends Element {
  /** Why there is none. */
  @property({ attribute: false }) why: Problem | null = null;

  private readonly retry = () =>
    this.attempt(async () => {
      await ask({ do: "keychain-retry" });
      changed(this);
    });

  override render() {
    const why = this.problem ?? this.why;
    if (!why) return nothing;
    return html`<lia-problem .problem=${why}></lia-problem>
      <p>
        ${say("window-keychain-session")}
        <fluent-button data-test="keychain-retry" ?disabled-focusable=${this.busy} @click=${this.retry}>${say(this.busy ? "window-busy" : "window-keychain-retry")}</fluent-button>
      </p>`;
  }
}
