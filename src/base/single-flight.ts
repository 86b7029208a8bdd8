/** At most one run of a function at a time in a process, shared by all callers that wait for it. */

/**
 * singleFlight returns a function that shares runs of `run`. A caller that comes while a run is under way waits for the next run
 * and not for that one, which may have looked at the world before the caller changed it.
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
