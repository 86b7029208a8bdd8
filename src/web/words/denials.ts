/** What a screen says when a command or a page is not answered: a refusal, the machine, the moment, the sign-in. */

import type { Refusal } from "../../domain/refusal.ts";
import { refusalTexts } from "../../domain/refusals/refusal-texts.ts";
import type { RefusalText } from "../../domain/refusals/text.ts";
import type { BodyFault } from "../../service/admitting/sent-body.ts";
import { denialTexts } from "../../service/denial-texts.ts";
import type { Denial } from "../../service/recording/handle.ts";
import { TryAgain } from "../../service/ports.ts";
import { oldKey } from "../../service/sealing/own-checkpoint.ts";
import { LogStopped, type StopReason } from "../../service/sealing/seal.ts";

export interface ScreenText {
  readonly vi: string;
  readonly en: string;
  /** What to do, in Vietnamese. */
  readonly todo: string;
}

function onScreen({ wrong: [vi, en], todo: { screen } }: RefusalText): ScreenText {
  return { vi, en, todo: screen };
}

export function refusalWords({ code }: Refusal): ScreenText {
  return onScreen(refusalTexts[code]);
}

export function limitedWords(seconds: number): ScreenText {
  const said = onScreen(denialTexts["rate-limited"]);
  return { ...said, todo: said.todo.replace("{seconds}", String(seconds)) };
}

/** What was sent could not be read. The browser still has what was typed. */
export const bodyWords: Readonly<Record<BodyFault, ScreenText>> = {
  "body-too-large": {
    vi: "Nội dung quá lớn",
    en: "The form is too large",
    todo: "Bấm nút quay lại của trình duyệt và bớt nội dung: nhiều nhất 1 MiB.",
  },
  "body-too-slow": {
    vi: "Nội dung đến quá chậm",
    en: "The form came too slowly",
    todo: "Bấm nút quay lại của trình duyệt và gửi lại khi mạng tốt hơn.",
  },
  "body-cut-off": {
    vi: "Nội dung bị đứt giữa chừng",
    en: "The form ended too early",
    todo: "Bấm nút quay lại của trình duyệt và gửi lại.",
  },
};

export function denialWords(denial: Exclude<Denial, { kind: "refused" }>): ScreenText {
  switch (denial.kind) {
    case "still-running":
      return onScreen(denialTexts["still-running"]);
    case "key-reused":
      return onScreen(denialTexts["idempotency-key-reused"]);
    case "moved":
      return onScreen(denialTexts["version-not-matched"]);
    case "waiting-for-clock":
      return withRecorded(onScreen(denialTexts["waiting-for-clock"]), "no");
    case "unavailable":
      return denial.code === "sealing-behind" ? onScreen(denialTexts["sealing-behind"]) : withRecorded(stopped, "no");
  }
}

const stopped = onScreen(denialTexts["signer-stopped"]);

const recordedWords: Readonly<Record<TryAgain["recorded"], string>> = {
  no: "Chưa ghi gì.",
  yes: "Đã ghi, chưa khóa sổ xong.",
  unknown: "Chưa rõ đã ghi hay chưa.",
};

function withRecorded(said: ScreenText, recorded: TryAgain["recorded"]): ScreenText {
  return { ...said, todo: `${recordedWords[recorded]} ${said.todo}` };
}

/** Returns undefined for a fault that no repetition is known to end. */
export function faultWords(fault: unknown): ScreenText | undefined {
  if (fault instanceof TryAgain && fault.clock !== undefined)
    return withRecorded(onScreen(denialTexts["waiting-for-clock"]), fault.recorded);
  if (fault instanceof TryAgain && fault.code === oldKey) return withRecorded(stopped, fault.recorded);
  if (fault instanceof TryAgain) return withRecorded(onScreen(denialTexts["try-again"]), fault.recorded);
  return fault instanceof LogStopped ? stopped : undefined;
}

/** Why nothing can be recorded, for each word of /health (scripts/README.md#if-the-log-stops). */
const stopTexts = {
  "database-older-than-signed": "cơ sở dữ liệu cũ hơn điều đã ký, có thể do khôi phục bản sao lưu",
  "signer-memory-foreign": "bộ nhớ của người ký giữ điểm kiểm tra không phải của nhật ký này",
  "stream-broken": "mục chờ khóa sổ không nối tiếp mục đã khóa sổ",
  "clock-went-back": "đồng hồ của cơ sở dữ liệu lùi hơn sáu giờ",
  "recording-foreign": "cơ sở dữ liệu có mục không do máy chủ này ghi",
  "stream-foreign": "cơ sở dữ liệu có hồ sơ không do máy chủ này ghi",
  "head-foreign": "đầu nhật ký trong cơ sở dữ liệu bị sửa",
  "checkpoint-foreign": "cơ sở dữ liệu có điểm kiểm tra không do nhật ký này ký",
  [oldKey]: "máy chủ này còn giữ khóa cũ của nhật ký",
} as const satisfies Record<StopReason | typeof oldKey, string>;

/** stopText says why, by the word of /health. A word that no server says was set by hand in the database. */
export function stopText(reason: string): string {
  const known = new Map<string, string>(Object.entries(stopTexts));
  return known.get(reason) ?? "lý do không rõ, không do máy chủ đặt";
}

/** Heads every page while nothing can be recorded; `reason` is the word of /health. */
export function stoppedWords(reason: string): string {
  return `Nhật ký đã dừng nhận: ${stopText(reason)}. Chỉ xem được, chưa ghi được gì mới; hãy báo người vận hành.`;
}

export const systemFault = onScreen(denialTexts["internal-fault"]);

/** `code` is the verifier's. The other codes of a token differ for its issuer alone: a person can only sign in again. */
export function tokenWords(code: string): ScreenText {
  if (code === "token-expired" || code === "issuer-unreachable") return onScreen(denialTexts[code]);
  return onScreen(denialTexts["token-invalid"]);
}
