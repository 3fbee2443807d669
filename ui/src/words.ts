// Everything that the window says: Fluent messages by id, those of the guide included.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { words } from "./gen/words";

const FALLBACK = "en";

/** Told on `window` when another language is spoken. */
export const SPOKEN = "lia-spoken";

/** Codes of the languages that the window can speak. */
export const languages = (): string[] => Object.keys(words);

/** The first of some language tags that we speak, else English. */
function spoken(tags: readonly string[]): string {
  const codes = tags.map((tag) => tag.split("-")[0] ?? FALLBACK);
  return codes.find((code) => Object.hasOwn(words, code)) ?? FALLBACK;
}

/** Language to Fluent source: ours, then the guides'. */
const sources: Record<string, string>[] = [words];
let language = "";
let bundle = new FluentBundle(FALLBACK);

/** Says everything in a language from now on: `system`, or a code. */
export function speak(chosen: string): void {
  const wanted = spoken(chosen === "system" ? navigator.languages : [chosen]);
  // Reading the words takes a noticeable part of the start.
  if (wanted === language) return;
  language = wanted;
  // Values are copied out of sentences, so no invisible marks around them.
  bundle = new FluentBundle([language, FALLBACK], { useIsolating: false });
  sources.forEach(add);
  document.documentElement.lang = language;
  window.dispatchEvent(new Event(SPOKEN));
}

function add(source: Record<string, string>): void {
  for (const code of [FALLBACK, language]) {
    bundle.addResource(new FluentResource(source[code] ?? ""), { allowOverrides: true });
  }
}

speak("system");

/** Adds the words of a guide, language to Fluent source. */
export function addGuideWords(source: Record<string, string>): void {
  sources.push(source);
  add(source);
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

/** A language as those who speak it call it. */
export const nameOf = (code: string): string => new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
