/** A timer for runtimes without a cron: it runs at once, then every minute, never two runs at a time. */

interface Clockwork {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls `tick` again and again, until the function that it returns is called. */
  readonly every: (milliseconds: number, tick: () => void) => () => void;
}

const machineClock: Clockwork = {
  now: () => Date.now(),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  },
};

/** Returns the stop: no run begins after it, and it resolves when the last one has ended. */
export function everyMinute(
  run: (at: number) => Promise<void>,
  report: (fault: unknown) => void,
  { now, every } = machineClock,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const tick = (): void => {
    // A run that takes longer than a minute covers the next one.
    running ??= run(now())
      .catch(report)
      .finally(() => {
        running = undefined;
      });
  };
  const cancel = every(60_000, tick);
  tick();
  return async () => {
    cancel();
    await running;
  };
}
