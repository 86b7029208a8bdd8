/** Vietnamese and English words for the codes that an explanation and a screen show. */

import type { DaySource } from "../act.ts";
import type { CarriedDay, Plan } from "../act-entry.ts";
import type { DayOff } from "../calendar/calendar.ts";
import type { Direction, Term } from "../term.ts";
import type { CrossingPolicy } from "../edition.ts";
import type { Doubt } from "../detection/deadline.ts";
import type { Confidence } from "../rule.ts";
import type { Words } from "../language.ts";

/** The English words are plurals; sentences.ts takes the final s off for a length of one. */
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
  out_of_order: { vi: "không đúng trình tự, bị cấm", en: "out of order, forbidden" },
  forbidden_window: { vi: "trước và sau tết Nguyên đán, bị cấm", en: "before and after the lunar new year, forbidden" },
};

export const dayNameWords: Readonly<Record<CarriedDay, Words>> = {
  happenedOn: { vi: "ngày thực hiện", en: "day it happened" },
  sentOn: { vi: "ngày gửi", en: "day it was sent" },
  receivedOn: { vi: "ngày nhận", en: "day it was received" },
  plannedFor: { vi: "ngày dự kiến", en: "day for which it is planned" },
};

export const planWords: Readonly<Record<Plan["what"], Words>> = {
  coercion: { vi: "ngày cưỡng chế", en: "day of the coercion" },
  seizure: { vi: "ngày kê biên", en: "day of the seizure" },
  auction: { vi: "ngày đấu giá", en: "day of the auction" },
  session: { vi: "ngày mở phiên họp", en: "day of the court's session" },
  destruction: { vi: "ngày tiêu hủy", en: "day of the destruction" },
  collection: { vi: "ngày đến nhận", en: "day to come and collect" },
  appointment: { vi: "ngày hẹn, ngày triệu tập", en: "day of the appointment" },
  resumption: { vi: "ngày hết hạn hoãn", en: "last day of the postponement" },
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

/** A year whose days off are not in the calendar. */
export const unknownYearWords: Readonly<Record<"unconfirmed" | "provisional", Words>> = {
  unconfirmed: {
    vi: "chưa được xác nhận: ngày nghỉ lễ, Tết từ năm 2016 chưa đối chiếu với thông báo, trước đó mới loại trừ ngày cuối tuần",
    en: "unconfirmed: holidays and Tết since 2016 were not compared with their notices, before that only weekends are left out",
  },
  provisional: {
    vi: "tạm tính, chưa công bố, đã loại trừ ngày cuối tuần và ngày lễ, Tết mà luật đã định",
    en: "provisional, not announced yet, weekends and the holidays that the law fixes are left out",
  },
};

export const doubtWords: Readonly<Record<Doubt, Words>> = {
  "text-in-doubt": {
    vi: "câu chữ của quy định chưa được đối chiếu với Công báo",
    en: "the text of the rule is not confirmed",
  },
  "at-once": { vi: "“ngay” không do máy kết luận là vi phạm", en: '"at once" is never a breach by itself' },
  "no-limit-stated": { vi: "luật không quy định thời hạn", en: "the law states no limit" },
  period: { vi: "đây là quyền hoặc thời gian được hưởng", en: "this is time given, not a duty" },
  "file-not-kept": {
    vi: "hồ sơ không được ghi từ đầu, nên việc không có trong hồ sơ chưa chắc là chưa làm",
    en: "the file was not kept from its beginning, so what it does not hold may have been done",
  },
  "condition-not-shown": {
    vi: "hồ sơ chưa cho thấy đủ điều kiện áp dụng quy tắc",
    en: "the file does not show that the whole condition of the rule is met",
  },
  "calendar-provisional": {
    vi: "lịch nghỉ của năm chưa được công bố",
    en: "the year's days off are not announced yet",
  },
  "calendar-unconfirmed": {
    vi: "lịch nghỉ của năm chưa được xác nhận bằng thông báo nghỉ lễ, Tết",
    en: "the days off of that year were not compared with its notice",
  },
  "other-law": {
    vi: "còn trong hạn theo luật kia (Điều 116 Luật 106/2025 không quy định luật nào áp dụng)",
    en: "in time by the other law (law 106/2025 Art.116 does not say which governs)",
  },
  "one-law-only": {
    vi: "luật mới không có thời hạn như vậy (Điều 116 Luật 106/2025 không quy định luật nào áp dụng)",
    en: "the new law has no such limit (law 106/2025 Art.116 does not say which law governs)",
  },
  "day-off-moved": {
    vi: "chưa rõ ngày nghỉ bù, nghỉ hoán đổi có là ngày nghỉ bị cấm hay không",
    en: "whether a day off that a notice moved counts as a rest day is open",
  },
  "edge-of-tet": {
    vi: "chỉ thuộc thời gian cấm nếu tính từ các ngày nghỉ Tết, không thuộc nếu tính từ mùng Một",
    en: "forbidden only if counted from the days off for Tết, not from the first day of the lunar year",
  },
  "end-moved": {
    vi: "thời hạn đã đủ số ngày, chỉ chưa hết nếu ngày cuối lùi sang ngày làm việc",
    en: "the days of the term were full; it still ran only if its last day moves to a working day",
  },
};

export const crossingWords: Readonly<Record<CrossingPolicy, Words>> = {
  "law-of-the-starting-day": { vi: "áp dụng luật của ngày bắt đầu", en: "the law of the starting day is kept" },
  "new-law-from-its-day": {
    vi: "áp dụng luật mới, thời hạn không kết thúc trước 01/07/2026",
    en: "the new law applies, and no limit of it ends before 2026-07-01",
  },
  "later-of-both": { vi: "áp dụng luật có ngày cuối muộn hơn", en: "the law whose last day is later applies" },
};

export const confidenceWords: Readonly<Record<Confidence, Words>> = {
  V: { vi: "đã đọc toàn văn", en: "read in full text" },
  "V*": { vi: "đã đọc, câu chữ cần đối chiếu Công báo", en: "read, to be compared with the official gazette" },
  V2: { vi: "theo nguồn thứ cấp", en: "from a secondary source" },
  M: { vi: "theo trí nhớ, chưa kiểm tra", en: "from memory, unchecked" },
  C: { vi: "các nguồn mâu thuẫn", en: "sources conflict" },
  U: { vi: "chưa đọc được văn bản", en: "text not read" },
};

/** Monday first. */
export const weekdayWords = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;
