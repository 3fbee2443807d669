// Everything that the window says: Fluent messages by id, those of the guide included.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "./gen/words/en";

const FALLBACK = "en";

/** Told on `window` when another language is spoken. */
export const SPOKEN = "lia-spoken";

/** Language to Fluent source. English stands behind every other, which is read when it is spoken. */
export const read: Record<string, () => string | Promise<string>> = { [FALLBACK]: () => english };
const others = import.meta.glob<string>(["./gen/words/*.ts", "!./gen/words/en.ts"], { import: "default" });
for (const [file, source] of Object.entries(others)) read[file.replace(/^.*\/|\.ts$/g, "")] = source;

/** Codes of the languages that the window can speak. */
export const languages = (): string[] => Object.keys(read).sort();

/** The first of some language tags that we speak, else English. */
function spoken(tags: readonly string[]): string {
  const codes = tags.map((tag) => tag.split("-")[0] ?? FALLBACK);
  return codes.find((code) => Object.hasOwn(read, code)) ?? FALLBACK;
}

/** Language to Fluent source of the guides. */
const guides: Record<string, string>[] = [];
let language = "";
let wanted = "";
let bundle = new FluentBundle(FALLBACK);
let at = new Intl.DateTimeFormat(FALLBACK);
let on = at;

/** Says everything in a language from now on: `system`, or a code. */
export async function speak(chosen: string): Promise<void> {
  const code = spoken(chosen === "system" ? navigator.languages : [chosen]);
  wanted = code;
  // Reading the words takes a noticeable part of the start.
  if (code === language) return;
  const found = read[code]?.() ?? "";
  // English is here already: it is spoken before anybody could say something else.
  const source = typeof found === "string" ? found : await found;
  if (code !== wanted) return;
  language = code;
  // Values are copied out of sentences, so no invisible marks around them.
  bundle = new FluentBundle([locale(), FALLBACK], { useIsolating: false });
  at = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
  // A date without a time begins at midnight UTC.
  on = new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" });
  add(english);
  if (source !== english) add(source);
  guides.forEach(addGuide);
  document.documentElement.lang = language;
  window.dispatchEvent(new Event(SPOKEN));
}

function add(source: string): void {
  bundle.addResource(new FluentResource(source), { allowOverrides: true });
}

function addGuide(source: Record<string, string>): void {
  add(source[FALLBACK] ?? "");
  if (language !== FALLBACK) add(source[language] ?? "");
}

/** The system's language, from the start. */
export const speaking = speak("system");

/** Adds the words of a guide, language to Fluent source. */
export function addGuideWords(source: Record<string, string>): void {
  guides.push(source);
  addGuide(source);
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
export function usable(tags: readonly string[]): string[] {
  return tags.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });
}

/** The system's own kind of the language that is spoken (`de-AT` for `de`), else the language itself. */
function locale(): string {
  return usable(navigator.languages).find((tag) => tag.split("-")[0] === language) ?? language;
}

/** A secret by the step that makes it. */
export const secretOf = (step: string): string => say("window-secret-of", { step: say(`step-${step}`) });

/** An ISO time as it is written in the language that is spoken, in this computer's time zone. */
export const time = (iso: string): string => at.format(new Date(iso));

/** An ISO date (`2025-05-30`) likewise. */
export const day = (iso: string): string => on.format(new Date(iso));

/** A language as those who speak it call it. */
export const nameOf = (code: string): string => new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
