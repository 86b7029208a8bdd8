/** Where no cron fires: a run at once, then one every minute, never two at a time. */

interface Clockwork {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls again and again until what it returns is called. */
  readonly every: (milliseconds: number, tick: () => void) => () => void;
}

const machineClock: Clockwork = {
  now: () => Date.now(),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  },
};

/** Returns what stops it: no run begins after, and the one under way has ended when it resolves. */
export function everyMinute(
  run: (at: number) => Promise<void>,
  report: (fault: unknown) => void,
  { now, every } = machineClock,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const tick = (): void => {
    // A run that takes longer than a minute goes on in the next one by itself.
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
