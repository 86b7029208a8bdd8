/**
 * Previews a command: decides it on the streams as they are now and records nothing, so that a person sees exactly what
 * they are about to do. New ids are drawn only when it is recorded; here they are counted from 1.
 */

import { type Day, dayOf } from "../../base/day.ts";
import { formatId, type Id } from "../../base/ids.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { Command, NewEvent } from "../../domain/command.ts";
import { decideFor, type DecidedFor, streamsRead } from "../../domain/decide-for.ts";
import { streamName } from "../../domain/event.ts";
import { withoutSecrets } from "../../domain/files/folding.ts";
import { instrumentFile } from "../../domain/instruments/clocks.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { assess, type Obligation } from "../../law/detection/detection.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";
import { evolveAny, statesOfOne } from "../streams/states.ts";
import type { InstrumentPage } from "./instrument-page.ts";

export type Preview = DecidedFor;

export async function preview<Input>(
  call: { readonly command: Command<Input, CommandName>; readonly input: Input },
  { acting }: Reader,
  host: Host,
): Promise<Outcome<Preview, Refusal>> {
  const { states, now } = await loadStates((known) => streamsRead(call, acting, known), host);
  const { size: logSize } = await host.log.head();
  const context = { now, today: dayOf(now), acting, states, logSize, newId: counted(), law: host.law };
  return decideFor(call.command, call.input, context);
}

const countedId = /^0{24}[0-9a-f]{8}$/;

/** Returns the number of a counted id; undefined for a real one. */
export function placeholderNumber(id: string): number | undefined {
  return countedId.test(id) ? Number.parseInt(id.slice(24), 16) : undefined;
}

function counted(): <T extends Id<string>>() => T {
  let number = 0;
  return <T extends Id<string>>() => {
    number += 1;
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setUint32(12, number);
    return formatId<T>(bytes);
  };
}

/** startedClocks returns the clocks of an instrument that the decided events would start. */
export function startedClocks(
  { state, obligations }: Pick<InstrumentPage, "state" | "obligations">,
  events: readonly NewEvent[],
  today: Day,
): readonly Obligation[] {
  const name = streamName("instrument", state.instrument);
  const after = events
    .filter(({ kind, id }) => streamName(kind, id) === name)
    .reduce<unknown>(
      (before, { event: { type, data } }) =>
        evolveAny("instrument", before, { type, data: withoutSecrets(data) }, today),
      state,
    );
  const next = statesOfOne({ name, state: after }).of("instrument", state.instrument);
  const before = new Set(obligations.map(({ key }) => key));
  return next === undefined ? [] : assess(instrumentFile(next), { today }).filter(({ key }) => !before.has(key));
}
