import { describe, expect, it } from "vitest";
import { onward, placeOf } from "./navigate";

describe("the address", () => {
  it("names a setup, with whatever is in its name", () => {
    expect(placeOf("#setup/test%201%2F%2E%2E%2F%3Cb%3E")).toEqual({ at: "setup", setup: "test 1/../<b>" });
  });

  it("names a file that was opened, and never which", () => {
    expect(placeOf("#handover")).toEqual({ at: "handover", wish: null });
    expect(placeOf("#handover/etc")).toBeNull();
  });

  it("names nothing where it is not one of ours", () => {
    for (const fragment of ["", "#", "#setup", "#setup/", "#setup/a/b", "#step/a", "#setup/%E0%A4%A", "#x#setup/a"]) {
      expect(placeOf(fragment)).toBeNull();
    }
  });
});

describe("onward", () => {
  it("is the next step, or all of them", () => {
    expect(onward({ id: "s", next: "a" })).toEqual({ at: "step", setup: "s", step: "a" });
    expect(onward({ id: "s", next: null })).toEqual({ at: "setup", setup: "s" });
  });
});
