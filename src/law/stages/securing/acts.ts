/** Acts of security measures (law 26/2008 Arts.66-69; law 106/2025 Arts.66-70), and acts that end measures. */

import { type ActEntry, onTheDay, written } from "../../act-entry.ts";

export const securingActs = {
  "freeze-minuted": {
    vi: "lập biên bản phong tỏa tài khoản, tài sản khi chưa có quyết định",
    en: "urgent freeze recorded in minutes",
    subjects: ["asset", "party"],
    days: onTheDay,
  },
  "custody-minuted": {
    vi: "lập biên bản tạm giữ tài sản, giấy tờ",
    en: "custody of an asset or paper recorded in minutes",
    subjects: ["asset", "party"],
    days: onTheDay,
  },
  "ownership-established": {
    vi: "xác định được quyền sở hữu, sử dụng tài sản bị áp dụng biện pháp bảo đảm",
    en: "ownership of the secured asset established",
    subjects: ["asset"],
    days: onTheDay,
    must: { measure: ["custody", "registration-stop"] },
  },
  "lift-ground-established": {
    vi: "phát sinh căn cứ chấm dứt biện pháp, giải tỏa kê biên",
    en: "ground for ending a measure arose",
    subjects: ["asset", "party"],
    days: written,
    must: { measure: ["freeze", "custody", "registration-stop", "seizure", "income-deduction"] },
  },
  "security-lifted": {
    vi: "chấm dứt biện pháp bảo đảm, trả lại tài sản, giấy tờ",
    en: "security measure lifted",
    subjects: ["asset", "party"],
    days: onTheDay,
  },
  "income-deduction-ended": {
    vi: "chấm dứt biện pháp trừ vào thu nhập",
    en: "deduction from income ended",
    subjects: ["party"],
    days: onTheDay,
  },
} as const satisfies Record<string, ActEntry>;
