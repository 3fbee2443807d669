import { describe, expect, it } from "vitest";
import { coalesced } from "./coalesced";

describe("work asked for while it is done", () => {
  it("is done once more, whatever the number of times it was asked for", async () => {
    let done = 0;
    const load = coalesced(async () => {
      await Promise.resolve();
      done += 1;
    });
    await Promise.all([load(), load(), load()]);
    expect(done).toBe(2);
    await load();
    expect(done).toBe(3);
  });

  it("can be asked for again after it failed", async () => {
    let calls = 0;
    const load = coalesced(async () => {
      calls += 1;
      if (calls === 1) throw new Error("once");
    });
    await expect(load()).rejects.toThrow("once");
    await load();
    expect(calls).toBe(2);
  });
});
