// Prints figures of the release build, each beside its target. Judges nothing: it fails only where something could not be measured.
//
//     ./dev bench    builds first, and starts this inside dev.d/desktop-session
//
// What each figure is and how it is measured: docs/bench.md.
import { statSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { HOSTS, LATENCY_MS, chains, entra } from "./bench/requests.mjs";
import { crowd } from "./bench/crowd.mjs";
import { cleanUp, program } from "./bench/processes.mjs";
import { windows } from "./bench/windows.mjs";
import { rows, spread } from "./bench/figures.mjs";

const MB = 1_000_000;

async function window() {
  const { liaison, bare } = await windows();
  for (const [what, of, unit, digits] of [["first screen", "start", "ms", 0], ["memory 3 s later (PSS)", "memory", "MB", 1]]) {
    const ours = spread(liaison.map((run) => run[of]));
    const theirs = spread(bare.map((run) => run[of]));
    rows.add(`window: ${what}`, ours.text(unit, digits));
    rows.add("    bare Tauri window", theirs.text(unit, digits));
    rows.add("    ratio of the medians", (ours.median / theirs.median).toFixed(2), "at most 1.15");
  }
}

async function automaticSteps() {
  const runs = await chains();
  const of = (pick, unit, digits) => spread(runs.map(pick)).text(unit, digits);
  rows.add(`all automatic steps, ${LATENCY_MS} ms a request`, of(({ wall }) => wall, "ms", 0));
  rows.add("    requests, all", of(({ requests }) => requests, "", 0));
  rows.add("    longest chain of requests", of(({ length }) => length, "", 0));
  rows.add("    time in that chain", of(({ busy }) => busy, "ms", 0));
  rows.add(`    chain x ${LATENCY_MS} ms`, of(({ length }) => length * LATENCY_MS, "ms", 0));
  rows.add("    wall time / (chain x latency)", of(({ wall, length }) => wall / (length * LATENCY_MS), "", 2), "at most 1.25");
}

async function entraPart() {
  const runs = await entra();
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  // Of each run, one number made of those of its commands.
  const each = (pick, together) => spread(runs.map((commands) => together(commands.map(pick))));
  const most = (values) => Math.max(...values);
  const requests = (command) => sum(HOSTS.map((host) => command[host].requests));
  const commands = runs[0].length > 1 ? "apply and verify" : "apply";
  rows.add(`Entra part, ${commands}, no latency`, each(({ wall }) => wall, sum).text("ms", 0));
  rows.add("    requests to login and Graph", each(requests, sum).text("", 0), "at most 16");
  for (const host of HOSTS) {
    rows.add(`    connections of a command to ${host}`, each((command) => command[host].connections, most).text("", 0), "1");
    rows.add(`    requests to ${host} at one time`, each((command) => command[host].atOnce, most).text("", 0));
  }
  rows.add("    connections without a request", each(({ unused }) => unused, sum).text("", 0), "0");
}

async function sizes() {
  for (const name of ["liaison-desktop", "liaison"]) {
    rows.add(`size of ${name}`, `${(statSync(program(name)).size / MB).toFixed(2)} MB`, "under 12 MB");
  }
}

async function crowds() {
  const [few, many] = [await crowd(100), await crowd(10_000)];
  rows.add("role for 10,000 users: requests", String(many.requests));
  rows.add("    a user, reads in pages included", (many.requests / many.writes).toFixed(3), "at most 1.1");
  rows.add("    time a user, no latency", `${(many.wall / many.writes).toFixed(2)} ms`);
  rows.add("    time to take one back", `${(many.undo / many.writes).toFixed(2)} ms`);
  rows.add("    memory at most (resident)", `${(many.memory / MB).toFixed(1)} MB`);
  rows.add("    the same for 100 users", `${(few.memory / MB).toFixed(1)} MB`);
}

// A part more is a function more here.
const figures = { window, automaticSteps, entraPart, crowds, sizes };

const wanted = process.argv.slice(3);
const unknown = wanted.filter((name) => !Object.hasOwn(figures, name));
if (unknown.length) {
  console.error(`There is no part ${unknown.join(", ")}: ${Object.keys(figures).join(", ")}`);
  await cleanUp();
  process.exit(2);
}
let failed = false;
try {
  for (const [name, measure] of Object.entries(figures)) {
    if (wanted.length && !wanted.includes(name)) continue;
    console.error(`Measuring: ${name}`);
    try {
      await measure();
    } catch (error) {
      failed = true;
      rows.add(name, "could not be measured");
      console.error(`${name}: ${error.stack ?? error}`);
    }
  }
} finally {
  await cleanUp();
}
rows.print();
const load = loadavg()[0].toFixed(1);
console.log(`\n${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 1e9).toFixed(0)} GB of memory, load ${load}`);
process.exitCode = failed ? 1 : 0;
