/** The machine finds, a person judges (promise 5): confirms or dismisses a detection, weighs a finding. */

import { z } from "zod";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { writeCitation } from "../../law/sources.ts";
import { type AppliedLaw, appliedBy } from "../applied-law.ts";
import type { Command, Context, Decision, NewEvent, States } from "../command.ts";
import { fileName, streamName } from "../event.ts";
import { id } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import { typed, typedText } from "../typed-input.ts";
import { type Assessed, type Detection, officeAccused } from "./detected.ts";
import { dismissalReasons, seriousnesses } from "./events.ts";
import { type FindingState, seriousnessOf } from "./finding.ts";
import { findingId } from "./finding-id.ts";
import { isSameFile, mergedInto, mergeFindings } from "./merging.ts";
import { findingData, judged, type DetectionName, streamsOf } from "./judging.ts";

const detected = {
  about: fileName,
  /** The key of the deadline: "<series>/<starting act>/<subject>". */
  deadline: z.string().regex(/^[A-Z0-9_]{1,64}\/[0-9a-f]{32}\/[0-9a-f]{32}$/),
};

const one = z.strictObject({
  ...detected,
  /** The text of law that the procurator read; a detection that is only a hint needs it. */
  cited: typedText.optional(),
  note: typedText.optional(),
});
const confirmation = z.strictObject({
  detections: z.array(one).min(1).max(1000),
  /** Set when the detections are one violation of one file: the first becomes the finding, the others are merged into it. */
  asOne: z.literal(true).optional(),
});

export const confirmDetections: Command<z.infer<typeof confirmation>, "confirm-detections"> = {
  name: "confirm-detections",
  input: confirmation,
  reads: ({ detections }) => detections.flatMap(streamsOf),
  about: ({ detections }, states) => accusedIn(detections, states),
  appliesLaw: true,
  decide: decideConfirmation,
};

function decideConfirmation(
  { detections, asOne }: z.infer<typeof confirmation>,
  context: Context,
): Outcome<Decision, Refusal> {
  const apart = asOne === true ? otherFile(detections) : undefined;
  if (apart !== undefined) return refused(apart);
  const files = new Map<string, Assessed | undefined>();
  const events: NewEvent[] = [];
  const seen = new Set<string>();
  const office = accusedIn(detections, context.states);
  for (const [i, asked] of detections.entries()) {
    const found = judged(asked, { context, files, seen });
    if (!found.ok) return refused({ ...found.refusal, at: `/detections/${i}` });
    if (found.value.office !== office)
      return refused({ code: "findings-differ", at: `/detections/${i}`, detail: { office: found.value.office } });
    if (found.value.obligation.weight === "hint" && asked.cited === undefined) {
      const { rule, citation } = found.value.obligation;
      return refused({
        code: "hint-needs-citation",
        at: `/detections/${i}/cited`,
        rule,
        citation: writeCitation(citation, "vi"),
      });
    }
    events.push(confirmed(asked, found.value, context));
  }
  return done({ events: asOne === true ? [...events, ...mergedIntoFirst(detections, context)] : events });
}

function otherFile([first, ...rest]: readonly DetectionName[]): Refusal | undefined {
  const other = rest.findIndex(({ about }) => first !== undefined && !isSameFile(about, first.about));
  const about = rest[other]?.about;
  if (about === undefined) return undefined;
  return {
    code: "findings-differ",
    at: `/detections/${other + 1}`,
    detail: { about: streamName(about.kind, about.id) },
  };
}

function mergedIntoFirst(detections: readonly DetectionName[], { today }: Context): readonly NewEvent[] {
  const [first, ...rest] = detections.map(({ about, deadline }) => findingId(about, deadline));
  return first === undefined || rest.length === 0 ? [] : mergedInto(first, rest, { on: today });
}

function confirmed(
  { about, deadline, cited, note }: z.infer<typeof one>,
  found: Detection,
  { today, acting }: Context,
): NewEvent {
  const data = {
    ...findingData({ about, deadline }, found, acting),
    on: today,
    cited: typed(cited),
    note: typed(note),
  };
  return { kind: "finding", id: data.finding, event: { type: "violation-confirmed", data }, law: lawOf(found) };
}

/** lawOf gives the judgment the rule and the edition by which the detection was found. */
function lawOf({ obligation }: Detection): AppliedLaw {
  return appliedBy(explanationOf(obligation));
}

const dismissal = z.strictObject({ ...detected, reason: z.enum(dismissalReasons), note: typedText.optional() });

export const dismissDetection: Command<z.infer<typeof dismissal>, "dismiss-detection"> = {
  name: "dismiss-detection",
  input: dismissal,
  reads: streamsOf,
  about: ({ about, deadline }, states) => officeAccused(about, deadline, states),
  appliesLaw: true,
  decide: (input, context) => {
    const { reason, note } = input;
    if (reason === "other" && note === undefined) return refused({ code: "reason-needed", at: "/note" });
    const found = judged(input, { context, files: new Map(), seen: new Set() });
    if (!found.ok) return refused({ ...found.refusal, at: "/deadline" });
    const data = { ...findingData(input, found.value, context.acting), reason, on: context.today, note: typed(note) };
    const event = { type: "detection-dismissed", data } as const;
    return done({ events: [{ kind: "finding", id: data.finding, event, law: lawOf(found.value) }] });
  },
};

const assessment = z.strictObject({
  finding: id<"finding">(),
  seriousness: z.enum(seriousnesses),
  reason: typedText.optional(),
});

/** assessSeriousness may be given again: all assessments stay, and the last one counts. */
export const assessSeriousness: Command<z.infer<typeof assessment>, "assess-seriousness"> = {
  name: "assess-seriousness",
  input: assessment,
  reads: ({ finding }) => [streamName("finding", finding)],
  about: ({ finding }, states) => states.of("finding", finding)?.procuracy,
  decide: ({ finding, seriousness, reason }, { states, today }) => {
    const refusal = unassessable(states.of("finding", finding), seriousness);
    if (refusal !== undefined) return refused(refusal);
    const data = { seriousness, on: today, reason: typed(reason) };
    return done({ events: [{ kind: "finding", id: finding, event: { type: "seriousness-assessed", data } }] });
  },
};

export const findingCommands = [confirmDetections, dismissDetection, assessSeriousness, mergeFindings] as const;

function unassessable(
  state: FindingState | undefined,
  seriousness: (typeof seriousnesses)[number],
): Refusal | undefined {
  if (state === undefined) return { code: "unknown-finding", at: "/finding" };
  if (state.status === "dismissed" || state.status === "merged")
    return { code: "wrong-moment", at: "/finding", detail: { status: state.status } };
  return seriousnessOf(state) === seriousness ? { code: "nothing-to-change", at: "/seriousness" } : undefined;
}

function accusedIn(detections: readonly DetectionName[], states: States) {
  const [first] = detections;
  return first && officeAccused(first.about, first.deadline, states);
}
