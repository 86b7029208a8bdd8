/** The data of events in Vietnamese words: what each field is called, and what each of its codes means. */

import { actEntry, isActType } from "../../law/act.ts";
import { ownerWords } from "../../law/series.ts";
import { dayNameWords } from "../../law/words.ts";
import { ruleName } from "../obligation.tsx";
import { breachWords, dismissalWords, findingStatusWords, seriousnessWords } from "./findings.ts";
import {
  assetWords,
  fieldWords,
  motionWords,
  purposeWords,
  recorderWords,
  sideWords,
  sourceNames,
  subjectWords,
} from "./files.ts";
import {
  answerWords,
  channelWords,
  demandWords,
  deviationWords,
  kindWords,
  levelWords,
  reopeningWords,
  statusWords,
  verificationWords,
  withdrawalWords,
} from "./instruments.ts";
import { officeKindWords, roleWords } from "./roles.ts";

const fieldNames: Readonly<Record<string, string>> = {
  about: "Hồ sơ, văn bản",
  act: "Hành vi",
  addressee: "Cơ quan nhận",
  addressUnknown: "Chưa rõ nơi cư trú",
  after: "Điều đúng",
  agency: "Cơ quan thi hành án",
  amount: "Số tiền (đồng)",
  answer: "Trả lời",
  answeredOn: "Ngày trả lời",
  answers: "Trả lời, giải quyết",
  askedOn: "Ngày yêu cầu",
  asks: "Yêu cầu việc gì",
  asset: "Tài sản",
  assets: "Tài sản",
  before: "Điều đã ghi",
  body: "Nội dung chung",
  by: "Người ghi",
  calendars: "Lịch ngày làm việc",
  case: "Hồ sơ",
  channel: "Cách tống đạt",
  cited: "Văn bản đã đọc",
  correctBy: "Hạn khắc phục",
  court: "Tòa án",
  crossing: "Thời hạn vắt qua hai luật",
  day: "Ngày",
  days: "Các ngày",
  decidedOn: "Ngày ra quyết định",
  decision: "Quyết định",
  demand: "Yêu cầu khắc phục",
  description: "Mô tả",
  deviation: "Lý do chọn khác đề xuất",
  digest: "Mã băm",
  document: "Số văn bản",
  dueOn: "Hạn cuối",
  edition: "Ấn bản",
  entries: "Mục nhật ký làm bằng chứng",
  field: "Chỗ được đính chính",
  fields: "Số ô được mở xem",
  finding: "Vi phạm",
  findings: "Vi phạm",
  firstYear: "Từ năm",
  groundOn: "Ngày căn cứ kháng nghị",
  happenedOn: "Ngày thực hiện",
  inPrison: "Còn phải chấp hành án phạt tù từ hai năm trở lên",
  inTime: "Còn trong thời hạn",
  instrument: "Văn bản",
  intake: "Việc thụ lý",
  interim: "Biện pháp khẩn cấp tạm thời",
  into: "Gộp vào",
  issuedOn: "Ngày ban hành",
  issuer: "Viện kiểm sát ban hành",
  item: "Mục",
  items: "Các mục",
  judgment: "Bản án, quyết định",
  key: "Khóa ký",
  kind: "Loại",
  lastDay: "Ngày cuối cùng",
  lastYear: "Đến năm",
  level: "Cấp",
  metOn: "Ngày đã làm",
  motion: "Thi hành",
  n: "Số hồ sơ có vi phạm (n)",
  name: "Họ tên",
  note: "Ghi chú",
  number: "Số",
  of: "Số hồ sơ đã xem (N)",
  office: "Cơ quan",
  on: "Ngày",
  openedOn: "Ngày thụ lý",
  outcome: "Kết quả",
  parties: "Đương sự",
  party: "Đương sự",
  plannedFor: "Ngày dự kiến",
  procuracy: "Viện kiểm sát",
  proposedBy: "Người đề nghị",
  purpose: "Mục đích",
  reason: "Lý do",
  receivedOn: "Ngày nhận",
  repliedOn: "Ngày trả lời",
  reportedOn: "Ngày báo cáo",
  requestedOn: "Ngày đề nghị",
  rule: "Quy tắc",
  rules: "Bảng quy tắc",
  sentOn: "Ngày gửi",
  seriousness: "Mức độ",
  side: "Tư cách",
  signature: "Chữ ký số",
  source: "Nguồn",
  startedBy: "Hành vi bắt đầu thời hạn",
  startedOn: "Ngày bắt đầu",
  state: "Khi xem xét",
  stated: "Ngày cho là đúng",
  subject: "Đối tượng",
  supersedes: "Thay ấn bản",
  to: "Gửi tới",
  traits: "Đặc điểm",
  type: "Loại hành vi",
  version: "Bản của quy tắc",
  versions: "Số bản",
  weight: "Độ chắc chắn",
  window: "Thời hạn kháng nghị",
  year: "Năm",
};

/** A field that nobody gave words is shown by its name. */
export function fieldName(name: string): string {
  return fieldNames[name] ?? name;
}

const dayWords = Object.fromEntries(Object.entries(dayNameWords).map(([name, { vi }]) => [name, vi]));
const owners = Object.fromEntries(Object.entries(ownerWords).map(([name, { vi }]) => [name, vi]));

/** By the field in which they stand; a field may stand in several events. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answer: answerWords,
  asks: demandWords,
  by: recorderWords,
  channel: channelWords,
  crossing: {
    "law-of-the-starting-day": "theo luật của ngày bắt đầu",
    "new-law-from-its-day": "theo luật mới từ ngày luật mới có hiệu lực",
    "later-of-both": "theo ngày đến sau của hai luật",
  },
  day: dayWords,
  deviation: deviationWords,
  field: fieldWords,
  kind: { ...kindWords, ...subjectWords, ...assetWords, ...officeKindWords },
  level: levelWords,
  motion: motionWords,
  office: officeKindWords,
  outcome: {
    ...verificationWords,
    maintained: "giữ nguyên kháng nghị",
    withdrawn: "rút kháng nghị",
    upheld: "kháng nghị có căn cứ",
    overturned: "kháng nghị không có căn cứ",
  },
  owner: owners,
  proposed: kindWords,
  purpose: purposeWords,
  reason: { ...dismissalWords, ...withdrawalWords, ...reopeningWords },
  role: roleWords,
  seriousness: seriousnessWords,
  side: sideWords,
  source: sourceNames,
  state: breachWords,
  status: { ...findingStatusWords, ...statusWords },
  weight: { violation: "vi phạm", hint: "gợi ý: máy không chắc chắn" },
};

/** undefined: it is no code of that field. */
export function codeIn(name: string, code: string): string | undefined {
  if (name === "rule") return ruleName(code);
  if (name === "type") return isActType(code) ? actEntry(code).vi : undefined;
  const words = codes[name];
  return words !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
}
