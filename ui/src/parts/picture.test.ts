import { describe, expect, it } from "vitest";
import { draw } from "./picture";

function drawn(source: string, known: Record<string, string> = {}): HTMLElement {
  const place = document.createElement("div");
  place.append(...draw(source, known));
  return place;
}

describe("a picture", () => {
  it("keeps only what is on the list", () => {
    const place = drawn(
      `<div class="row evil" onclick="x()" style="color:red">a<script>x()</script><img src="http://127.0.0.1/x"><a href="x">b</a></div>`,
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
});
