/** One line of a bulk as it is sent, with ids or references, and the same line once its references are resolved. */

import { z } from "zod";
import type { ActId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { id } from "../field.ts";
import {
  type ActInput,
  actShape,
  assetShape,
  type CaseInput,
  caseShape,
  type IntakeInput,
  intakeShape,
  partyShape,
} from "./input.ts";
import type { ActFileRef } from "./act-file.ts";
import { idOrRef, type References, refName, resolve, type Unresolved } from "./references.ts";
import type { RecordInput } from "./recording-act.ts";

const ref = { ref: z.exactOptional(refName) };
const ids = { subject: idOrRef, act: idOrRef, intake: idOrRef };
const actLine = z.strictObject({ ...ref, ...actShape(ids) });

const intakeLine = z.strictObject({
  do: z.literal("open-intake"),
  ...ref,
  ...intakeShape,
  acts: z.array(actLine).max(50).default([]),
});
const caseLine = z.strictObject({
  do: z.literal("open-case"),
  ...ref,
  ...caseShape(ids),
  parties: z
    .array(z.strictObject({ ...ref, ...partyShape }))
    .max(100)
    .default([]),
  assets: z
    .array(z.strictObject({ ...ref, ...assetShape }))
    .max(100)
    .default([]),
});
const recordLine = z.strictObject({
  do: z.literal("record-act"),
  on: z.union([
    z.strictObject({ case: idOrRef }),
    z.strictObject({ intake: idOrRef }),
    z.strictObject({ register: id<"register">() }),
  ]),
  ...ref,
  ...actShape(ids),
});

export const bulkLine = z.discriminatedUnion("do", [intakeLine, caseLine, recordLine]);
export type BulkLine = z.infer<typeof bulkLine>;
export type IntakeLine = z.infer<typeof intakeLine>;
export type CaseLine = z.infer<typeof caseLine>;
export type RecordLine = z.infer<typeof recordLine>;

/** refsOf returns the references that a line defines, with their places. */
export function refsOf(line: BulkLine): readonly { readonly ref: string; readonly at: string }[] {
  const parts: { readonly ref?: string; readonly at: string }[] = [{ ...line, at: "/ref" }];
  if (line.do === "open-intake") parts.push(...line.acts.map((act, i) => ({ ...act, at: `/acts/${i}/ref` })));
  if (line.do === "open-case") {
    parts.push(...line.parties.map((party, i) => ({ ...party, at: `/parties/${i}/ref` })));
    parts.push(...line.assets.map((asset, i) => ({ ...asset, at: `/assets/${i}/ref` })));
  }
  return parts.flatMap(({ ref: name, at }) => (name === undefined ? [] : [{ ref: name, at }]));
}

export function resolveIntake(
  { do: _do, ref: _ref, acts, ...rest }: IntakeLine,
  refs: References,
): Outcome<IntakeInput, Unresolved> {
  const resolved: ActInput[] = [];
  for (const [i, act] of acts.entries()) {
    const one = resolveAct(act, refs, `/acts/${i}`);
    if (!one.ok) return one;
    resolved.push(one.value);
  }
  return done({ ...rest, acts: resolved });
}

export function resolveCase(
  { do: _do, ref: _ref, intake, answers, parties, assets, ...rest }: CaseLine,
  refs: References,
): Outcome<CaseInput, Unresolved> {
  const from = resolve(intake, "intake", { at: "/intake", refs });
  if (!from.ok) return from;
  const named = answers === undefined ? undefined : resolveAnswers(answers, refs, "/answers");
  if (named?.ok === false) return named;
  return done({
    ...rest,
    intake: from.value,
    ...(named === undefined ? {} : { answers: named.value }),
    parties: parties.map(({ ref: _party, ...party }) => party),
    assets: assets.map(({ ref: _asset, ...asset }) => asset),
  });
}

export function resolveRecord({ do: _do, on, ...act }: RecordLine, refs: References): Outcome<RecordInput, Unresolved> {
  const file = resolveFile(on, refs);
  if (!file.ok) return file;
  const resolved = resolveAct(act, refs, "");
  return resolved.ok ? done({ on: file.value, ...resolved.value }) : resolved;
}

function resolveFile(on: RecordLine["on"], refs: References): Outcome<ActFileRef, Unresolved> {
  if ("register" in on) return done(on);
  if ("case" in on) {
    const named = resolve(on.case, "case", { at: "/on/case", refs });
    return named.ok ? done({ case: named.value }) : named;
  }
  const named = resolve(on.intake, "intake", { at: "/on/intake", refs });
  return named.ok ? done({ intake: named.value }) : named;
}

function resolveAct(
  { ref: _ref, subject, answers, ...rest }: z.infer<typeof actLine>,
  refs: References,
  at: string,
): Outcome<ActInput, Unresolved> {
  const named = resolveAnswers(answers, refs, `${at}/answers`);
  if (!named.ok) return named;
  const about = subject === undefined ? undefined : resolveSubject(subject, refs, `${at}/subject`);
  if (about?.ok === false) return about;
  return done({ ...rest, answers: named.value, ...(about === undefined ? {} : { subject: about.value }) });
}

type SubjectLine = NonNullable<z.infer<typeof actLine>["subject"]>;

function resolveSubject(
  { kind, id: text }: SubjectLine,
  refs: References,
  at: string,
): Outcome<NonNullable<ActInput["subject"]>, Unresolved> {
  if (kind === "instrument") return refused({ code: "subject-not-taken", at: `${at}/kind` });
  if (text === undefined) return done({ kind });
  const named = resolve(text, kind, { at: `${at}/id`, refs });
  return named.ok ? done({ kind, id: named.value }) : named;
}

function resolveAnswers(answers: readonly string[], refs: References, at: string): Outcome<ActId[], Unresolved> {
  const acts: ActId[] = [];
  for (const [i, answer] of answers.entries()) {
    const act = resolve(answer, "act", { at: `${at}/${i}`, refs });
    if (!act.ok) return act;
    acts.push(act.value);
  }
  return done(acts);
}
