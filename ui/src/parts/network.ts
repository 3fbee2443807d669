// The addresses of the firewall step, to hand on.
import { html } from "lit";
import type { NetworkFormat } from "../gen/api";
import { say } from "../words";

const FORMATS: NetworkFormat[] = ["plain", "csv", "comment"];

export function networkSaves(setup: string) {
  return html`<h3>${say("window-network-save")}</h3>
    <div class="row">
      ${FORMATS.map((format) => html`<lia-save .request=${{ do: "network-save", setup, format }} says="window-network-${format}" test="network-${format}"></lia-save>`)}
    </div>`;
}
