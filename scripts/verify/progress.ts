/** Progress on stderr: one line that is overwritten on a terminal, a line every few seconds elsewhere. */

export interface Progress {
  readonly show: (entries: number, of: number) => void;
  readonly end: () => void;
}

export function showProgress(what = "mục · entries"): Progress {
  const terminal = process.stderr.isTTY;
  const every = terminal ? 100 : 3000;
  const started = performance.now();
  let last = started;
  const show: Progress["show"] = (entries, of) => {
    const now = performance.now();
    if (now - last < every) return;
    last = now;
    const speed = Math.round(entries / ((now - started) / 1000));
    const line = `${entries}/${of} ${what}, ${speed}/s`;
    process.stderr.write(terminal ? `\r${line} ` : `${line}\n`);
  };
  return { show, end: () => void (terminal && last > started && process.stderr.write("\n")) };
}
