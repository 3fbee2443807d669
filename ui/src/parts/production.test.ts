import { describe, expect, it } from "vitest";
import { isNamed } from "./production";

describe("an instance labelled production", () => {
  it("is meant only by its name", () => {
    expect(isNamed("acme", "")).toBe(false);
    expect(isNamed("acme", "acmetest")).toBe(false);
    expect(isNamed("acme", " ACME ")).toBe(true);
    expect(isNamed(null, "")).toBe(true);
  });
});
