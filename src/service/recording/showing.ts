/**
 * Whether the answer to a command may show values beside its receipt. The receipt is of what was recorded, and its owner may
 * have it again; a value is shown by today's permission, and soon after the entry that covers it (src/README.md#access).
 */

import { z } from "zod";
import { dayOf, type Instant } from "../../base/day.ts";
import type { Acting, Command } from "../../domain/command.ts";
import { roleFor, streamsRead } from "../../domain/decide-for.ts";
import type { StreamName } from "../../domain/event.ts";
import { rolesAt } from "../../domain/offices/person.ts";
import type { BothTongues } from "../../domain/refusals/text.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Placement } from "../../log/receipt.ts";
import { parseUtf8 } from "../../base/bytes.ts";
import type { Host } from "../host.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import { statesOf } from "../streams/states.ts";

export type Showing = "shown" | "no-longer-permitted" | "shown-before";

/** Why a repeat shows its receipt and no values, for API and console. */
export const withheldTexts: Readonly<Record<Exclude<Showing, "shown">, BothTongues>> = {
  "no-longer-permitted": [
    "người hỏi không còn được xem: chỉ trả biên nhận của lần đã ghi",
    "the person may no longer see them: the answer is the receipt of what was recorded",
  ],
  "shown-before": [
    "đã ghi từ hơn 10 phút trước: muốn xem lại, mở xem lần mới (Idempotency-Key mới)",
    "recorded more than 10 minutes ago: to see them again, ask anew with a new Idempotency-Key",
  ],
};

/** Milliseconds: a client that got no answer asks again at once; whoever comes later looks anew, with an entry of their own. */
const showableFor = 600_000;

interface Given<Input> {
  readonly command: Command<Input, CommandName>;
  readonly input: Input;
}

/** Says what the repeat of a recorded command may show, by the directory as the database has it now. */
export async function showingNow<Input>(
  given: Given<Input>,
  { acting, placement }: { readonly acting: Acting; readonly placement: Placement },
  host: Host,
): Promise<Showing> {
  const { streams, now } = await loadFresh(given, acting, host);
  const states = statesOf(streams);
  const today = dayOf(now);
  const holder = states.of("person", acting.person);
  const roles = holder === undefined ? [] : rolesAt(holder, acting.office, today);
  const role = roleFor(given, { acting: { ...acting, roles }, states, today });
  if (role === undefined) return "no-longer-permitted";
  return Date.parse(now) - recordedAt(placement) <= showableFor ? "shown" : "shown-before";
}

/** Asks the database for every stream: a role that another process ended a second ago has ended. */
async function loadFresh<Input>(
  given: Given<Input>,
  acting: Acting,
  host: Host,
): Promise<{ readonly streams: ReadonlyMap<StreamName, LoadedStream | undefined>; readonly now: Instant }> {
  const streams = new Map<StreamName, LoadedStream | undefined>();
  for (;;) {
    const missing = streamsRead(given, acting, statesOf(streams)).filter((name) => !streams.has(name));
    const loaded = await host.load(missing);
    if (missing.length === 0) return { streams, now: loaded.now };
    for (const name of missing) streams.set(name, loaded.streams.get(name));
  }
}

const event = z.object({ at: z.string() });

function recordedAt({ entries: [entry] }: Placement): number {
  if (entry === undefined) throw new Error("a recorded command has an entry");
  return Date.parse(event.parse(JSON.parse(parseUtf8(entry.body))).at);
}
