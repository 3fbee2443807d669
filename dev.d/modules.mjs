// Holds every module from npm that this checkout may take in to licences that this project can pass on, to the registry, to a
// checksum, and to running nothing when it is installed. deny.toml does the same for crates.
import { readFileSync } from "node:fs";

// Why these: deny.toml, which has the same list.
const allowed = new Set([
  "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
  "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "Unicode-3.0", "Unlicense", "Zlib",
]);

/** Whether some choice that the SPDX expression offers consists of allowed licences only. WITH binds first, then AND, then OR. */
function acceptable(expression) {
  // Crates of before 2018 write A/B for A OR B.
  const words = expression.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g) ?? [];
  const next = (word) => words[0]?.toUpperCase() === word && words.shift();
  const either = () => {
    let fine = both();
    while (next("OR")) fine = both() || fine;
    return fine;
  };
  const both = () => {
    let fine = one();
    while (next("AND")) fine = one() && fine;
    return fine;
  };
  const one = () => {
    if (next("(")) {
      const fine = either();
      if (!next(")")) throw new Error("a parenthesis is not closed");
      return fine;
    }
    const licence = words.shift();
    return allowed.has(next("WITH") ? `${licence} WITH ${words.shift()}` : licence);
  };
  const fine = either();
  if (words.length) throw new Error(`"${words[0]}" is not expected`);
  return fine;
}

function modules(lock) {
  const { packages } = JSON.parse(readFileSync(lock, "utf8"));
  return Object.entries(packages).map(([path, entry]) => {
    return { ...entry, ours: path === "", name: path.split("node_modules/").at(-1) || lock };
  });
}

let wrong = 0;
const locks = ["ui", "src-tauri", "dev.d/workflows"].flatMap((folder) => modules(`${folder}/package-lock.json`));
for (const { name, version, license, ours, link, resolved, integrity, hasInstallScript } of locks) {
  const say = (what) => {
    console.error(`${name} ${version ?? ""}: ${what}`);
    wrong++;
  };
  try {
    if (!license) say("it names no licence");
    else if (!acceptable(license)) say(`its licence is not on the list of dev.d/modules.mjs: ${license}`);
  } catch (error) {
    say(`its licence cannot be read (${error.message}): ${license}`);
  }
  if (ours) continue;
  // Without an address the registry that npm is set up with is meant.
  if (link || resolved) say("it comes from an address of its own and not from the registry");
  if (!integrity) say("it has no checksum");
  if (hasInstallScript) say("it runs a script when it is installed");
}
process.exit(wrong ? 1 : 0);
