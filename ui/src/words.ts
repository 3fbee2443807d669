// Everything that the window says: Fluent messages by id, those of the guide included.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { words } from "./gen/words";

const FALLBACK = "en";

/** The language of the system where we speak it, else English. */
export const language = navigator.languages.map((tag) => tag.split("-")[0] ?? FALLBACK).find((code) => code in words) ?? FALLBACK;

// Values are copied out of sentences, so no invisible marks around them.
const bundle = new FluentBundle([language, FALLBACK], { useIsolating: false });
for (const code of [FALLBACK, language]) bundle.addResource(new FluentResource(words[code] ?? ""), { allowOverrides: true });

/** Adds the words of a guide, language to Fluent source. */
export function addGuideWords(sources: Record<string, string>): void {
  for (const code of [FALLBACK, language]) {
    bundle.addResource(new FluentResource(sources[code] ?? ""), { allowOverrides: true });
  }
}

function pattern(id: string) {
  const [name = "", attribute] = id.split(".", 2);
  const message = bundle.getMessage(name);
  return attribute === undefined ? message?.value : message?.attributes[attribute];
}

/** Whether there is a message (`name`) or an attribute of one (`name.attribute`). */
export const has = (id: string): boolean => pattern(id) != null;

/** The text of an id. An id that nobody wrote is its own text, so that nothing is ever hidden. */
export function say(id: string, args: Record<string, FluentVariable> = {}): string {
  const found = pattern(id);
  return found == null ? id : bundle.formatPattern(found, args, []);
}

/** Names with dots as message ids have them. */
export const dashed = (name: string): string => name.replaceAll(".", "-");

/** `name.part-1`, `name.part-2` … as far as they go. */
export function numbered(id: string): string[] {
  const all: string[] = [];
  while (has(`${id}-${all.length + 1}`)) all.push(say(`${id}-${all.length + 1}`));
  return all;
}

/** Tags that are language tags: a POSIX locale such as C comes through as "C", which Intl refuses with an exception. */
export const usable = (tags: readonly string[]): string[] =>
  tags.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });

const at = new Intl.DateTimeFormat([...usable(navigator.languages), FALLBACK], { dateStyle: "medium", timeStyle: "short" });

/** An ISO time as this computer's people write it. */
export const time = (iso: string): string => at.format(new Date(iso));
