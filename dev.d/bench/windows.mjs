// Liaison's window beside the smallest one that the same framework makes (src-tauri/examples/bare.rs).
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { line, memory, place, start, stop } from "./processes.mjs";

const STARTS = 7;
const SETTLED_MS = 3_000;
const MB = 1_000_000;

/** Both in turns, so that whatever else the machine does meets both. The first start of each only warms the caches. */
export async function windows() {
  const measured = { liaison: [], bare: [] };
  for (let turn = 0; turn <= STARTS; turn++) {
    const runs = { bare: await once(join("examples", "bare"), {}) };
    runs.liaison = await once("liaison-desktop", { LIAISON_HOME: join(place, "window"), LIAISON_TIMING: "1" });
    if (turn > 0) for (const name of ["bare", "liaison"]) measured[name].push(runs[name]);
  }
  return measured;
}

async function once(name, env) {
  const began = Date.now();
  const child = start(name, [], env);
  try {
    const first = await line(child, /^FIRST_SCREEN unix_ms=\d+$/);
    await pause(SETTLED_MS);
    const { bytes, processes } = memory(child.pid);
    // The window, its page and its network are a process each: fewer, and something was not counted.
    if (processes < 3) throw new Error(`${name} has ${processes} processes`);
    return { start: Number(first.split("=")[1]) - began, memory: bytes / MB };
  } finally {
    await stop(child);
  }
}
