// Holds every direct dependency, of Rust and of npm, to docs/dependencies.md, and that list to what is there.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(
  execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1", "--offline"], { maxBuffer: 1 << 26 }),
);
const used = new Set(packages.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)).filter((name) => !name.startsWith("liaison-")));
for (const folder of ["ui", "src-tauri", "dev.d/workflows"]) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies)]) used.add(name);
}
const rows = readFileSync("docs/dependencies.md", "utf8").split("\n").filter((line) => line.startsWith("|"));
const listed = new Set(rows.flatMap((row) => [...row.split("|")[1].matchAll(/`([^`]+)`/g)].map(([, name]) => name)));

const wrong = [
  ...[...used].filter((name) => !listed.has(name)).map((name) => `${name} is used and not in docs/dependencies.md`),
  ...[...listed].filter((name) => !used.has(name)).map((name) => `${name} is in docs/dependencies.md and not used`),
];
for (const sentence of wrong) console.error(sentence);
process.exit(wrong.length ? 1 : 0);
