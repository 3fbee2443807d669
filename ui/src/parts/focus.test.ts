import { describe, expect, it } from "vitest";
import { isHere } from "./focus";

describe("the focus", () => {
  it("is here in a shadow tree of an element, and when it is nowhere", () => {
    const [here, elsewhere] = [document.createElement("div"), document.createElement("button")];
    const button = document.createElement("button");
    here.attachShadow({ mode: "open" }).append(button);
    document.body.append(here, elsewhere);
    expect(isHere(here)).toBe(true);
    elsewhere.focus();
    expect(isHere(here)).toBe(false);
    button.focus();
    expect(isHere(here)).toBe(true);
  });
});
