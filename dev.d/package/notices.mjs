// Prints the notices of everything that a built Liaison holds: the crates linked in for one target, and the page's modules.
//
//     node dev.d/package/notices.mjs TARGET [--features FEATURES]
//
// Most licences ask that their text goes along with a binary. Each text is printed once, with the parts that it belongs to.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;

/** Every crate that the two programs link, by name. What only builds or tests them is not in them. */
function crates(target, features) {
  const command = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target, ...features];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", command, { maxBuffer: 1 << 28 }));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = new Set();
  const take = (id) => {
    if (linked.has(id)) return;
    linked.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) take(pkg);
  };
  for (const { id, name } of packages) if (["liaison-desktop", "liaison-cli"].includes(name)) take(id);
  return packages
    .filter(({ id, name }) => linked.has(id) && !name.startsWith("liaison-"))
    .map(({ name, version, license, manifest_path }) => ({ name, version, license, folder: dirname(manifest_path) }));
}

/** Every module that the page may hold. */
function modules() {
  const { packages } = JSON.parse(readFileSync("ui/package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path && !dev)
    .map(([path, { version, license }]) => {
      return { name: path.split("node_modules/").at(-1), version, license, folder: join("ui", path) };
    });
}

function texts(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), "utf8").replaceAll("\r\n", "\n").trim());
}

const [target, ...features] = process.argv.slice(2);
const parts = [...crates(target, features), ...modules()].sort((one, other) => (one.name < other.name ? -1 : 1));
const owners = new Map();
console.log("Liaison holds parts of others. Each is used under the licence beside it; the texts are below.\n");
for (const { name, version, license, folder } of parts) {
  console.log(`${name} ${version}: ${license}`);
  for (const text of texts(folder)) owners.set(text, [...(owners.get(text) ?? []), name]);
}
for (const [text, names] of owners) console.log(`\n${"-".repeat(80)}\n${names.join(", ")}\n\n${text}`);
