// Light, dark, or as the system says; high contrast is the system's own (forced-colors).
import { setTheme } from "@fluentui/web-components";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import type { Theme } from "./gen/api";

const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen: Theme = "system";
let shown: typeof webLightTheme | null = null;

export function applyTheme(theme: Theme): void {
  chosen = theme;
  const isDark = chosen === "dark" || (chosen === "system" && dark.matches);
  const wanted = isDark ? webDarkTheme : webLightTheme;
  if (wanted === shown) return;
  shown = wanted;
  setTheme(wanted);
  // Lists and scroll bars are drawn by the web view, which goes by this.
  document.documentElement.style.colorScheme = isDark ? "dark" : "light";
}

dark.addEventListener("change", () => applyTheme(chosen));
