import { beforeAll, describe, expect, it } from "vitest";
import { makeLogKey } from "../../../scripts/start/log-key.ts";
import { noPrev } from "../../../src/log/entry.ts";
import { type Head, type PendingEvent, TryAgain } from "../../../src/service/ports.ts";
import { makeBatch, StreamBroken } from "../../../src/service/sealing/batch.ts";
import { makeKeyed, readLogKey } from "../../../src/store/keys.ts";
import { plainEvent } from "../../kit/host/plain-recording.ts";

let keys: Parameters<typeof makeBatch>[2];
beforeAll(async () => {
  const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey("localhost/batches");
  keys = { key: await readLogKey(LOG_KEY, LOG_PUBLIC_KEY), keyed: await makeKeyed(new Uint8Array(32)) };
});

const empty: Head = { size: 0, hash: noPrev, edge: [], checkpoints: 0, stopped: undefined };

function pending(version: number, follows: boolean): PendingEvent {
  const event = BigInt(version);
  return { event, recording: event, stream: "case/1", version, body: plainEvent("case/1", version), follows };
}

describe("makeBatch refuses", () => {
  it("a version that does not follow a sealed one: no recording of ours left it there", async () => {
    const head = { ...empty, size: 1, edge: [noPrev] };
    await expect(makeBatch(head, [pending(2, false)], keys)).rejects.toThrow(StreamBroken);
  });

  it("versions of a stream out of order within the batch", async () => {
    await expect(makeBatch(empty, [pending(2, false), pending(1, true)], keys)).rejects.toThrow(StreamBroken);
  });

  it("an empty log whose first event does not open it, until the opening is recorded", async () => {
    await expect(makeBatch(empty, [pending(1, true)], keys)).rejects.toThrow(TryAgain);
  });
});
