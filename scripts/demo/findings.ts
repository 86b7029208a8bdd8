/** A procurator confirms what the system found in the files of an office, under one rule. */

import { dayOf } from "../../src/base/day.ts";
import { type FindingId, type OfficeId, parseId } from "../../src/base/ids.ts";
import { confirmDetections } from "../../src/domain/findings/commands.ts";
import { streamId, streamKind } from "../../src/domain/event.ts";
import type { DemoActors } from "./actors.ts";

export interface Breaches {
  readonly findings: readonly FindingId[];
  /** The number of files in which the duty was looked for. */
  readonly of: number;
}

export interface Looking {
  readonly subject: string;
  readonly procuracy: OfficeId;
  readonly office: OfficeId;
  readonly rule: string;
  /** The text that the procurator read, where the detection is only a hint. */
  readonly cited?: string;
}

/** confirmBreaches confirms late and missed deadlines alike; a duty that is still open is left alone. */
export async function confirmBreaches(
  actors: DemoActors,
  { subject, procuracy, office, rule, cited }: Looking,
): Promise<Breaches> {
  const { host } = actors;
  const today = dayOf((await host.load([])).now);
  const breached = await host.views.deadlines({ office, rule, state: "breached", unjudged: true, today, limit: 1000 });
  const { of } = await host.views.countBreaches({ office, rule, from: "2000-01-01", until: today, today });
  const detections = breached.map((row) => ({
    about: { kind: streamKind(row.stream), id: streamId(row.stream) },
    deadline: row.key,
    ...(row.weight === "hint" && cited !== undefined ? { cited } : {}),
  }));
  const events = await actors.act(subject, { command: confirmDetections, input: { detections }, office: procuracy });
  return { findings: events.flatMap((event) => parseId<FindingId>(event.data["finding"]) ?? []), of };
}
