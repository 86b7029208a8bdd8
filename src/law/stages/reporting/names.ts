/** The names of the rules on joint statistics and on requests of data subjects. */

import type { Words } from "../../language.ts";

export const reportingNames = {
  STAT_CLOSE: { vi: "chốt số liệu, lập biểu thống kê", en: "close the figures and fill the forms" },
  STAT_PROVINCE_COMPILE: { vi: "tổng hợp thống kê cấp tỉnh", en: "compile the provincial report" },
  STAT_COUNTERSIGN: { vi: "kiểm tra, ký và gửi lại báo cáo thống kê", en: "check, sign and return the report" },
  STAT_SEND_CENTRAL: { vi: "gửi báo cáo thống kê về trung ương", en: "send the report to the central bodies" },
  PDP_ACK: { vi: "phản hồi yêu cầu của chủ thể dữ liệu", en: "respond to the request of the data subject" },
  PDP_72H: { vi: "thực hiện yêu cầu của chủ thể dữ liệu", en: "carry out the request of the data subject" },
} as const satisfies Record<string, Words>;
