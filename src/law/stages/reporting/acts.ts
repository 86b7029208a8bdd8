/**
 * Acts of joint statistics, in the register of an office: on its report of each period, and on each report that it is sent to
 * sign. And acts on requests of data subjects, in the case that they are about, else in the register.
 */

import { type ActEntry, delivered, onTheDay, receipt, written } from "../../act-entry.ts";

export const reportingActs = {
  "reporting-period-ended": {
    vi: "kết thúc kỳ báo cáo thống kê",
    en: "reporting period ended",
    subjects: ["report"],
    days: onTheDay,
    makes: true,
  },
  "figures-closed": {
    vi: "chốt số liệu, lập biểu thống kê",
    en: "figures closed and forms filled",
    subjects: ["report"],
    days: onTheDay,
  },
  "unit-reports-received": {
    vi: "nhận đủ báo cáo thống kê của đơn vị trực thuộc",
    en: "reports of the units received",
    subjects: ["report"],
    ...receipt,
  },
  "province-report-compiled": {
    vi: "tổng hợp báo cáo thống kê cấp tỉnh",
    en: "provincial report compiled",
    subjects: ["report"],
    days: onTheDay,
  },
  "report-sent-to-centre": {
    vi: "gửi báo cáo thống kê về Bộ Tư pháp, Viện kiểm sát nhân dân tối cao",
    en: "report sent to the Ministry of Justice or the Supreme Procuracy",
    subjects: ["report"],
    days: delivered,
  },
  "report-received-to-countersign": {
    vi: "nhận báo cáo thống kê để ký phối hợp",
    en: "report received for countersigning",
    subjects: ["report"],
    ...receipt,
    makes: true,
  },
  "report-countersigned": {
    vi: "ký và gửi lại báo cáo thống kê",
    en: "report countersigned and returned",
    subjects: ["report"],
    days: written,
  },
  "data-request-received": {
    vi: "nhận yêu cầu của chủ thể dữ liệu cá nhân",
    en: "request of a data subject received",
    subjects: ["data-request"],
    ...receipt,
    makes: true,
  },
  "data-request-acknowledged": {
    vi: "phản hồi chủ thể dữ liệu cá nhân",
    en: "data subject answered with the procedure",
    subjects: ["data-request"],
    days: written,
  },
  "data-request-carried-out": {
    vi: "thực hiện yêu cầu của chủ thể dữ liệu cá nhân",
    en: "request of a data subject carried out",
    subjects: ["data-request"],
    days: written,
  },
} as const satisfies Record<string, ActEntry>;
