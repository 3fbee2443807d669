// Many reasons to load something again, few requests: an apply with a thousand writes tells of each.

/** `work` one at a time, and once more at the end when it was asked for meanwhile. Whoever waits gets the last. */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    return (running ??= run());
  };
}
