// What the integration has left on both sides, to be removed by hand. There is nothing to remove it with here.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { LeftItem, LeftView } from "../gen/api";
import { ask } from "../host";
import { say } from "../words";
import { Element } from "./element";

/** Of one kind, shown at once. */
const MOST = 100;

@customElement("lia-left")
export class Left extends Element {
  @property() setup = "";

  @state() private left: LeftView | null = null;

  private readonly look = () =>
    this.attempt(async () => {
      this.left = await ask({ do: "left", setup: this.setup });
    });

  override render() {
    return html`<h2>${say("window-left")}</h2>
      <p class="quiet">${say("window-left-what")}</p>
      <fluent-button data-test="left-look" ?disabled-focusable=${this.busy} @click=${this.look}>${say(this.busy ? "window-busy" : "window-left-look")}</fluent-button>
      ${this.problemIfAny()} ${this.left ? this.found(this.left) : nothing}`;
  }

  private found({ items, unseen }: LeftView) {
    const kinds = [...new Set(items.map(({ what }) => what))];
    return html`<div role="status" data-test="left">
      ${items.length === 0 && unseen.length === 0 ? html`<p>${say("left-nothing")}</p>` : nothing}
      ${kinds.map((kind) => this.kind(kind, items.filter(({ what }) => what === kind)))}
      ${unseen.map(({ what, why }) => html`<p>${say("window-left-unseen", { what: say(what) })}</p><lia-problem .problem=${why}></lia-problem>`)}
    </div>`;
  }

  private kind(kind: string, items: LeftItem[]) {
    return html`<h3>${say(`left-${kind}`)}</h3>
      <p>${say(`left-${kind}.how`)}</p>
      <ul class="list" data-test="left-${kind}">
        ${items.slice(0, MOST).map(
          ({ name, about, ours, address }) => html`<li class="entry">
            ${name} <span class="quiet">${about ?? ""} ${ours ? say("left-ours") : nothing}</span>
            ${address === null ? nothing : html`<br /><code>${address}</code>`}
          </li>`,
        )}
      </ul>
      ${items.length > MOST ? html`<p class="quiet">${say("window-more", { count: items.length - MOST })}</p>` : nothing}`;
  }
}
