/** The entries that an act has just made, as the banner names them: all of them, runs of numbers as one ("6862-6863"). */

export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Runs that an address may name. The entries of one act follow each other, but for those of others between them. */
const mostRuns = 100;

export function runsOf(indexes: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const index of indexes.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && index <= run.last + 1) runs[runs.length - 1] = { ...run, last: index };
    else runs.push({ first: index, last: index });
  }
  return runs;
}

export function formatRuns(runs: readonly Run[]): string {
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(",");
}

/** parseRuns returns undefined for a text that formatRuns does not write. Anybody can write a link. */
export function parseRuns(text: string | undefined): readonly Run[] | undefined {
  const parts = text?.split(",") ?? [];
  if (parts.length === 0 || parts.length > mostRuns) return undefined;
  const runs = parts.map((part) => {
    const [, first, last = first] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(part) ?? [];
    return { first: Number(first), last: Number(last) };
  });
  return runs.every(({ first, last }) => first <= last) ? runs : undefined;
}

/** withEntries leads to a page that will name the entries. */
export function withEntries(path: string, entries: readonly { readonly index: number }[]): string {
  const [place, fragment] = path.split("#");
  const joined = `${place}${place?.includes("?") ? "&" : "?"}recorded=${formatRuns(runsOf(entries.map(({ index }) => index)))}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

export function RecordedEntries({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <p class="notice" role="status">
      Đã ghi và khóa sổ: mục{" "}
      {runs.map(({ first, last }, i) => (
        <>
          {i === 0 ? "" : ", "}
          <a href={`/console/log/entries/${first}`} aria-label={`mục ${first}`}>
            {first}
          </a>
          {first === last ? undefined : (
            <>
              -
              <a href={`/console/log/entries/${last}`} aria-label={`mục ${last}`}>
                {last}
              </a>
            </>
          )}
        </>
      ))}
      .
    </p>
  );
}
