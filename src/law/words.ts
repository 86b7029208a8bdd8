/** Vietnamese and English words for the codes that an explanation and a screen show. */

import type { DaySource } from "./act.ts";
import type { DayName } from "./acts/entry.ts";
import type { DayOff } from "./calendar.ts";
import type { Direction, Term } from "./counting.ts";
import type { Doubt } from "./explanation.ts";
import type { Confidence } from "./rule.ts";
import type { Words } from "./series.ts";

/** Plural where English has one; a single one loses its s. */
export const unitWords: Readonly<Record<Term["unit"], Words>> = {
  calendar_day: { vi: "ngày", en: "calendar days" },
  working_day: { vi: "ngày làm việc", en: "working days" },
  month: { vi: "tháng", en: "months" },
  year: { vi: "năm", en: "years" },
  hour: { vi: "giờ", en: "hours" },
  immediate: { vi: "ngay (không tính thành ngày)", en: "at once (not a number of days)" },
  no_limit_stated: { vi: "luật không quy định thời hạn", en: "the law states no limit" },
  time_window: { vi: "khoảng thời gian bị cấm trong ngày", en: "hours of the day in which it is forbidden" },
};

export const directionWords: Readonly<Record<Direction, Words>> = {
  after: { vi: "kể từ ngày tiếp theo", en: "from the following day" },
  before: { vi: "tính lùi", en: "counted back" },
  maximum: { vi: "tối đa", en: "at most" },
  minimum: { vi: "tối thiểu", en: "at least" },
  not_before: { vi: "không sớm hơn", en: "not before they are over" },
  lookback_max: { vi: "không cũ hơn", en: "not older than" },
  forbidden: { vi: "bị cấm", en: "forbidden" },
  forbidden_window: { vi: "bị cấm", en: "forbidden" },
};

export const dayNameWords: Readonly<Record<DayName, Words>> = {
  happenedOn: { vi: "ngày thực hiện", en: "day it happened" },
  sentOn: { vi: "ngày gửi", en: "day it was sent" },
  receivedOn: { vi: "ngày nhận", en: "day it was received" },
};

export const sourceWords: Readonly<Record<DaySource, Words>> = {
  system: { vi: "hệ thống ghi nhận", en: "recorded by the system" },
  document: { vi: "theo giấy tờ", en: "from a document" },
  stated: { vi: "theo lời khai", en: "stated" },
  import: { vi: "dữ liệu nhập từ trước, chưa được chứng minh", en: "imported: stated, not proven" },
};

export const dayOffWords: Readonly<Record<DayOff, Words>> = {
  saturday: { vi: "nghỉ cuối tuần", en: "weekend" },
  sunday: { vi: "nghỉ cuối tuần", en: "weekend" },
  "new-year": { vi: "Tết Dương lịch", en: "New Year" },
  tet: { vi: "Tết Âm lịch", en: "Lunar New Year (Tết)" },
  "hung-kings": { vi: "Giỗ Tổ Hùng Vương", en: "Hung Kings' day" },
  reunification: { vi: "ngày Chiến thắng 30/4", en: "Victory day, 30 April" },
  "labour-day": { vi: "ngày Quốc tế lao động 1/5", en: "Labour day, 1 May" },
  "national-day": { vi: "Quốc khánh", en: "National Day" },
  "culture-day": { vi: "Ngày Văn hóa Việt Nam 24/11", en: "Vietnam Culture Day, 24 November" },
  "made-up": { vi: "nghỉ bù", en: "day off for a holiday on a weekend" },
  swapped: { vi: "nghỉ hoán đổi ngày làm việc", en: "day off swapped for a working Saturday" },
};

export const doubtWords: Readonly<Record<Doubt, Words>> = {
  "text-in-doubt": { vi: "chữ của quy định chưa được xác nhận", en: "the text of the rule is not confirmed" },
  "at-once": { vi: "“ngay” không do máy kết luận là vi phạm", en: '"at once" is never a breach by itself' },
  "no-limit-stated": { vi: "luật không quy định thời hạn", en: "the law states no limit" },
  period: { vi: "đây là quyền hoặc thời gian được hưởng", en: "this is time given, not a duty" },
  "condition-not-shown": {
    vi: "hồ sơ chưa cho thấy đủ điều kiện áp dụng quy tắc",
    en: "the file does not show that the whole condition of the rule is met",
  },
  "calendar-provisional": {
    vi: "lịch nghỉ của năm chưa được công bố",
    en: "the year's days off are not announced yet",
  },
  "calendar-unconfirmed": {
    vi: "lịch nghỉ của năm chưa được xác nhận, mới loại trừ ngày cuối tuần",
    en: "the year's days off are not confirmed, only weekends are known",
  },
};

export const confidenceWords: Readonly<Record<Confidence, Words>> = {
  V: { vi: "đã đọc toàn văn", en: "read in full text" },
  "V*": { vi: "đã đọc, câu chữ cần đối chiếu Công báo", en: "read, to be compared with the official gazette" },
  V2: { vi: "theo nguồn thứ cấp", en: "from a secondary source" },
  M: { vi: "theo trí nhớ, chưa kiểm tra", en: "from memory, unchecked" },
  C: { vi: "các nguồn mâu thuẫn", en: "sources conflict" },
  U: { vi: "chưa đọc được văn bản", en: "text not read" },
};

/** From Monday on. */
export const weekdayWords = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** Kinds of decision and outcomes of answers, by their codes in the traits of an act. */
export const traitWords: Readonly<Record<string, Words>> = {
  enforcement: { vi: "thi hành án", en: "enforcement" },
  "not-yet-executable": { vi: "chưa có điều kiện thi hành án", en: "not yet executable" },
  postponement: { vi: "hoãn thi hành án", en: "postponement" },
  suspension: { vi: "tạm đình chỉ thi hành án", en: "suspension" },
  termination: { vi: "đình chỉ thi hành án", en: "termination" },
  resumption: { vi: "tiếp tục thi hành án", en: "resumption" },
  coercion: { vi: "cưỡng chế", en: "coercion" },
  seizure: { vi: "kê biên", en: "seizure" },
  security: { vi: "biện pháp bảo đảm", en: "security measure" },
  delegation: { vi: "ủy thác", en: "delegation" },
  withdrawal: { vi: "thu hồi quyết định", en: "withdrawal of a decision" },
  amendment: { vi: "sửa đổi, bổ sung quyết định", en: "amendment of a decision" },
  annulment: { vi: "hủy quyết định", en: "annulment of a decision" },
  "price-cut": { vi: "giảm giá", en: "price cut" },
  other: { vi: "khác", en: "other" },
  accepted: { vi: "chấp nhận", en: "accepted" },
  partly: { vi: "chấp nhận một phần", en: "partly accepted" },
  disagreed: { vi: "không nhất trí", en: "disagreed" },
  maintained: { vi: "giữ nguyên", en: "maintained" },
  withdrawn: { vi: "rút", en: "withdrawn" },
  upheld: { vi: "giữ nguyên kháng nghị", en: "protest upheld" },
  overturned: { vi: "không chấp nhận kháng nghị", en: "protest overturned" },
};
