import { describe, expect, it } from "vitest";
import type { Object as Seen } from "../gen/api";
import { asTyped, grantedOf } from "./people";

const object = (fields: Record<string, unknown>): Seen => ({ id: "r", name: "role", ownership: "theirs", fields, gives: {} });

describe("the list of people", () => {
  it("can be typed again as it is shown", () => {
    const first = [
      { n: 1, user: "ann@example.com", roles: ["x_app.administrator"] },
      { n: 2, user: "bob", roles: [] },
      { n: 3, user: "Doe, Jane", roles: [] },
    ];
    expect(asTyped({ count: 3, first })).toBe('ann@example.com, x_app.administrator\nbob\n"Doe, Jane"');
  });

  it("is not half typed", () => {
    expect(asTyped({ count: 200, first: [{ n: 1, user: "ann", roles: [] }] })).toBe("");
  });

  it("has a figure once somebody looked", () => {
    const unresolved = [{ n: 2, user: "bob", why: "nobody" }];
    const seen = object({ people: 2, granted: 1, unresolved, words: { granted: 1, nobody: 1 } });
    expect(grantedOf({ is: "differs", object: seen, fields: [] })).toEqual({ people: 2, granted: 1, unresolved, open: 1 });
    expect(grantedOf({ is: "waiting", needs: ["people"] })).toBeNull();
    expect(grantedOf(null)).toBeNull();
  });
});
