import { render } from "lit";
import { describe, expect, it } from "vitest";
import type { Change } from "../gen/api";
import { addGuideWords } from "../words";
import { changeList, shares, told } from "./changes";

const change = (step: string, more: Partial<Change> = {}): Change => ({
  step,
  write: "create",
  verb: "create",
  object: "entra.application",
  name: "x",
  id: null,
  before: {},
  after: { role: "r" },
  marker: { is: "field", field: "uniqueName", value: "liaison-1" },
  undo: { is: "automatic" },
  stays: [],
  yields_secret: false,
  ...more,
});
const many = (step: string, count: number) => Array.from({ length: count }, () => change(step));

describe("changes", () => {
  it("are shown all, as long as they are few", () => {
    const [few] = shares(many("a", 10));
    expect([few?.first.length, few?.rest.length, few?.left]).toEqual([10, 0, 0]);
  });

  it("of one step are folded when they are many, and cut when they are very many", () => {
    const [one, people, last] = shares([change("a"), ...many("b", 3000), change("c")]);
    expect([one?.first.length, last?.first.length]).toEqual([1, 1]);
    expect([people?.first.length, people?.rest.length, people?.left]).toEqual([5, 195, 2800]);
  });

  it("say how they are marked and whether they can be taken back", () => {
    const place = document.createElement("div");
    const impossible = change("b", { marker: { is: "no-room", because: "no-room-table" }, undo: { is: "impossible", because: "undo-of-undo" } });
    render(changeList([change("a"), impossible]), place);
    const [first, second] = [...place.querySelectorAll("[data-test=change-ours]")].map((line) => line.textContent);
    expect(first).toBe("Marked in uniqueName. Liaison can take it back.");
    expect(second).toMatch(/belongs to the platform.+not taken back by undo/);
  });

  it("name the step that will give a value, and nothing else between braces", () => {
    addGuideWords({ en: "step-application = Register the application" });
    expect(told("{application.client-id}")).toBe("(given by “Register the application”)");
    expect(told("{nothing.client-id} {x}")).toBe("{nothing.client-id} {x}");
  });
});
