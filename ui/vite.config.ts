import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const project = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  // The web view is served from the binary: addresses are relative to the page.
  base: "./",
  // words/ and guides/ lie beside ui/, and the development server may read them.
  server: { host: "127.0.0.1", port: 5183, strictPort: true, fs: { allow: [project] } },
  build: {
    // WebKitGTK 2.40, WebView2 and the WKWebView of macOS 13 all understand this.
    target: ["es2022", "safari16"],
    // The Content-Security-Policy allows no inline script and no data: font, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Words are one long constant a language, and would be written out wherever they are used.
    rolldownOptions: {
      optimization: { inlineConst: false },
      // What the first screen needs is one file: each further one is a question to the web view before anything is shown.
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    // A crate may be built before the first test of the window is written.
    passWithNoTests: true,
  },
});
