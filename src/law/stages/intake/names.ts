/** The names of the rules from the judgment to the enforcement decision. */

import type { Words } from "../../language.ts";

export const intakeNames = {
  COURT_TRANSFER_FINAL: {
    vi: "Tòa án chuyển giao bản án đã có hiệu lực pháp luật",
    en: "court transfers the effective judgment",
  },
  COURT_TRANSFER_IMMEDIATE: {
    vi: "Tòa án chuyển giao bản án được thi hành ngay",
    en: "court transfers the immediately enforceable judgment",
  },
  COURT_TRANSFER_INTERIM: {
    vi: "Tòa án chuyển giao quyết định áp dụng biện pháp khẩn cấp tạm thời",
    en: "court transfers the interim-measure decision",
  },
  COURT_TRANSFER_DEFAULT: {
    vi: "cơ quan ban hành chuyển giao bản án, quyết định",
    en: "issuing body transfers the judgment",
  },
  REQUEST_LIMITATION: { vi: "thời hiệu yêu cầu thi hành án", en: "limitation period for requesting enforcement" },
  REQUEST_REFUSAL_NOTICE: {
    vi: "từ chối yêu cầu thi hành án và thông báo bằng văn bản",
    en: "refuse the request and notify in writing",
  },
  REQUEST_DEFECT_NOTICE: {
    vi: "yêu cầu sửa đổi, bổ sung đơn yêu cầu thi hành án",
    en: "ask the requester to repair the request",
  },
  DECISION_ON_REQUEST: { vi: "ra quyết định thi hành án theo yêu cầu", en: "enforcement decision on request" },
  DECISION_OWN_MOTION: { vi: "chủ động ra quyết định thi hành án", en: "enforcement decision on own motion" },
  DECISION_INTERIM: {
    vi: "ra quyết định thi hành quyết định áp dụng biện pháp khẩn cấp tạm thời",
    en: "enforcement decision on an interim measure",
  },
  DECISION_BANKRUPTCY: {
    vi: "ra quyết định thi hành quyết định tuyên bố phá sản",
    en: "enforcement decision on a declaration of bankruptcy",
  },
} as const satisfies Record<string, Words>;
