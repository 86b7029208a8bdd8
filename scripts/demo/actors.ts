/**
 * The people of the demonstration act through the same service as everybody. Their idempotency keys are counted, so a
 * demonstration that was interrupted goes on where it stopped: what is recorded already is answered again.
 */

import { z } from "zod";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { parseId } from "../../src/base/ids.ts";
import type { Command } from "../../src/domain/command.ts";
import type { CommandName } from "../../src/domain/permission.ts";
import { handle } from "../../src/service/recording/handle.ts";
import type { Host } from "../../src/service/host.ts";

/** An event as the answer shows it. */
export interface Shown {
  readonly type: string;
  readonly stream: string;
  readonly index: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Part<Input> {
  readonly command: Command<Input, CommandName>;
  readonly input: unknown;
  readonly office?: OfficeId;
  /** The input as the service completes it. */
  readonly complete?: (input: Input) => Input;
}

export class DemoActors {
  readonly host: Host;
  readonly issuer: string;
  readonly progress: (text: string) => void;
  #count = 0;

  constructor(host: Host, issuer: string, progress: (text: string) => void) {
    this.host = host;
    this.issuer = issuer;
    this.progress = progress;
  }

  /** What was recorded. Waits where the rate limit asks for it; anything else that is refused is a fault of the demonstration. */
  async act<Input>(
    subject: string,
    { command, input, office, complete = (typed) => typed }: Part<Input>,
  ): Promise<readonly Shown[]> {
    this.#count += 1;
    const key = `demo-${this.#count}`;
    const parsed = command.input.parse(input);
    const ask = {
      identity: { issuer: this.issuer, subject },
      office,
      command,
      input: complete(parsed),
      key,
      body: canonicalJson(asJson(input)),
    };
    for (;;) {
      const done = await handle(ask, this.host);
      if (done.ok) return shown(done.value.body);
      if (done.refusal.kind !== "limited")
        throw new Error(`${subject} ${command.name}: ${JSON.stringify(done.refusal).slice(0, 2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function asJson(value: unknown): Json {
  return z.json().parse(JSON.parse(JSON.stringify(value)));
}

const recorded = z.object({ type: z.string(), stream: z.string(), data: z.record(z.string(), z.unknown()) });
const answered = z.object({
  entries: z.array(z.object({ entry: z.object({ index: z.int(), event: recorded }) })).optional(),
  events: z.array(recorded).optional(),
  range: z.object({ start: z.int() }).optional(),
});

/** Both shapes of an answer: entries with a proof each, or one range with one proof (service/receipt.ts). */
function shown(body: string): readonly Shown[] {
  const { entries, events = [], range } = answered.parse(JSON.parse(body));
  if (entries !== undefined) return entries.map(({ entry }) => ({ ...entry.event, index: entry.index }));
  return events.map((event, i) => ({ ...event, index: (range?.start ?? 0) + i }));
}

/** The id that an event names in this field of its data. */
export function idIn<T extends NonNullable<ReturnType<typeof parseId>>>(
  events: readonly Shown[],
  type: string,
  field: string,
): T {
  const found = parseId<T>(events.find((event) => event.type === type)?.data[field]);
  if (found === undefined) throw new Error(`no ${field} in ${type}`);
  return found;
}
