/** One run at a time in a process, shared by all who wait. */

/**
 * Whoever asks while a run is under way waits for the next one, never for the one that is running: it may have looked at
 * the world before what the asker did was there to be seen.
 */
export function singleFlight<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const start = async (): Promise<T> => {
    next = undefined;
    running = run();
    try {
      return await running;
    } finally {
      running = undefined;
    }
  };
  return async () => {
    if (running === undefined && next === undefined) return start();
    next ??= (running ?? Promise.resolve()).then(start, start);
    return next;
  };
}
