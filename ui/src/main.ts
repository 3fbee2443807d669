import "./page.css";
import "./components";
import "./window";
import { listen } from "./host";
import { EVENT } from "./navigate";
import { applyTheme } from "./theme";

applyTheme("system");
document.body.append(document.createElement("lia-window"));
void listen((event) => window.dispatchEvent(new CustomEvent(EVENT, { detail: event })));
