/** The Vietnamese words of files: parties, assets, motions, subjects, sources of days. */

import type { RecordingOffice } from "../../domain/files/recording-offices.ts";
import type { FileKind } from "../../domain/event.ts";
import type { CaseAsset, CaseParty, CaseState } from "../../domain/files/case.ts";
import type { purposes } from "../../domain/files/events.ts";
import type { DaySource, Subject } from "../../law/act.ts";

export const motionWords: Readonly<Record<CaseState["motion"], string>> = {
  "own-motion": "chủ động",
  "on-request": "theo yêu cầu",
};

export const sideWords: Readonly<Record<CaseParty["side"], string>> = {
  debtor: "người phải thi hành án",
  creditor: "người được thi hành án",
  related: "người có quyền lợi, nghĩa vụ liên quan",
};

export const assetWords: Readonly<Record<CaseAsset["kind"], string>> = {
  movable: "động sản",
  immovable: "bất động sản",
  money: "tiền",
  right: "quyền tài sản",
};

/** The source of a day in one word; the explanation of a due day says it at length. */
export const sourceNames: Readonly<Record<DaySource, string>> = {
  system: "hệ thống",
  document: "tài liệu",
  stated: "khai",
  import: "nhập",
};

export const subjectWords: Readonly<Record<Subject["kind"], string>> = {
  intake: "việc thụ lý",
  case: "hồ sơ",
  decision: "quyết định",
  party: "đương sự",
  asset: "tài sản",
  sum: "khoản tiền",
  complaint: "khiếu nại, tố cáo",
  instrument: "văn bản",
  report: "báo cáo thống kê",
  "data-request": "yêu cầu của chủ thể dữ liệu",
};

export const fileWords: Readonly<Record<FileKind, string>> = {
  case: "hồ sơ",
  intake: "việc thụ lý",
  instrument: "văn bản",
  register: "sổ theo dõi",
};

/** The offices that may record an act. An importer brings what another system held. */
export const recorderWords: Readonly<Record<string, string>> = {
  agency: "cơ quan thi hành án",
  court: "Tòa án đã chuyển giao bản án",
  "superior-court": "Tòa án cấp trên của Tòa án đó",
  procuracy: "Viện kiểm sát có thẩm quyền",
  "procuracy-addressed": "Viện kiểm sát, khi là nơi nhận",
  keeper: "cơ quan có sổ này",
  importer: "người nhập dữ liệu",
} satisfies Readonly<Record<RecordingOffice | "importer", string>>;

export const purposeWords: Readonly<Record<(typeof purposes)[number], string>> = {
  supervision: "kiểm sát việc thi hành án",
  answer: "trả lời văn bản của Viện kiểm sát",
  audit: "kiểm tra",
  "data-subject-request": "giải quyết yêu cầu của người có dữ liệu",
};

/** The parts of an act that can be corrected. */
export const fieldWords = {
  happenedOn: "ngày thực hiện",
  sentOn: "ngày gửi",
  receivedOn: "ngày nhận",
  plannedFor: "ngày dự kiến",
  subject: "đối tượng",
  answers: "hành vi được trả lời",
  traits: "đặc điểm",
} as const;
