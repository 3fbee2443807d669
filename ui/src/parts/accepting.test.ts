import { expect, it } from "vitest";
import type { Change } from "../gen/api";
import { isAccepted } from "./accepting";

it("wants each yes that a change asks for, and no other", () => {
  const change = (asks?: string) => ({ step: "s", name: "n", ...(asks ? { asks } : {}) }) as Change;
  expect(isAccepted([change()], [])).toBe(true);
  const both = [change("table-access"), change("overwrite-secret"), change("overwrite-secret")];
  expect(isAccepted(both, ["table-access"])).toBe(false);
  expect(isAccepted(both, ["overwrite-secret", "table-access"])).toBe(true);
});
