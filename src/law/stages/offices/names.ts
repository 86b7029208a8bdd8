/** The names of the rules on private enforcement offices. */

import type { Words } from "../../language.ts";

export const officeNames = {
  OFFICE_DECISION: {
    vi: "Trưởng văn phòng ra quyết định thi hành án",
    en: "enforcement decision of the enforcement office",
  },
  OFFICE_FILE_TRANSFER: {
    vi: "thu hồi quyết định và chuyển hồ sơ cho cơ quan thi hành án dân sự",
    en: "withdraw the decision and hand the file to the enforcement agency",
  },
  OFFICE_FILE_TAKEOVER: {
    vi: "ra quyết định thi hành án với hồ sơ do văn phòng chuyển đến",
    en: "enforcement decision on a file taken over from an office",
  },
  OFFICE_END_NOTICE_VKS: {
    vi: "thông báo thanh lý hợp đồng cho Viện kiểm sát và cơ quan thi hành án",
    en: "notify the procuracy and the agency that the service contract ended",
  },
} as const satisfies Record<string, Words>;
