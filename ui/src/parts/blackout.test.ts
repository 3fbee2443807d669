import { expect, test } from "vitest";
import { between } from "./blackout";

test("a part has the same corners from wherever it is drawn", () => {
  const part = { x: 2, y: 3, width: 8, height: 4 };
  expect(between({ x: 2, y: 3 }, { x: 10, y: 7 })).toEqual(part);
  expect(between({ x: 10, y: 3 }, { x: 2, y: 7 })).toEqual(part);
  expect(between({ x: 10, y: 7 }, { x: 2, y: 3 })).toEqual(part);
});
