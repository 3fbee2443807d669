// Fluent's elements and ours that the first screen shows. Every other screen brings its own when it is wanted.
import "@fluentui/web-components/button/define.js";
import "./parts/practice";
import "./parts/problem";
import "./screens/home";
