/**
 * Several findings of one file that are one violation (a notice that three parties did not get) become one finding. The
 * others stay in the log and name the one they were merged into. Findings of different files stay apart, because an
 * instrument counts files.
 */

import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { FindingId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Command, Context, Decision, NewEvent, States } from "../command.ts";
import { type FileName, streamName } from "../event.ts";
import { id } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import type { Secret } from "../secret.ts";
import { typed, typedText } from "../typed-input.ts";
import type { ConfirmedFinding } from "./finding.ts";

const merging = z.strictObject({
  /** The finding that stays. */
  finding: id<"finding">(),
  findings: z.array(id<"finding">()).min(1).max(1000),
  note: typedText.optional(),
});
type Merging = z.infer<typeof merging>;

export const mergeFindings: Command<Merging, "merge-findings"> = {
  name: "merge-findings",
  input: merging,
  reads: ({ finding, findings }) => [finding, ...findings].map((each) => streamName("finding", each)),
  about: ({ finding }, states) => states.of("finding", finding)?.procuracy,
  decide: decideMerging,
};

function decideMerging({ finding, findings, note }: Merging, { states, today }: Context): Outcome<Decision, Refusal> {
  const into = mergeable(finding, "/finding", states);
  if (!into.ok) return into;
  const seen = new Set<FindingId>([finding]);
  for (const [i, each] of findings.entries()) {
    const at = `/findings/${i}`;
    if (seen.has(each)) return refused({ code: "already-exists", at, detail: { finding: each } });
    seen.add(each);
    const other = mergeable(each, at, states);
    if (!other.ok) return other;
    const difference = differs(other.value, into.value);
    if (difference !== undefined) return refused({ code: "findings-differ", at, detail: difference });
  }
  return done({ events: mergedInto(finding, findings, { on: today, note: typed(note) }) });
}

/** mergedInto returns the event of the finding that stays, and that of each of the others. */
export function mergedInto(
  into: FindingId,
  findings: readonly FindingId[],
  { on, note }: { readonly on: Day; readonly note?: Secret | undefined },
): readonly NewEvent[] {
  return [
    { kind: "finding", id: into, event: { type: "findings-merged-in", data: { findings: [...findings], on } } },
    ...findings.map(
      (each): NewEvent => ({ kind: "finding", id: each, event: { type: "finding-merged", data: { into, on, note } } }),
    ),
  ];
}

export function isSameFile(a: FileName, b: FileName): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function mergeable(finding: FindingId, at: string, states: States): Outcome<ConfirmedFinding, Refusal> {
  const state = states.of("finding", finding);
  if (state === undefined) return refused({ code: "unknown-finding", at });
  if (state.status === "confirmed") return done(state);
  if (state.status === "in-instrument")
    return refused({ code: "finding-taken", at, detail: { instrument: state.instrument } });
  return refused({ code: "wrong-moment", at, detail: { status: state.status } });
}

function differs(
  { procuracy, office, about }: ConfirmedFinding,
  into: ConfirmedFinding,
): Readonly<Record<string, string>> | undefined {
  if (procuracy !== into.procuracy) return { procuracy };
  if (office !== into.office) return { office };
  return isSameFile(about, into.about) ? undefined : { about: streamName(about.kind, about.id) };
}
