// Holds every package that a build may take in, of Rust and of the page, to licences that this project can pass on.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

// Liaison is MIT OR Apache-2.0 and is given away as a binary with everything in it. So each of these lets a binary be passed on
// under other terms and asks at most for its own text or name to go along. MPL-2.0 asks more, but only of its own files, which are
// taken as they are; CDLA-Permissive-2.0 is the list of root certificates, which is data. No licence that reaches the whole
// program (GPL, AGPL, LGPL in a static binary) and none that limits its use. A new line here is a decision, not a chore.
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

// With what other systems need too, which a build here may not have fetched yet: hence not --offline.
function crates() {
  const command = ["metadata", "--format-version", "1", "--locked", "--quiet"];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", command, { maxBuffer: 1 << 28 }));
  const used = new Set(resolve.nodes.map((node) => node.id));
  return packages.filter(({ id }) => used.has(id)).map(({ name, version, license }) => ({ name, version, license }));
}

function modules(lock) {
  const { packages } = JSON.parse(readFileSync(lock, "utf8"));
  return Object.entries(packages).map(([path, { version, license }]) => {
    return { name: path.split("node_modules/").at(-1) || lock, version, license };
  });
}

let wrong = 0;
for (const { name, version, license } of [...crates(), ...modules("ui/package-lock.json")]) {
  const say = (what) => {
    console.error(`${name} ${version}: ${what}`);
    wrong++;
  };
  try {
    if (!license) say("it names no licence");
    else if (!acceptable(license)) say(`its licence is not on the list of dev.d/licences.mjs: ${license}`);
  } catch (error) {
    say(`its licence cannot be read (${error.message}): ${license}`);
  }
}
process.exit(wrong ? 1 : 0);
