import { describe, expect, it } from "vitest";
import { SPOKEN, addGuideWords, dashed, day, has, languages, nameOf, numbered, read, say, speak, time, usable } from "./words";

describe("words", () => {
  it("fills in values without invisible marks", () => {
    expect(say("window-joins", { tenant: "a", instance: "b" })).toBe("a and b");
  });

  it("survives a POSIX locale", () => {
    expect(usable(["C", "de-DE"])).toEqual(["de-DE"]);
  });

  it("counts", () => {
    expect(say("window-outcome-applied", { count: 0 })).toBe("Nothing had to be changed.");
    expect(say("window-outcome-applied", { count: 2 })).toMatch(/^2 changes/);
  });

  it("shows an id that nobody wrote rather than nothing", () => {
    expect(has("nobody-wrote-this")).toBe(false);
    expect(say("nobody-wrote-this")).toBe("nobody-wrote-this");
  });

  it("takes a guide's words, attributes one after the other", () => {
    addGuideWords({ en: "step-made-up = Title\n    .how-1 = First\n    .how-2 = Second\n" });
    expect(say("step-made-up")).toBe("Title");
    expect(numbered("step-made-up.how")).toEqual(["First", "Second"]);
    expect(dashed("servicenow.sign-in.client")).toBe("servicenow-sign-in-client");
  });

  it("speaks another language, the guides' words too, and English where that has none", async () => {
    read["nl"] = () => Promise.resolve("window-save = Bewaren\n");
    addGuideWords({ en: "step-told = Told\n", nl: "step-told = Verteld\n" });
    let told = 0;
    window.addEventListener(SPOKEN, () => (told += 1), { once: true });
    await speak("nl");
    expect([say("window-save"), say("step-told"), say("window-cancel")]).toEqual(["Bewaren", "Verteld", "Cancel"]);
    expect([document.documentElement.lang, told]).toEqual(["nl", 1]);
    await speak("nobody-speaks-this");
    expect([say("window-save"), say("step-told")]).toEqual(["Save", "Told"]);
    await speak("constructor");
    expect(document.documentElement.lang).toBe("en");
    delete read["nl"];
  });

  it("writes dates and numbers as the language does", async () => {
    const noon = "2025-05-30T12:00:00Z";
    expect([day("2025-05-30"), time(noon)]).toEqual(["May 30, 2025", expect.stringMatching(/^May 30, 2025/)]);
    await speak("de");
    expect([day("2025-05-30"), time(noon)]).toEqual(["30. Mai 2025", expect.stringMatching(/^30\.05\.2025/)]);
    expect(say("window-more", { count: 12345 })).toMatch(/^12\.345 /);
    await speak("en");
    expect(say("window-more", { count: 12345 })).toMatch(/^12,345 /);
  });

  it("ends with the language that was asked for last", async () => {
    const slow = speak("de");
    await Promise.all([slow, speak("en")]);
    expect([say("window-save"), document.documentElement.lang]).toEqual(["Save", "en"]);
  });

  it("names its languages as those who speak them do", () => {
    expect(languages()).toEqual(["de", "en"]);
    expect([nameOf("en"), nameOf("de")]).toEqual(["English", "Deutsch"]);
  });
});
