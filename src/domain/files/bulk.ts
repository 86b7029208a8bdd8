/** Many lines as one command, all or nothing; each is decided on the states that the lines before it left. */

import { z } from "zod";
import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { runWhole, type Sliced } from "../../base/slices.ts";
import { actEntry } from "../../law/act.ts";
import type { Command, Context, Decision, NewEvent, States } from "../command.ts";
import { type Role, type StreamName, streamName } from "../event.ts";
import { decideIntake } from "./opening-intake.ts";
import { relation, relationReads } from "../offices/jurisdiction.ts";
import { mayDo } from "../permission.ts";
import type { LineRefusal, Refusal } from "../refusal.ts";
import type { ActDraft } from "./acts.ts";
import {
  type BulkLine,
  bulkLine,
  type CaseLine,
  type IntakeLine,
  type RecordLine,
  refsOf,
  resolveCase,
  resolveIntake,
  resolveRecord,
} from "./bulk-line.ts";
import { type Folding, folding } from "./folding.ts";
import { decideCase, type OpenedCase } from "./opening-case.ts";
import { type ActFileKind, type ActFileRef, findActFile, keeperOf, named, officeOf } from "./act-file.ts";
import { decideAct } from "./recording-act.ts";
import type { Referable, References, Unresolved } from "./references.ts";

export const mostLines = 10_000;

/**
 * The most events of one bulk. One line may open an intake with 50 acts, and the events of one command are sealed in one
 * piece while all others wait. Measured on two busy cores: 30,000 events took 6 s, with 150,000 other requests were
 * refused, and 175,000 could never be recorded.
 */
const mostEvents = 30_000;

const bulkInput: z.ZodType<BulkInput> = z.array(bulkLine).min(1).max(mostLines);
type BulkInput = readonly BulkLine[];

export const recordBulk: Command<BulkInput, "record-bulk"> = {
  name: "record-bulk",
  input: bulkInput,
  reads: (lines, states, acting) => {
    const offices = new Set(lines.flatMap((line) => officesOf(line, states)));
    const around = [...offices].flatMap((office) => relationReads(office, acting.office, states));
    return [...new Set([...lines.flatMap(streamsOfLine), ...around])];
  },
  // A bulk may concern many offices: the first decides here in which role, and each line asks for its own (permissionRefusal).
  about: (lines, states) => {
    for (const line of lines) {
      const agency = aboutOf(line, states);
      if (agency !== undefined) return agency;
    }
    return undefined;
  },
  decide: (lines, context) => runWhole(decideBulk(lines, context)),
  decideInSlices: decideBulk,
};

function streamsOfLine(line: BulkLine): readonly StreamName[] {
  const name = continued(line);
  return name === undefined ? [] : [streamName(...name)];
}

/** continued returns the kind and the id of the file that a line continues; undefined when a reference stands for it. */
function continued(line: BulkLine): readonly [ActFileKind, string] | undefined {
  if (line.do === "open-intake") return undefined;
  const name = line.do === "open-case" ? (["intake", line.intake] as const) : named(line.on);
  return name[1].startsWith("@") ? undefined : name;
}

function officesOf(line: BulkLine, states: States): readonly OfficeId[] {
  const court = line.do === "open-intake" ? line.court : undefined;
  return [aboutOf(line, states), court].filter((office) => office !== undefined);
}

/** aboutOf returns the office whose affair a line is; undefined when a reference hides it. */
function aboutOf(line: BulkLine, states: States): OfficeId | undefined {
  if (line.do === "open-intake") return line.agency;
  const name = continued(line);
  const file = name && findActFile(states, ...name);
  return file && keeperOf(file);
}

interface Run {
  readonly context: Context;
  readonly folding: Folding;
  readonly refs: References;
  /** The role that each event names: it alone permits the lines, so the log holds nothing that the role may not do. */
  readonly roles: readonly Role[];
  /** Whether a command is permitted for an agency, by both, so that it is asked once for all lines. */
  readonly permitted: Map<string, boolean>;
}

interface DecidedLine {
  readonly events: readonly NewEvent[];
  readonly named: readonly (readonly [ref: string | undefined, named: Referable])[];
}

/** Lines that are decided before others may run: some two milliseconds. */
const linesOfSlice = 16;

function* decideBulk(lines: BulkInput, context: Context): Sliced<Outcome<Decision, Refusal>> {
  const moving = folding(context.states, context.today);
  const run: Run = {
    context: { ...context, states: moving.states },
    folding: moving,
    refs: new Map(),
    roles: context.acting.roles.slice(0, 1),
    permitted: new Map(),
  };
  const events: NewEvent[] = [];
  const refusals: LineRefusal[] = [];
  for (const [i, line] of lines.entries()) {
    if (i > 0 && i % linesOfSlice === 0) yield;
    const outcome = takeLine(line, run);
    if (outcome.ok) events.push(...outcome.value);
    if (events.length > mostEvents) return refused({ code: "too-large", detail: { most: mostEvents, line: i + 1 } });
    if (!outcome.ok && outcome.refusal !== "failed") refusals.push({ line: i + 1, ...outcome.refusal });
  }
  if (refusals.length === 0) return done({ events });
  return refused({ code: "lines-refused", lines: refusals, detail: { refused: refusals.length, lines: lines.length } });
}

/** takeLine decides a line, then folds its events and keeps its references for the lines after it. */
function takeLine(line: BulkLine, run: Run): Outcome<readonly NewEvent[], Unresolved> {
  const outcome = decideNewLine(line, run);
  if (!outcome.ok) {
    for (const { ref } of refsOf(line)) if (!run.refs.has(ref)) run.refs.set(ref, "failed");
    return outcome;
  }
  for (const event of outcome.value.events) run.folding.fold(event);
  for (const [ref, named] of outcome.value.named) if (ref !== undefined) run.refs.set(ref, named);
  return done(outcome.value.events);
}

function decideNewLine(line: BulkLine, run: Run): Outcome<DecidedLine, Unresolved> {
  const made = refsOf(line);
  const twice = made.find(({ ref }, i) => run.refs.has(ref) || made.findIndex((other) => other.ref === ref) < i);
  if (twice !== undefined) return refused({ code: "already-exists", at: twice.at });
  switch (line.do) {
    case "open-intake":
      return decideIntakeLine(line, run);
    case "open-case":
      return decideCaseLine(line, run);
    case "record-act":
      return decideRecordLine(line, run);
  }
}

function decideIntakeLine(line: IntakeLine, run: Run): Outcome<DecidedLine, Unresolved> {
  const input = resolveIntake(line, run.refs);
  if (!input.ok) return input;
  const refusal = permissionRefusal("open-intake", input.value.agency, run);
  if (refusal !== undefined) return refused(refusal);
  const opened = decideIntake(input.value, run.context);
  if (!opened.ok) return opened;
  const { events, intake, acts } = opened.value;
  const named = acts.map((act, i) => [line.acts[i]?.ref, namedAct(act)] as const);
  return done({ events, named: [[line.ref, { intake }], ...named] });
}

function decideCaseLine(line: CaseLine, run: Run): Outcome<DecidedLine, Unresolved> {
  const input = resolveCase(line, run.refs);
  if (!input.ok) return input;
  const refusal = permissionRefusal("open-case", run.context.states.of("intake", input.value.intake)?.agency, run);
  if (refusal !== undefined) return refused(refusal);
  const opened = decideCase(input.value, run.context);
  return opened.ok ? done({ events: opened.value.events, named: namedCase(line, opened.value.opened) }) : opened;
}

function namedCase(line: CaseLine, opened: OpenedCase["opened"]): DecidedLine["named"] {
  return [
    [line.ref, { case: opened.case, decision: opened.decision, act: opened.act }],
    ...opened.parties.map(({ party }, i) => [line.parties[i]?.ref, { party }] as const),
    ...opened.assets.map(({ asset }, i) => [line.assets[i]?.ref, { asset }] as const),
  ];
}

function decideRecordLine(line: RecordLine, run: Run): Outcome<DecidedLine, Unresolved> {
  const input = resolveRecord(line, run.refs);
  if (!input.ok) return input;
  const on: ActFileRef = input.value.on;
  const refusal = permissionRefusal("record-act", officeOf(on, run.context.states), run);
  if (refusal !== undefined) return refused(refusal);
  const recorded = decideAct(input.value, run.context);
  return recorded.ok
    ? done({ events: recorded.value.events, named: [[line.ref, namedAct(recorded.value.act)]] })
    : recorded;
}

/** namedAct lets the reference of an act also stand for what the act made: a decision, a sum. */
function namedAct({ type, act, subject }: ActDraft): Referable {
  return { act, ...(actEntry(type).makes === true ? { [subject.kind]: subject.id } : {}) };
}

/** permissionRefusal leaves an agency that does not exist to the line's own rule, which names it. */
function permissionRefusal(command: BulkLine["do"], agency: OfficeId | undefined, run: Run): Refusal | undefined {
  const { states, acting, today } = run.context;
  if (agency === undefined || states.of("office", agency) === undefined) return undefined;
  const key = `${command}/${agency}`;
  const permitted =
    run.permitted.get(key) ?? mayDo(run.roles, command, relation(agency, acting.office, { states, day: today }));
  run.permitted.set(key, permitted);
  return permitted ? undefined : { code: "not-permitted" };
}
