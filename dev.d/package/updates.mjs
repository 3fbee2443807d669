// Prints the list of what can be got of a version, for the updater: `updates.json`, which is signed as a whole and stands beside the files.
//
//     node dev.d/package/updates.mjs VERSION FOLDER-OF-THE-FILES
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What an installation of each system fetches (crates/update/src/installation.rs). */
const SYSTEMS = [
  ["windows-x64", /-windows-x64\.exe$/],
  ["macos-universal", /\.dmg$/],
  ["appimage-aarch64", /aarch64.*\.AppImage$/],
  ["appimage-x86_64", /\.AppImage$/],
];

const [version, folder] = process.argv.slice(2);
const files = {};
for (const name of readdirSync(folder).sort()) {
  const system = SYSTEMS.find(([, pattern]) => pattern.test(name))?.[0];
  if (!system) continue;
  if (files[system]) throw new Error(`${files[system].name} and ${name} are both for ${system}`);
  const content = readFileSync(join(folder, name));
  files[system] = { name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}
if (Object.keys(files).length === 0) throw new Error(`nothing in ${folder} can be got by an update`);
console.log(JSON.stringify({ version, files }));
