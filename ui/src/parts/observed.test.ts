import { render } from "lit";
import { describe, expect, it } from "vitest";
import type { Observed, Object as Seen } from "../gen/api";
import { isSame, observedFacts } from "./observed";

const object = (fields: Record<string, unknown>): Seen => ({ id: "h", name: "h.example", ownership: "theirs", fields, gives: {} });

function drawn(kind: string, observed: Observed): HTMLElement {
  const place = document.createElement("div");
  render(observedFacts(kind, observed), place);
  return place;
}
const found = (place: HTMLElement, id: string) => [...place.querySelectorAll(`[data-test=${id}]`)].map((one) => one.textContent?.replace(/\s+/g, " ").trim());

describe("what was seen", () => {
  it("marks the addresses that the document does not have", () => {
    const fields = { listed: ["192.0.2.1", "192.0.2.2"], answered: ["192.0.2.2", "192.0.2.9"], unlisted: ["192.0.2.9"] };
    const place = drawn("network.allow-list", { is: "matches", object: object(fields) });
    expect(found(place, "observed-answered")).toEqual(["192.0.2.2 192.0.2.9 Not in the document"]);
    expect(found(place, "observed-lists-differ")).toHaveLength(1);
  });

  it("says why there is no answer, and draws no conclusion from that", () => {
    const fields = { listed: ["192.0.2.1"], "not-answered": "network-dns" };
    const place = drawn("network.allow-list", { is: "matches", object: object(fields) });
    expect(found(place, "observed-not-answered")[0]).toContain("h.example could not be found");
    expect(found(place, "observed-lists-differ")).toEqual([]);
  });

  it("shows what differs, but not people", () => {
    const differs: Observed = { is: "differs", object: object({}), fields: [{ field: "version", is: null, wanted: "2.0.0" }] };
    expect(found(drawn("servicenow.store-app", differs), "observed-differs")[0]).toMatch(/version–2\.0\.0/);
    expect(found(drawn("servicenow.role-grant", differs), "observed-differs")).toEqual([]);
  });

  it("compares lists whatever their order", () => {
    expect(isSame(["a", "b"], ["b", "a"])).toBe(true);
    expect(isSame(["a", "b"], ["a"])).toBe(false);
  });
});
