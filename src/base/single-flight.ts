/** At most one run of a function at a time in a process, shared by all callers that wait for it. */

/** singleFlight makes a caller wait for the next run, because the present one may have read the world too early. */
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
