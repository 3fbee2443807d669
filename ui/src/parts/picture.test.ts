import { describe, expect, it } from "vitest";
import document16 from "../../../docs/pictures.md?raw";
import readme from "../../../guides/README.md?raw";
import toml from "../../../guides/m365-support/guide.toml?raw";
import { CLASSES, draw } from "./picture";
import { ICONS } from "./picture-icons";

const sources = import.meta.glob<string>("../../../{guides,tests/guides}/*/pictures/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const name = (path: string) => path.replace(/^.*\/|\.html$/g, "");

function drawn(source: string, known: Record<string, string> = {}): HTMLElement {
  const place = document.createElement("div");
  place.append(...draw(source, known));
  return place;
}

describe("a picture", () => {
  it("keeps only what is on the list", () => {
    const place = drawn(
      `<div class="row evil" onclick="x()" style="color:red" data-icon="constructor">a<script>x()</script><img src="http://127.0.0.1/x"><a href="x">b</a></div>`,
    );
    expect(place.innerHTML).toBe(`<div class="row">a</div>`);
  });

  it("puts values in as text", () => {
    const place = drawn(`<span data-value="setup.name"></span>`, { "setup.name": "<b>x</b>" });
    expect(place.textContent).toBe("<b>x</b>");
    expect(place.querySelector("b")).toBeNull();
  });

  it("shows no secret and says what is not known yet", () => {
    expect(drawn(`<span data-secret>real</span>`).textContent).toBe("••••••••");
    expect(drawn(`<span data-value="x.y"></span>`).textContent).toBe("…");
  });

  it("puts the portal's bar above a drawing, with the page's name in it as text", () => {
    const place = drawn(`<div class="picture instance" data-alt="window-cancel" data-page="&lt;b&gt;x&lt;/b&gt;">a</div>`);
    expect(place.querySelector(".picture > .bar:first-child")?.textContent).toContain("<b>x</b>");
    expect(place.querySelector(".picture")?.getAttribute("aria-label")).toBe("Cancel");
    expect(drawn(`<div class="picture">a</div>`).textContent).toBe("a");
  });

  it("shows the day of a time", () => {
    expect(drawn(`<span data-value="x.ends-at"></span>`, { "x.ends-at": "2027-05-24T10:00:00Z" }).textContent).toBe("May 24, 2027");
  });

  it("chooses by an answer, and says words and signs", () => {
    const tick = `<div class="tick" data-chosen="environment=test"></div>`;
    expect(drawn(tick, { environment: "test" }).innerHTML).toContain("chosen");
    expect(drawn(tick, { environment: "production" }).innerHTML).not.toContain("chosen");
    expect(drawn(`<span data-word="window-cancel"></span>`).textContent).toBe("Cancel");
    expect(drawn(`<span data-icon="globe">x</span>`).querySelectorAll("svg path")).toHaveLength(1);
  });
});

describe("the pictures of the guides", () => {
  it("are there", () => expect(Object.keys(sources).length).toBeGreaterThan(20));

  it.each(Object.entries(sources))("%s has nothing that would be left out", (_path, source) => {
    const parsed = new DOMParser().parseFromString(source, "text/html").body;
    const attributes = new Set(["class", "role", "data-alt", "data-value", "data-word", "data-secret", "data-chosen", "data-icon", "data-mark", "data-page"]);
    for (const element of parsed.querySelectorAll<HTMLElement>("*")) {
      expect(["DIV", "SPAN"]).toContain(element.tagName);
      expect([...element.classList].filter((one) => !CLASSES.has(one))).toEqual([]);
      expect(element.getAttributeNames().filter((one) => !attributes.has(one))).toEqual([]);
      if (element.dataset.icon !== undefined) expect(Object.keys(ICONS)).toContain(element.dataset.icon);
    }
    for (const drawing of parsed.children) {
      expect(drawing.classList.contains("picture")).toBe(true);
      expect(drawing.querySelectorAll("[data-mark]")).toHaveLength(1);
    }
  });

  it("may hold what guides/README.md lists", () => {
    expect([...CLASSES].filter((one) => !readme.includes(`\`${one}\``))).toEqual([]);
  });
});

// The images of Microsoft's document, in its order.
const IMAGES = [
  "servicenow-guide-image3", "servicenow-guide-image4", "servicenow-guide-image5", "servicenow-guide-image9",
  "servicenow-guide-image10", "servicenow-updates-agree", "servicenow-wizard-start-setup", "servicenow-updates-enterdomain",
  "servicenow-updates-configureauthsettings", "servicenow-updates-authsettingsnext", "servicenow-updates-verifyinfo",
  "servicenow-guide-image18", "servicenow-updates-editrepository", "servicenow-updates-addlsettings", "servicenow-updates-ready",
  "servicenow-guide-image21",
];

describe("docs/pictures.md", () => {
  const rows = document16.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows.map((row) => [...row.matchAll(/`([^`]+)`/g)].map((cell) => cell[1] ?? ""));

  it("has each image of the document once, in its order", () => {
    expect(cells.map(([image]) => image)).toEqual(IMAGES);
  });

  it.each(cells)("%s has a drawing of ours, %s, on the step %s", (_image, drawing = "", step) => {
    const [picture] = drawing.replace(/^picture-/, "").split(".");
    const source = sources[`../../../guides/m365-support/pictures/${picture}.html`] ?? "";
    expect(source.match(new RegExp(`data-alt="${drawing}"`, "g"))).toHaveLength(1);
    const [, steps = ""] = toml.split(`\n[[steps]]\nid = "${step}"\n`);
    expect(steps.split("\n[[")[0]).toContain(`picture = "${picture}"`);
  });

  it("lists every other drawing, too", () => {
    const all = Object.entries(sources).filter(([path]) => path.includes("m365-support"));
    const drawings = all.flatMap(([, source]) => [...source.matchAll(/data-alt="([^"]+)"/g)].map((found) => found[1]));
    expect(drawings.filter((one) => !document16.includes(`\`${one}\``))).toEqual([]);
    expect(all.map(([path]) => name(path)).filter((one) => !toml.includes(`picture = "${one}"`))).toEqual([]);
  });
});
