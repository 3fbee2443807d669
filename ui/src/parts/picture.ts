// A picture of a page that the person will see, with their own values in it.
//
// Pictures are fragments of a guide and not trusted: what is not on the list is left out, and values are put in as text.
import { css } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../style";
import { say } from "../words";
import { Worded } from "./worded";

const TAGS = new Set(["DIV", "SPAN"]);
const CLASSES = new Set(["picture", "bar", "row", "head", "field", "label", "value", "choice", "chosen", "button", "primary"]);

/** `source` with only what is allowed, and `known` in its slots. */
export function draw(source: string, known: Record<string, string>): Node[] {
  const parsed = new DOMParser().parseFromString(source, "text/html");
  const copy = (node: Node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? "")];
    if (!(node instanceof HTMLElement) || !TAGS.has(node.tagName)) return [];
    const drawn = document.createElement(node.tagName);
    drawn.classList.add(...[...node.classList].filter((name) => CLASSES.has(name)));
    if (node.hasAttribute("data-mark")) drawn.setAttribute("data-mark", "");
    const slot = node.getAttribute("data-value");
    if (slot !== null) {
      const value = known[slot];
      drawn.textContent = value ?? "…";
      drawn.toggleAttribute("data-known", value !== undefined);
    } else if (node.hasAttribute("data-secret")) {
      drawn.textContent = "••••••••";
    } else {
      drawn.append(...[...node.childNodes].flatMap(copy));
    }
    const alt = node.getAttribute("data-alt");
    if (alt !== null) {
      drawn.setAttribute("role", "img");
      drawn.setAttribute("aria-label", say(alt));
    }
    return [drawn];
  };
  return [...parsed.body.childNodes].flatMap(copy);
}

@customElement("lia-picture")
export class Picture extends Worded {
  static override styles = [
    base,
    css`
      .picture { max-width: 36rem; border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusLarge); overflow: hidden; background: var(--colorNeutralBackground1); box-shadow: var(--shadow4); padding-bottom: 12px; user-select: none; }
      .bar { background: var(--colorNeutralBackground4); padding: 8px 16px; font-weight: var(--fontWeightSemibold); margin-bottom: 8px; }
      .picture .row, .picture .field { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 12px; padding: 6px 16px; max-width: none; }
      .picture .label { font-weight: var(--fontWeightRegular); color: var(--colorNeutralForeground2); margin: 0; }
      .picture .value { border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusMedium); padding: 2px 8px; min-height: 1.8em; }
      .head { font-size: var(--fontSizeBase200); color: var(--colorNeutralForeground2); }
      .choice { padding: 4px 16px 4px 40px; position: relative; }
      .choice::before { content: ""; position: absolute; left: 16px; top: 8px; width: 12px; height: 12px; border: 1px solid var(--colorNeutralStrokeAccessible); border-radius: 50%; }
      .chosen::before { background: var(--colorBrandBackground); border-color: var(--colorBrandBackground); box-shadow: inset 0 0 0 2px var(--colorNeutralBackground1); }
      .button { display: inline-block; margin: 8px 0 0 16px; padding: 4px 16px; border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusMedium); }
      .button.primary { background: var(--colorBrandBackground); color: var(--colorNeutralForegroundOnBrand); border-color: transparent; }
      [data-mark] { outline: 3px solid var(--colorPaletteMarigoldBorderActive, #eaa300); outline-offset: -1px; border-radius: var(--borderRadiusMedium); }
      span { overflow-wrap: anywhere; }
      [data-known] { font-weight: var(--fontWeightSemibold); }
    `,
  ];

  @property({ attribute: false }) source = "";
  @property({ attribute: false }) known: Record<string, string> = {};

  override render() {
    return draw(this.source, this.known);
  }
}
