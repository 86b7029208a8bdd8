/** The report at the end of a verification, for a person or for a program. */

import { formatHashBase64 } from "../../src/log/hash.ts";
import { formatVkey } from "../../src/log/note.ts";
import type { KeptCheckpoint } from "./kept-checkpoint.ts";
import { reopenedText } from "./reopened.ts";
import type { Trust } from "./trust.ts";
import type { Fault } from "./fault.ts";
import type { Verdict } from "./verification.ts";
import { faultWords } from "./words.ts";

/** The warning is loud and goes to stderr: a key of first use proves only that the log agrees with itself. */
export function reportTrust({ key, by }: Trust): void {
  if (by === "given") return;
  console.error(
    [
      "CHÚ Ý: khóa kiểm tra lấy từ chính máy chủ này. Hãy đối chiếu với khóa nhận từ nơi khác, rồi dùng --key.",
      "NOTE: the key comes from the server itself. Compare it with one from elsewhere, then use --key.",
      `  ${formatVkey(key)}`,
    ].join("\n"),
  );
}

export function reportText(verdict: Verdict, since: KeptCheckpoint | undefined): string {
  return [...verdict.reopenings.map(reopenedText), verdictText(verdict, since)].join("\n");
}

function verdictText({ fault, checkpoint, sawEntries, seconds }: Verdict, since: KeptCheckpoint | undefined): string {
  if (fault !== undefined) return faultText(fault);
  if (checkpoint === undefined) throw new Error("a log without checkpoint has a fault");
  const { origin, size, root } = checkpoint;
  const speed = Math.round(size / seconds);
  const kept =
    since === undefined
      ? []
      : [`nối tiếp điểm kiểm tra ${since.size} · extends the checkpoint of ${since.size} (${since.origin})`];
  const unseen = sawEntries
    ? []
    : [
        "CHƯA THẤY CÁC MỤC: chỉ kiểm tra chữ ký và cây mã băm · ENTRIES NOT SEEN: only signatures and the tree of hashes",
      ];
  return [
    `ĐÚNG · RIGHT: ${origin}, ${size} mục · entries, ${formatHashBase64(root)}`,
    ...kept,
    ...unseen,
    `${speed} mục mỗi giây · entries per second (${seconds.toFixed(1)} s)`,
  ].join("\n");
}

function faultText({ code, index, until }: Fault): string {
  const [vi, en] = faultWords[code];
  const where = index === undefined ? ["điểm kiểm tra", "checkpoint"] : placeOf(index, until ?? index + 1);
  return `SAI, ${where[0]}: ${vi}\nWRONG, ${where[1]}: ${en} (${code})`;
}

function placeOf(index: number, until: number): readonly [string, string] {
  if (until === index + 1) return [`mục ${index}`, `entry ${index}`];
  return [`trong các mục ${index} đến ${until - 1}`, `among entries ${index} to ${until - 1}`];
}

export function reportJson(
  { fault, checkpoint, sawEntries, reopenings, seconds }: Verdict,
  { key, by }: Trust,
): string {
  const verdict = fault !== undefined ? "wrong" : sawEntries ? "right" : "entries-not-seen";
  const log = checkpoint && {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: formatHashBase64(checkpoint.root),
  };
  const speed = checkpoint && Math.round(checkpoint.size / seconds);
  return JSON.stringify({
    verdict,
    ...log,
    ...fault,
    reopenings,
    key: formatVkey(key),
    keyFrom: by,
    seconds,
    entriesPerSecond: speed,
  });
}
