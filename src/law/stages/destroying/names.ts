/** The names of the rules on exhibits that are confiscated or destroyed. */

import type { Words } from "../../language.ts";

export const destroyingNames = {
  CONFISCATED_HANDOVER: { vi: "bàn giao vật chứng, tài sản bị tịch thu", en: "hand over the confiscated exhibits" },
  DESTRUCTION_COUNCIL: { vi: "thành lập Hội đồng tiêu hủy vật chứng, tài sản", en: "set up the destruction council" },
  DESTRUCTION_DO: { vi: "tiêu hủy vật chứng, tài sản", en: "destroy the exhibits" },
  ORD_DESTROY: {
    vi: "tiêu hủy vật chứng phải qua Hội đồng tiêu hủy",
    en: "exhibits are destroyed by a council",
  },
} as const satisfies Record<string, Words>;
