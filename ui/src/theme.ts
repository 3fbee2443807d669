// Light, dark, high contrast, or as the system says. Windows' own contrast themes (forced-colors) need nothing from us.
import { setTheme } from "@fluentui/web-components";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import type { Theme } from "./gen/api";

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
let chosen: Theme = "system";
let shown: typeof webLightTheme | null = null;

/** The system's own font, which is Fluent's on Windows. Asking for Fluent's six, one after the other, took a sixth of the start elsewhere. */
const fonts = { fontFamilyBase: "system-ui, sans-serif", fontFamilyMonospace: "ui-monospace, Consolas, monospace" };

function show(wanted: typeof webLightTheme): void {
  if (wanted === shown) return;
  shown = wanted;
  setTheme({ ...wanted, ...fonts });
}

export function applyTheme(theme: Theme): void {
  chosen = theme;
  const isContrast = chosen === "high-contrast" || (chosen === "system" && contrast.matches);
  const isDark = isContrast || chosen === "dark" || (chosen === "system" && dark.matches);
  show(isDark ? webDarkTheme : webLightTheme);
  // Seldom wanted, so it is not in the way of the first screen.
  if (isContrast) void import("./contrast").then(({ highContrast }) => chosen === theme && show(highContrast));
  // Lists and scroll bars are drawn by the web view, which goes by this.
  document.documentElement.style.colorScheme = isDark ? "dark" : "light";
}

for (const query of [dark, contrast]) query.addEventListener("change", () => applyTheme(chosen));
