/** Acts of a case that is not yet executable: its ground, its publication, the separate book, the return of the request. */

import { type ActEntry, delivered, onTheDay, written } from "../../act-entry.ts";

export const sortingActs = {
  "no-condition-ground-established": {
    vi: "xác định căn cứ chưa có điều kiện thi hành",
    en: "ground for not yet executable established",
    subjects: ["party"],
    days: onTheDay,
    // Law 26/2008 Art.44a(1), 106/2025 Art.38(1). Only want of means needs a verification; the others are events.
    may: {
      ground: [
        "no-means",
        "thing-gone",
        "address-unknown",
        "personal-duty",
        "mortgage-used-up",
        "unsold",
        "bad-debt-hold",
      ],
    },
  },
  "no-condition-published": {
    vi: "đăng tải thông tin người phải thi hành án chưa có điều kiện thi hành",
    en: "not-yet-executable decision published",
    subjects: ["decision"],
    days: onTheDay,
  },
  "debtor-details-changed": {
    vi: "biết thông tin của người phải thi hành án đã thay đổi",
    en: "change in the debtor's details known",
    subjects: ["party"],
    days: written,
  },
  "no-condition-updated": {
    vi: "chỉnh lý thông tin đã đăng tải về người phải thi hành án",
    en: "published details of the debtor updated",
    subjects: ["party"],
    days: onTheDay,
  },
  "no-condition-unpublished": {
    vi: "chấm dứt đăng tải thông tin người phải thi hành án",
    en: "published details of the debtor removed",
    subjects: ["decision"],
    days: onTheDay,
  },
  "moved-to-separate-book": {
    vi: "chuyển việc thi hành án sang sổ theo dõi riêng",
    en: "case moved to the separate book",
    subjects: ["case", "party"],
    days: onTheDay,
  },
  "request-returned": {
    vi: "ra thông báo gửi lại yêu cầu thi hành án",
    en: "notice returning the request issued",
    subjects: ["case", "party"],
    days: onTheDay,
  },
  "return-notice-sent-to-procuracy": {
    vi: "gửi Viện kiểm sát thông báo gửi lại yêu cầu thi hành án",
    en: "notice returning the request sent to the procuracy",
    subjects: ["case", "party"],
    days: delivered,
  },
} as const satisfies Record<string, ActEntry>;
