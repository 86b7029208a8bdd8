/** The Vietnamese words of instruments: kinds, statuses, answers, reasons, channels. */

import type {
  answers,
  channels,
  demands,
  deviationReasons,
  instrumentKinds,
  reopeningReasons,
  withdrawalReasons,
} from "../../domain/instruments/events.ts";
import { type InstrumentState, isSent } from "../../domain/instruments/instrument.ts";
import type { Verification } from "../../domain/instruments/item.ts";

type Kind = (typeof instrumentKinds)[number];

export const kindWords: Readonly<Record<Kind, string>> = {
  request: "Yêu cầu",
  recommendation: "Kiến nghị",
  protest: "Kháng nghị",
};

export const statusWords: Readonly<Record<InstrumentState["status"], string>> = {
  drafted: "dự thảo",
  discarded: "đã hủy dự thảo",
  issued: "đã ban hành, chưa tống đạt",
  served: "đã tống đạt",
  received: "đã nhận, đang thực hiện",
  closed: "đã kết thúc theo dõi",
  withdrawn: "đã rút",
};

export const answerWords: Readonly<Record<(typeof answers)[number], string>> = {
  accepted: "chấp nhận",
  partly: "chấp nhận một phần",
  disagreed: "không nhất trí",
};

/** Outcomes of a request to reconsider, of an answer that binds, and of the verification of a claimed remedy. */
export const outcomeWords = {
  maintained: "giữ nguyên kháng nghị",
  withdrawn: "rút kháng nghị",
  upheld: "kháng nghị đúng, phải thực hiện",
  overturned: "không chấp nhận kháng nghị",
  confirmed: "đã kiểm chứng là khắc phục",
  "not-confirmed": "chưa khắc phục thật, phải làm lại",
} as const;

export const verificationWords: Readonly<Record<Verification["status"], string>> = {
  "not-yet": "chưa kiểm chứng",
  confirmed: outcomeWords.confirmed,
  "not-confirmed": outcomeWords["not-confirmed"],
};

export const channelWords: Readonly<Record<(typeof channels)[number], string>> = {
  system: "qua hệ thống này (nhận ngay khi giao)",
  post: "qua bưu điện",
  hand: "giao trực tiếp",
};

export const deviationWords: Readonly<Record<(typeof deviationReasons)[number], string>> = {
  "protest-window-closed": "đã hết thời hạn kháng nghị",
  "court-addressee": "cơ quan nhận là Tòa án",
  "management-gap": "sơ hở trong quản lý",
  gathered: "tổng hợp nhiều vi phạm",
  "superior-instruction": "theo chỉ đạo của Viện kiểm sát cấp trên",
};

export const withdrawalWords: Readonly<Record<(typeof withdrawalReasons)[number], string>> = {
  "out-of-time": "ban hành quá hạn",
  "wrong-addressee": "sai cơ quan nhận",
  "ground-gone": "căn cứ không còn",
  reconsidered: "sau khi xem xét lại",
  "superior-instruction": "theo chỉ đạo của Viện kiểm sát cấp trên",
};

export const reopeningWords: Readonly<Record<(typeof reopeningReasons)[number], string>> = {
  "correction-not-real": "khắc phục không có thật",
  repeated: "tái phạm",
  "closed-in-error": "kết thúc nhầm",
};

export const demandWords: Readonly<Record<(typeof demands)[number], string>> = {
  "issue-decision": "ra quyết định về thi hành án đúng quy định",
  enforce: "thi hành bản án, quyết định",
  "self-inspect": "tự kiểm tra và thông báo kết quả",
  "supply-file": "cung cấp hồ sơ, tài liệu",
};

export const levelWords: Readonly<Record<NonNullable<InstrumentState["level"]>, string>> = {
  district: "Viện kiểm sát cấp huyện",
  area: "Viện kiểm sát khu vực",
  provincial: "Viện kiểm sát cấp tỉnh",
  supreme: "Viện kiểm sát nhân dân tối cao",
  "military-region": "Viện kiểm sát quân sự quân khu",
  "central-military": "Viện kiểm sát quân sự trung ương",
  superior: "Viện kiểm sát cấp trên",
};

/** Writes "Kiến nghị 01/KN-VKS"; a draft has no number yet. */
export function instrumentName({
  kind,
  number,
}: {
  readonly kind: string;
  readonly number: string | undefined;
}): string {
  const word = isKind(kind) ? kindWords[kind] : kind;
  return number === undefined ? `${word} (dự thảo)` : `${word} ${number}`;
}

export function instrumentLabel(state: InstrumentState): string {
  return instrumentName({ kind: state.kind, number: isSent(state) ? state.issue.number : undefined });
}

function isKind(text: string): text is Kind {
  return Object.hasOwn(kindWords, text);
}
