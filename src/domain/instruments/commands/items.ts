/**
 * The items of an instrument. Each is about one rule in one version, with its findings in n of N files. All findings were
 * confirmed by the issuing procuracy or its predecessor, against the addressed office or its predecessor.
 */

import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { FindingId, InstrumentId, ItemId, OfficeId } from "../../../base/ids.ts";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { Context, NewEvent, States } from "../../command.ts";
import { type StreamName, streamName } from "../../event.ts";
import { day, id } from "../../field.ts";
import type { ConfirmedFinding } from "../../findings/finding.ts";
import { officesBehind, successorOf } from "../../offices/directory.ts";
import type { Refusal } from "../../refusal.ts";
import type { Draft } from "../../secret.ts";
import { typed, typedText } from "../../typed-input.ts";
import type { DraftedItem } from "../instrument.ts";

export const itemInput = z.strictObject({
  findings: z.array(id<"finding">()).min(1).max(1000),
  /** N, the number of files in which the duty was looked for. */
  of: z.int().positive(),
  demand: typedText,
  correctBy: day.optional(),
});
type ItemInput = z.infer<typeof itemInput>;

interface Between {
  readonly issuer: OfficeId;
  readonly addressee: OfficeId;
  /** The day on which the two offices must be successors of those that the findings name. */
  readonly day: Day;
}

interface Composed {
  readonly items: readonly Draft<DraftedItem>[];
  readonly findings: readonly ConfirmedFinding[];
  /** The events by which the findings are put into the items. */
  readonly put: readonly NewEvent[];
}

/** itemReads names the findings, the offices that they name, and the successors of these. */
export function itemReads(
  items: readonly ItemInput[],
  offices: readonly OfficeId[],
  states: States,
): readonly StreamName[] {
  const findings = items.flatMap((item) => item.findings);
  const named = findings.flatMap((finding) => {
    const state = states.of("finding", finding);
    return state === undefined ? [] : [state.office, state.procuracy];
  });
  return [
    ...findings.map((finding) => streamName("finding", finding)),
    ...officesBehind(states, [...new Set([...offices, ...named])]),
  ];
}

export function composeItems(
  instrument: InstrumentId,
  inputs: readonly ItemInput[],
  context: Context & { readonly between: Between },
): Outcome<Composed, Refusal> {
  const seen = new Set<FindingId>();
  const items: Draft<DraftedItem>[] = [];
  const findings: ConfirmedFinding[] = [];
  const put: NewEvent[] = [];
  for (const [i, input] of inputs.entries()) {
    const at = `/items/${i}`;
    const confirmed = confirmedAmong(input.findings, { ...context, seen, at });
    if (!confirmed.ok) return confirmed;
    const item = context.newId<ItemId>();
    const composed = composeItem(item, input, { findings: confirmed.value, at, day: context.between.day });
    if (!composed.ok) return composed;
    items.push(composed.value);
    findings.push(...confirmed.value);
    put.push(...input.findings.map((finding) => putIn(finding, instrument, item)));
  }
  return done({ items, findings, put });
}

function putIn(finding: FindingId, instrument: InstrumentId, item: ItemId): NewEvent {
  return { kind: "finding", id: finding, event: { type: "finding-put-in", data: { instrument, item } } };
}

interface Looking extends Context {
  readonly between: Between;
  readonly seen: Set<FindingId>;
  readonly at: string;
}

function confirmedAmong(ids: readonly FindingId[], looking: Looking): Outcome<readonly ConfirmedFinding[], Refusal> {
  const found: ConfirmedFinding[] = [];
  for (const [j, each] of ids.entries()) {
    const at = `${looking.at}/findings/${j}`;
    if (looking.seen.has(each)) return refused({ code: "already-exists", at });
    looking.seen.add(each);
    const finding = looking.states.of("finding", each);
    if (finding === undefined || finding.status === "dismissed") return refused({ code: "unknown-finding", at });
    if (finding.status === "in-instrument")
      return refused({ code: "finding-taken", at, detail: { instrument: finding.instrument } });
    if (finding.status === "merged") return refused({ code: "wrong-moment", at, detail: { status: finding.status } });
    const stranger = strangerTo(finding, looking);
    if (stranger !== undefined) return refused({ code: "findings-differ", at, detail: stranger });
    found.push(finding);
  }
  return done(found);
}

function strangerTo(
  finding: ConfirmedFinding,
  { states, between }: Looking,
): Readonly<Record<string, string>> | undefined {
  const follows = (office: OfficeId, by: OfficeId): boolean =>
    office === by || successorOf(states, office, between.day) === by;
  if (!follows(finding.procuracy, between.issuer)) return { procuracy: finding.procuracy };
  return follows(finding.office, between.addressee) ? undefined : { office: finding.office };
}

function composeItem(
  item: ItemId,
  input: ItemInput,
  { findings, at, day: on }: { readonly findings: readonly ConfirmedFinding[]; readonly at: string; readonly day: Day },
): Outcome<Draft<DraftedItem>, Refusal> {
  const { demand, correctBy, of } = input;
  const [first] = findings;
  if (first === undefined) throw new RangeError("an item has findings");
  const { rule, version } = first;
  const other = findings.findIndex((finding) => finding.rule !== rule || finding.version !== version);
  if (other !== -1)
    return refused({ code: "findings-differ", at: `${at}/findings/${other}`, detail: { rule, version } });
  const n = new Set(findings.map(({ about }) => `${about.kind}/${about.id}`)).size;
  if (of < n) return refused({ code: "count-contradicts", at: `${at}/of`, detail: { n, of } });
  if (correctBy !== undefined && correctBy < on)
    return refused({ code: "days-contradict", at: `${at}/correctBy`, detail: { correctBy, notBefore: on } });
  return done({ item, rule, version, findings: input.findings, n, of, demand: typed(demand), correctBy });
}
