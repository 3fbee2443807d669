// Asked for before the rest is read, and awaited before the page counts as loaded: its first frame is then its first screen. An empty
// frame in between would cost as much again, as the web view sets up its drawing with it.
import { beginning } from "./beginning";
import "./window";
import { listen } from "./host";
import { EVENT } from "./navigate";
import { page } from "./style";
import { applyTheme } from "./theme";
import { speaking } from "./words";

/** Milliseconds: a store that another process holds must not keep the window empty. */
const PATIENCE = 500;

applyTheme("system");
document.adoptedStyleSheets.push(page);
await Promise.race([Promise.all([beginning, speaking]), new Promise((over) => setTimeout(over, PATIENCE))]).catch(() => {});
document.body.append(document.createElement("lia-window"));
void listen((event) => window.dispatchEvent(new CustomEvent(EVENT, { detail: event })));
