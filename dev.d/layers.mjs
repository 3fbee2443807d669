// Holds every crate to what it may import of ours. The same table stands in docs/architecture.md.
import { execFileSync } from "node:child_process";

const allowed = {
  setup: [], net: [], practice: [], words: [],
  entra: ["net"], servicenow: ["net"], update: ["net"],
  vault: ["setup"], store: ["setup"],
  steps: ["setup", "net", "entra", "servicenow"],
  api: ["setup", "net", "entra", "servicenow", "vault", "store", "steps", "practice", "words"],
  cli: ["api", "words"], desktop: ["api", "words", "update"],
  tests: [],
};

const metadata = JSON.parse(
  execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1", "--offline"], { maxBuffer: 1 << 26 }),
);
let wrong = 0;
for (const { name, dependencies } of metadata.packages) {
  const crate = name.replace("liaison-", "");
  if (!(crate in allowed)) {
    console.error(`${crate} is not in the table of crates`);
    wrong++;
    continue;
  }
  for (const dependency of dependencies) {
    const ours = dependency.name.startsWith("liaison-") && dependency.name.replace("liaison-", "");
    // What only tests use may be anything: a client is tested against practice.
    if (ours && dependency.kind !== "dev" && !allowed[crate].includes(ours)) {
      console.error(`${crate} must not import ${ours}`);
      wrong++;
    }
  }
}
process.exit(wrong ? 1 : 0);
