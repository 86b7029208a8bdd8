/** The report at the end of a verification, for a person or for a program. */

import { formatHashBase64 } from "../../src/log/hash.ts";
import { formatVkey } from "../../src/log/note.ts";
import type { KeptCheckpoint } from "./kept-checkpoint.ts";
import { reopenedText } from "./reopened.ts";
import type { Trust } from "./trust.ts";
import type { Fault, Unseen } from "./fault.ts";
import { stoppedText } from "./stopped.ts";
import type { Verdict } from "./verification.ts";
import { faultWords, unseenWords } from "./words.ts";

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

export interface Report {
  readonly verdict: Verdict;
  readonly since: KeptCheckpoint | undefined;
  /** Why the log has stopped, if it has. */
  readonly stopped: string | undefined;
}

export function reportText({ verdict, since, stopped }: Report): string {
  const { found, reopenings } = verdict;
  return [
    ...reopenings.map(reopenedText),
    ...(stopped === undefined ? [] : [stoppedText(stopped)]),
    ...(found.faults.total === 0 ? [rightText(verdict, since)] : faultLines(verdict)),
  ].join("\n");
}

function rightText({ checkpoint, sawEntries, seconds }: Verdict, since: KeptCheckpoint | undefined): string {
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

/** faultLines lists the faults of each kind, how many there are in all, and what could not be looked at because of them. */
function faultLines({ found: { faults, unseen } }: Verdict): readonly string[] {
  return [
    ...faults.listed.map(faultText),
    ...faults.unlisted.map(({ code, more }) => `SAI · WRONG: +${more} ${code}`),
    ...unseen.listed.map(unseenText),
    ...unseen.unlisted.map(({ code, more }) => `CHƯA XEM · NOT LOOKED AT: +${more} ${code}`),
    `${faults.total} lỗi · faults`,
  ];
}

function faultText({ code, index, until, made }: Fault): string {
  const [vi, en] = faultWords[code];
  const where = index === undefined ? ["điểm kiểm tra", "checkpoint"] : placeOf(index, until ?? index + 1);
  const what = made === undefined ? "" : ` [${made}]`;
  return `SAI, ${where[0]}${what}: ${vi}\nWRONG, ${where[1]}${what}: ${en} (${code})`;
}

function unseenText({ code, index, until }: Unseen): string {
  const [vi, en] = unseenWords[code];
  const where = placeOf(index, until);
  return `CHƯA XEM, ${where[0]}: ${vi}\nNOT LOOKED AT, ${where[1]}: ${en} (${code})`;
}

function placeOf(index: number, until: number): readonly [string, string] {
  if (until === index + 1) return [`mục ${index}`, `entry ${index}`];
  return [`trong các mục ${index} đến ${until - 1}`, `among entries ${index} to ${until - 1}`];
}

export function reportJson({ verdict, stopped }: Report, { key, by }: Trust): string {
  const { found, checkpoint, sawEntries, reopenings, seconds } = verdict;
  const { faults, unseen } = found;
  const log = checkpoint && {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: formatHashBase64(checkpoint.root),
  };
  return JSON.stringify({
    verdict: faults.total > 0 ? "wrong" : sawEntries ? "right" : "entries-not-seen",
    ...log,
    stopped,
    ...faults.listed[0],
    faults: faults.listed,
    faultCounts: Object.fromEntries(faults.counts),
    notLookedAt: unseen.listed,
    notLookedAtCounts: Object.fromEntries(unseen.counts),
    reopenings,
    key: formatVkey(key),
    keyFrom: by,
    seconds,
    entriesPerSecond: checkpoint && Math.round(checkpoint.size / seconds),
  });
}
