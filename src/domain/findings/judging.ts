/** The judging of one detection: its streams, whether it was judged before, and what is recorded of it. */

import { type Outcome, refused } from "../../base/outcome.ts";
import type { Acting, Context } from "../command.ts";
import { type FileName, type StreamName, streamName } from "../event.ts";
import { code, id } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import { assessed, type Assessed, detection, type Detection } from "./detected.ts";
import { findingId } from "./finding-id.ts";

const subjectId = id<"subject">();

export interface DetectionName {
  readonly about: FileName;
  readonly deadline: string;
}

export function streamsOf({ about, deadline }: DetectionName): readonly StreamName[] {
  return [streamName(about.kind, about.id), streamName("finding", findingId(about, deadline))];
}

interface Judging {
  readonly context: Context;
  /** The files assessed so far, each once. */
  readonly files: Map<string, Assessed | undefined>;
  readonly seen: Set<string>;
}

/** judged returns the detection, and refuses one that was judged before or is named twice in the same command. */
export function judged(
  { about, deadline }: DetectionName,
  { context, files, seen }: Judging,
): Outcome<Detection, Refusal> {
  const { states } = context;
  const name = streamName(about.kind, about.id);
  const obligations = files.has(name) ? files.get(name) : assessed(about, context);
  files.set(name, obligations);
  if (obligations === undefined) return refused({ code: `unknown-${about.kind}` });
  const finding = findingId(about, deadline);
  if (states.of("finding", finding) !== undefined || seen.has(finding))
    return refused({ code: "already-exists", detail: { finding } });
  seen.add(finding);
  return detection(about, deadline, { states, obligations });
}

/** findingData returns what every judgment records of its detection. */
export function findingData(
  { about, deadline }: DetectionName,
  { obligation, state, office }: Detection,
  acting: Pick<Acting, "office">,
) {
  const { rule, version, weight, startedBy, subject, dueOn, metOn } = obligation;
  return {
    finding: findingId(about, deadline),
    about,
    rule: code.parse(rule),
    version: code.parse(version),
    weight,
    startedBy,
    subject: subjectId.parse(subject.id),
    state,
    dueOn,
    metOn,
    office,
    procuracy: acting.office,
  };
}
