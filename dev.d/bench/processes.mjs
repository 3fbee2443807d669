// Programs that the bench starts, the folder that they work in, and the end of both.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/** Everything that is written goes here. */
export const place = mkdtempSync(join(tmpdir(), "liaison-bench."));

const built = resolve(process.argv[2] ?? "target/release");
export const program = (name) => join(built, name);

const running = new Set();

/** A program with a process group of its own. Its first line that matches is awaited with {@link line}. */
export function start(name, args, env, stdio = ["ignore", "pipe", "inherit"]) {
  const child = spawn(program(name), args, { env: { ...process.env, ...env }, stdio, detached: true });
  child.ended = new Promise((done) => {
    child.once("error", (error) => done(error));
    child.once("close", (code) => done(code));
  });
  running.add(child);
  return child;
}

/** The first line of standard output that matches. */
export async function line(child, pattern, patience = 30_000) {
  const late = pause(patience, null, { ref: false });
  const found = new Promise((done) => {
    createInterface(child.stdout).on("line", (text) => pattern.test(text) && done(text));
  });
  const text = await Promise.race([found, late, child.ended.then(() => null)]);
  if (text === null) throw new Error(`${child.spawnfile} did not print ${pattern}`);
  return text;
}

/** Ends the program and everything that it started, and waits until they are gone. */
export async function stop(child) {
  child.kill("SIGTERM");
  await Promise.race([child.ended, pause(5_000, null, { ref: false })]);
  // Helpers of a web view end by themselves once it is gone; what is left after a moment is made to.
  for (let waited = 0; isAlive(-child.pid); waited++) {
    if (waited === 100) process.kill(-child.pid, "SIGKILL");
    if (waited > 300) throw new Error(`processes of ${child.spawnfile} do not end`);
    await pause(20);
  }
  running.delete(child);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end: code, what it printed, and the most memory (resident, bytes) that it was seen to hold. */
export async function run(name, args, env) {
  const child = start(name, args, env, ["ignore", "pipe", "pipe"]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  let memory = 0;
  const look = setInterval(() => {
    const most = /^VmHWM:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${child.pid}/status`));
    memory = Math.max(memory, Number(most?.[1] ?? 0) * 1024);
  }, 20);
  const code = await child.ended;
  clearInterval(look);
  running.delete(child);
  return { code, out, err, memory };
}

/** Proportional set size, in bytes, of a process and all its descendants. */
export function memory(pid) {
  const parents = new Map();
  for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = readOrNothing(`/proc/${name}/stat`);
    // The command between parentheses may hold anything; the parent is the second field after it.
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const tree = new Set([pid]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child);
  }
  const sizes = [...tree].map((one) => Number(/^Pss:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${one}/smaps_rollup`))?.[1] ?? 0));
  return { bytes: sizes.reduce((sum, kib) => sum + kib * 1024, 0), processes: tree.size };
}

function readOrNothing(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

export async function cleanUp() {
  await Promise.allSettled([...running].map(stop));
  rmSync(place, { recursive: true, force: true });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}
