// A QR code, drawn from the path that Rust made: dark on light in every appearance, as readers want it.
import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { QrView } from "../gen/api";
import { base } from "../style";
import { Worded } from "./worded";

/** Light modules that a reader needs on each side (ISO/IEC 18004). */
const MARGIN = 4;

@customElement("lia-qr")
export class Qr extends Worded {
  static override styles = [
    base,
    css`
      svg { display: block; width: 15rem; max-width: 100%; border-radius: var(--borderRadiusMedium); }
      rect { fill: #fff; }
      path { fill: #000; }
    `,
  ];

  @property({ attribute: false }) qr!: QrView;
  /** What it holds, for whoever does not see it. */
  @property() label = "";

  override render() {
    const { size, path } = this.qr;
    const side = size + 2 * MARGIN;
    return html`<svg viewBox="${-MARGIN} ${-MARGIN} ${side} ${side}" role="img" aria-label=${this.label} shape-rendering="crispEdges" data-test="qr">
      <rect x=${-MARGIN} y=${-MARGIN} width=${side} height=${side}></rect>
      <path d=${path}></path>
    </svg>`;
  }
}
