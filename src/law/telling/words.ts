/** Vietnamese and English words for the codes that an explanation and a screen show. */

import type { DaySource } from "../act.ts";
import type { CarriedDay, Plan } from "../act-entry.ts";
import type { DayOff } from "../calendar/calendar.ts";
import type { Direction, Term } from "../term.ts";
import type { CrossingPolicy } from "../edition.ts";
import type { Doubt } from "../detection/deadline.ts";
import type { Confidence } from "../rule.ts";
import type { Words } from "../language.ts";

/** The English words are plurals; explanation.ts takes the final s off for a length of one. */
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
  forbidden_window: {
    vi: "trước và sau tết Nguyên đán, bị cấm",
    en: "before and after the lunar new year, forbidden",
  },
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
  unconfirmed: { vi: "chưa được xác nhận, mới loại trừ ngày cuối tuần", en: "unconfirmed, only weekends are left out" },
  provisional: {
    vi: "tạm tính, chưa công bố, mới loại trừ ngày cuối tuần và ngày lễ cố định",
    en: "provisional, not announced yet, only weekends and holidays of fixed date are left out",
  },
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
  "later-of-both": {
    vi: "áp dụng luật có ngày cuối muộn hơn",
    en: "the law whose last day is later applies",
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

/** Monday first. */
export const weekdayWords = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** The codes in the traits of an act, such as kinds of decision and outcomes of answers. */
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
  first: { vi: "lần đầu", en: "first" },
  second: { vi: "lần hai", en: "second" },
  later: { vi: "các lần sau", en: "later" },
  "before-measures": {
    vi: "trước khi áp dụng biện pháp bảo đảm, cưỡng chế",
    en: "before security or coercive measures",
  },
  freeze: { vi: "phong tỏa tài khoản, tài sản", en: "freeze of an account or asset" },
  "after-coercion": { vi: "sau khi cưỡng chế", en: "after coercion" },
  ordinary: { vi: "thông thường", en: "ordinary" },
  complex: { vi: "phức tạp", en: "complex" },
  "very-complex": { vi: "đặc biệt phức tạp", en: "especially complex" },
  "remote-area": { vi: "vùng sâu, vùng xa, đi lại khó khăn", en: "remote area" },
  destruction: { vi: "tiêu hủy", en: "destruction" },
  confiscation: { vi: "tịch thu", en: "confiscation" },
  return: { vi: "trả lại", en: "return" },
  "small-value": { vi: "giá trị nhỏ", en: "small value" },
  perishable: { vi: "mau hỏng", en: "perishable" },
  granted: { vi: "chấp nhận miễn, giảm", en: "granted" },
  refused: { vi: "không chấp nhận miễn, giảm", en: "refused" },
  "same-level": { vi: "cùng cấp", en: "same level" },
  protest: { vi: "kháng nghị", en: "protest" },
  court: { vi: "Tòa án", en: "court" },
  yes: { vi: "có", en: "yes" },
  no: { vi: "không", en: "no" },
  other: { vi: "khác", en: "other" },
  accepted: { vi: "chấp nhận", en: "accepted" },
  partly: { vi: "chấp nhận một phần", en: "partly accepted" },
  disagreed: { vi: "không nhất trí", en: "disagreed" },
  maintained: { vi: "giữ nguyên", en: "maintained" },
  withdrawn: { vi: "rút", en: "withdrawn" },
  upheld: { vi: "giữ nguyên kháng nghị", en: "protest upheld" },
  overturned: { vi: "không chấp nhận kháng nghị", en: "protest overturned" },
  custody: { vi: "tạm giữ tài sản, giấy tờ", en: "custody of assets or papers" },
  "registration-stop": { vi: "tạm dừng đăng ký, chuyển dịch tài sản", en: "stop on registration and transfer" },
  "asset-handling": { vi: "xử lý tài sản ủy thác", en: "asset handling" },
  "rights-transfer": { vi: "chuyển giao quyền, nghĩa vụ thi hành án", en: "transfer of rights and obligations" },
  fine: { vi: "xử phạt", en: "fine" },
  act: { vi: "thực hiện công việc nhất định", en: "performance of an act" },
  "hand-over-person": { vi: "giao người cho người được nuôi dưỡng", en: "handing a person over" },
  reinstatement: { vi: "nhận người lao động trở lại làm việc", en: "reinstatement of a worker" },
  bankruptcy: { vi: "tuyên bố phá sản", en: "bankruptcy" },
  complete: { vi: "đầy đủ", en: "complete" },
  incomplete: { vi: "chưa đầy đủ, chưa hợp lệ", en: "incomplete" },
  "no-obligation": { vi: "bản án không làm phát sinh quyền, nghĩa vụ", en: "the judgment creates no obligation" },
  "already-decided": { vi: "đã có quyết định thi hành án", en: "already decided" },
  "separate-book": { vi: "chuyển sổ theo dõi riêng", en: "separate book" },
  "24-hours-or-more": { vi: "từ 24 giờ trở lên trước khi cưỡng chế", en: "24 hours or more before the coercion" },
  "less-than-24-hours": { vi: "dưới 24 giờ trước khi cưỡng chế", en: "less than 24 hours before the coercion" },
  "income-deduction": { vi: "trừ vào thu nhập", en: "deduction from income" },
  procuracy: { vi: "Viện kiểm sát", en: "procuracy" },
  police: { vi: "cơ quan Công an", en: "police" },
  commune: { vi: "Ủy ban nhân dân cấp xã", en: "commune" },
  "peoples-committee-chair": { vi: "Chủ tịch Ủy ban nhân dân", en: "chair of the People's Committee" },
  "land-authority": { vi: "cơ quan quản lý đất đai", en: "land authority" },
  parties: { vi: "đương sự, người liên quan", en: "parties and related persons" },
  "enforcement-agency": { vi: "cơ quan thi hành án dân sự", en: "enforcement agency" },
  "moved-to-agency": {
    vi: "chuyển cơ quan thi hành án để áp dụng biện pháp bảo đảm, cưỡng chế",
    en: "moved to the agency for security or coercion",
  },
  "requester-objects": { vi: "người yêu cầu không đồng ý chuyển hồ sơ", en: "the requester objects to the handover" },
  "other-ground": { vi: "căn cứ khác", en: "another ground" },
  "creditor-result": { vi: "kết quả xác minh của người được thi hành án khác", en: "the creditor's result differs" },
  "procuracy-protest": {
    vi: "kháng nghị của Viện kiểm sát về kết quả xác minh",
    en: "the procuracy protests the result",
  },
  "account-data": { vi: "thông tin về tài khoản", en: "account data" },
  "other-data": { vi: "thông tin khác", en: "other data" },
  "registered-assets": { vi: "bất động sản, động sản phải đăng ký", en: "real estate and registered movables" },
  "other-assets": { vi: "tài sản khác", en: "other assets" },
  accounts: { vi: "tài khoản", en: "bank accounts" },
  mobilised: { vi: "có huy động lực lượng", en: "forces mobilised" },
  "none-mobilised": { vi: "không huy động lực lượng", en: "no forces mobilised" },
  day: { vi: "ban ngày", en: "by day" },
  "policy-beneficiary-day": {
    vi: "ngày truyền thống của đối tượng chính sách",
    en: "traditional day of a policy beneficiary",
  },
  shown: { vi: "đã chứng minh có điều kiện thi hành", en: "shown" },
  "not-shown": { vi: "chưa chứng minh có điều kiện thi hành", en: "not shown" },
  night: { vi: "từ 22 giờ đến 6 giờ", en: "from 22:00 to 06:00" },
  large: { vi: "lớn, phức tạp", en: "large or complex" },
};
