import { beforeAll, describe, expect, it } from "vitest";
import { makeLogKey } from "../../../scripts/start/log-key.ts";
import { noPrev } from "../../../src/log/entry.ts";
import { type Head, type LogKey, type PendingEvent, TryAgain } from "../../../src/service/ports.ts";
import { makeBatch, StreamBroken } from "../../../src/service/sealing/batch.ts";
import { readLogKey } from "../../../src/store/keys.ts";
import { plainEvent } from "../../kit/host/plain-recording.ts";

let key: LogKey;
beforeAll(async () => {
  const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey("localhost/batches");
  key = await readLogKey(LOG_KEY, LOG_PUBLIC_KEY);
});

const empty: Head = { size: 0, hash: noPrev, edge: [], stopped: undefined };

function pending(version: number, follows: boolean): PendingEvent {
  return { event: BigInt(version), stream: "case/1", version, body: plainEvent("case/1", version), follows };
}

describe("makeBatch refuses", () => {
  it("a version that does not follow a sealed one: no recording of ours left it there", async () => {
    const head = { ...empty, size: 1, edge: [noPrev] };
    await expect(makeBatch(head, [pending(2, false)], key)).rejects.toThrow(StreamBroken);
  });

  it("versions of a stream out of order within the batch", async () => {
    await expect(makeBatch(empty, [pending(2, false), pending(1, true)], key)).rejects.toThrow(StreamBroken);
  });

  it("an empty log whose first event does not open it, until the opening is recorded", async () => {
    await expect(makeBatch(empty, [pending(1, true)], key)).rejects.toThrow(TryAgain);
  });
});
