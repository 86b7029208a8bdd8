/** The Vietnamese words of findings: what a procurator made of a detection. */

import type { breaches, dismissalReasons } from "../../domain/findings/events.ts";
import type { Seriousness } from "../../domain/findings/finding.ts";

export const findingStatusWords: Readonly<Record<string, string>> = {
  confirmed: "đã xác nhận vi phạm",
  merged: "đã gộp vào vi phạm khác",
  dismissed: "đã bác",
  "in-instrument": "đã đưa vào văn bản",
};

export const seriousnessWords: Readonly<Record<Seriousness, string>> = {
  serious: "nghiêm trọng",
  "less-serious": "ít nghiêm trọng",
};

export const dismissalWords: Readonly<Record<(typeof dismissalReasons)[number], string>> = {
  "data-error": "dữ liệu ghi sai",
  "lawful-ground": "có căn cứ pháp luật",
  duplicate: "trùng với phát hiện khác",
  "out-of-scope": "không thuộc phạm vi kiểm sát",
  "force-majeure": "sự kiện bất khả kháng",
  other: "lý do khác (ghi rõ)",
};

/** The state of the time limit when the finding was confirmed. */
export const breachWords: Readonly<Record<(typeof breaches)[number], string>> = {
  late: "làm chậm",
  missed: "quá hạn chưa làm",
  forbidden: "làm việc bị cấm",
};

/** The same in a name, after the due day. */
export const allegedWords: typeof breachWords = {
  late: "làm chậm",
  missed: "chưa làm",
  forbidden: "bị cấm",
};
