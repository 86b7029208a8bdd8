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
import { type EventInLog, recordedEvents } from "../../src/service/recording/recorded-events.ts";
import type { Host } from "../../src/service/host.ts";

export interface Part<Input> {
  readonly command: Command<Input, CommandName>;
  readonly input: unknown;
  readonly office?: OfficeId;
  /** The input as the service completes it. */
  readonly complete?: (input: Input) => Input;
}

export class DemoActors {
  readonly issuer: string;
  readonly progress: (text: string) => void;
  #host: Host;
  #count = 0;

  constructor(host: Host, issuer: string, progress: (text: string) => void) {
    this.#host = host;
    this.issuer = issuer;
    this.progress = progress;
  }

  get host(): Host {
    return this.#host;
  }

  /** goOnWith takes another program for what follows, as when a server is replaced by its next version. */
  goOnWith(host: Host): void {
    this.#host = host;
  }

  /** What was recorded. Waits where the rate limit asks for it; anything else that is refused is a fault of the demonstration. */
  async act<Input>(
    subject: string,
    { command, input, office, complete = (typed) => typed }: Part<Input>,
  ): Promise<readonly EventInLog[]> {
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
    const done = await handle(ask, this.#host);
    if (!done.ok) throw new Error(`${subject} ${command.name}: ${JSON.stringify(done.refusal).slice(0, 2000)}`);
    return recordedEvents(done.value.placement);
  }
}

function asJson(value: unknown): Json {
  return z.json().parse(JSON.parse(JSON.stringify(value)));
}

/** The id that an event names in this field of its data. */
export function idIn<T extends NonNullable<ReturnType<typeof parseId>>>(
  events: readonly EventInLog[],
  type: string,
  field: string,
): T {
  const found = parseId<T>(events.find((event) => event.type === type)?.data[field]);
  if (found === undefined) throw new Error(`no ${field} in ${type}`);
  return found;
}
