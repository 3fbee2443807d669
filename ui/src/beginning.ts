// What the first screen shows, in one answer.
import { ask } from "./host";

export const beginning = ask({ do: "begin" });
