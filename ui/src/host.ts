// The one door to Rust: requests, and events in their order.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Answers, Event, Numbered, Problem, Request } from "./gen/api";

/** Asks Rust. Rejects with a {@link Problem}, whatever went wrong. */
export async function ask<R extends Request>(request: R): Promise<Answers[R["do"]]> {
  try {
    return await invoke<Answers[R["do"]]>("request", { request });
  } catch (error) {
    throw asProblem(error);
  }
}

/** What was thrown, as something that can be shown. */
export function asProblem(error: unknown): Problem {
  if (typeof error === "object" && error !== null && "code" in error && "hints" in error) return error as Problem;
  return { code: "window-unexpected", args: { detail: String(error) }, effect: "unknown", hints: [] };
}

/** Tells Rust that the page can be used; the time until then is measured. */
export const ready = () => invoke("ready");

/** Closes the window, as its own button does. */
export const close = () => invoke("close");

/** Shows the page a step larger (1) or smaller (-1), or as it was made (0). */
export const zoom = (by: number) => invoke("zoom", { by });

/** Leaves during a run: it goes on without a window, or stops at its next safe point. */
export const leave = (how: "go-on" | "stop") => invoke("leave", { how });

/** Calls `listener` with every event, in order and once, also after an overflow of the channel. */
export async function listen(listener: (event: Event) => void): Promise<void> {
  let last = 0;
  let work = Promise.resolve();
  const take = (numbered: Numbered) => {
    if (numbered.n <= last) return;
    last = numbered.n;
    listener(numbered.event);
  };
  const channel = new Channel<Numbered>();
  channel.onmessage = (numbered) => {
    work = work.then(async () => {
      // A gap means that the channel overflowed: the events in between are asked for.
      if (last > 0 && numbered.n > last + 1) (await ask({ do: "events-since", after: last })).forEach(take);
      take(numbered);
    });
  };
  await invoke("events", { channel });
}
