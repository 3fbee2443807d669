// A picture of a page that the person will see, with their own values in it.
//
// Pictures are fragments of a guide and not trusted: what is not on the lists is left out, and values are put in as text.
// guides/README.md says what a fragment may hold.
import { customElement, property } from "lit/decorators.js";
import { base } from "../style";
import { day, say } from "../words";
import { FRAMES } from "./picture-frames";
import { icon, ICONS } from "./picture-icons";
import { pictureStyle } from "./picture-style";
import { Worded } from "./worded";

const TAGS = new Set(["DIV", "SPAN"]);
/** What a fragment may be built of: which portal, its parts, and how a part is. */
export const CLASSES = new Set([
  "picture", "azure", "instance", "admin",
  "bar", "brand", "search", "tools", "crumbs", "title", "top", "body", "menu", "group", "page", "panel", "dialog",
  "commands", "tabs", "table", "row", "head", "field", "label", "value", "choice", "tick", "text", "note", "steps",
  "buttons", "button",
  "here", "chosen", "passed", "primary", "must", "pick", "quiet", "short", "wide", "under",
]);

/** The secret of every picture. */
const DOTS = "••••••••";

/** A time as services write it. Portals show the day. */
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** `source` with only what is allowed, and `known` in its slots. */
export function draw(source: string, known: Record<string, string>): Node[] {
  const parsed = new DOMParser().parseFromString(source, "text/html");
  return [...parsed.body.childNodes].flatMap((node) => copy(node, known));
}

function copy(node: Node, known: Record<string, string>): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? "")];
  if (!(node instanceof HTMLElement) || !TAGS.has(node.tagName)) return [];
  const drawn = document.createElement(node.tagName);
  drawn.classList.add(...[...node.classList].filter((name) => CLASSES.has(name)));
  if (node.hasAttribute("data-mark")) drawn.setAttribute("data-mark", "");
  choose(drawn, node.getAttribute("data-chosen"), known);
  fill(drawn, node, known);
  if (node.classList.contains("picture")) drawn.prepend(...frame(node));
  const alt = node.getAttribute("data-alt");
  if (alt !== null) {
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", say(alt));
  }
  return [drawn];
}

/** The bar of the portal that a drawing shows. */
function frame(node: HTMLElement): Node[] {
  const portal = Object.entries(FRAMES).find(([name]) => node.classList.contains(name));
  return portal ? draw(portal[1], { page: node.dataset.page ?? "" }) : [];
}

/** Puts into `drawn` what its slot says, or what is in `node`. */
function fill(drawn: HTMLElement, node: HTMLElement, known: Record<string, string>): void {
  const { value: slot, word, icon: name } = node.dataset;
  if (slot !== undefined) {
    const value = known[slot];
    drawn.textContent = value === undefined ? "…" : TIME.test(value) ? day(value) : value;
    drawn.toggleAttribute("data-known", value !== undefined);
  } else if (word !== undefined) {
    drawn.textContent = say(word);
  } else if (node.hasAttribute("data-secret")) {
    drawn.textContent = DOTS;
  } else {
    if (name !== undefined && Object.hasOwn(ICONS, name)) drawn.append(icon(name as keyof typeof ICONS));
    drawn.append(...[...node.childNodes].flatMap((child) => copy(child, known)));
  }
}

/** `answer=option`: chosen where the setup has that answer. */
function choose(drawn: HTMLElement, when: string | null, known: Record<string, string>): void {
  const [answer, option] = when?.split("=", 2) ?? [];
  if (answer !== undefined && known[answer] === option) drawn.classList.add("chosen");
}

@customElement("lia-picture")
export class Picture extends Worded {
  static override styles = [base, pictureStyle];

  @property({ attribute: false }) source = "";
  @property({ attribute: false }) known: Record<string, string> = {};

  override render() {
    return draw(this.source, this.known);
  }
}
