// Fluent's elements that we use, and ours.
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/text-input/define.js";
import "./parts/picture";
import "./parts/problem";
import "./parts/run";
import "./parts/seat";
import "./screens/doctor";
import "./screens/home";
import "./screens/new-setup";
import "./screens/settings";
import "./screens/setup";
import "./screens/step";
