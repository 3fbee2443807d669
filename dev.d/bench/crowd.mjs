// Roles for a list of thousands: one write each, reads in pages, and no more memory than for a few.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { place } from "./processes.mjs";
import { Desk } from "./requests.mjs";

const STEP = "administrator-role";

/** Grants a role to the first `count` users of practice's crowd, and takes it back. */
export async function crowd(count) {
  const desk = await Desk.open(["servicenow-admin"], 0, { scene: "crowd" });
  try {
    const list = join(place, `crowd-${count}.csv`);
    const users = Array.from({ length: count }, (_, at) => `user.${String(at + 1).padStart(5, "0")},administrator`);
    writeFileSync(list, users.join("\n"));
    await desk.do("people", "s", "--csv", list);
    await desk.do("check", "s", "--step", "store-app");
    const made = await desk.watch("apply", "s", "--step", STEP, "--yes", "--json");
    const step = made.document.steps.find(({ id }) => id === STEP);
    if (step?.state !== "done") throw new Error(`not done: ${JSON.stringify(made.document.problem)}`);
    const writes = made.requests.filter(({ method, path }) => method === "POST" && path.startsWith("/api/now/")).length;
    if (writes !== count) throw new Error(`${writes} writes for ${count} users`);
    const undone = await desk.watch("undo", "s", "--yes", "--json");
    return { requests: made.requests.length, writes, wall: made.wall, memory: made.memory, undo: undone.wall };
  } finally {
    await desk.close();
  }
}
