/** Acts on exhibits: listing, handing over, destroying them. */

import { type ActEntry, onTheDay } from "../../act-entry.ts";

export const destroyingActs = {
  "exhibit-listed": {
    vi: "vật chứng, tài sản tạm giữ thuộc quyết định thi hành án",
    en: "exhibit listed in the enforcement decision",
    subjects: ["asset"],
    days: onTheDay,
    must: { fate: ["return", "confiscation", "destruction"] },
  },
  "exhibit-handed-over": {
    vi: "bàn giao vật chứng, tài sản bị tịch thu",
    en: "confiscated exhibit handed over",
    subjects: ["asset"],
    days: onTheDay,
  },
  "destruction-council-set-up": {
    vi: "thành lập Hội đồng tiêu hủy",
    en: "destruction council set up",
    subjects: ["case"],
    days: onTheDay,
    plans: { what: "destruction" },
  },
  "exhibit-destroyed": {
    vi: "tiêu hủy vật chứng, tài sản",
    en: "exhibit destroyed",
    subjects: ["asset"],
    days: onTheDay,
  },
} as const satisfies Record<string, ActEntry>;
