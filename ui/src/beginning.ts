// What the first screen shows.
import { ask } from "./host";

export const beginning = Promise.all([ask({ do: "home" }), ask({ do: "settings-show" })]);
