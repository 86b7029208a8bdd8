/** The names of the rules on complaints and denunciations. */

import type { Words } from "../../language.ts";

export const complainingNames = {
  COMPLAIN_BEFORE_MEASURES: {
    vi: "khiếu nại trước khi áp dụng biện pháp bảo đảm, cưỡng chế",
    en: "complain before security or coercive measures",
  },
  COMPLAIN_FREEZE: { vi: "khiếu nại việc phong tỏa tài khoản", en: "complain about an account freeze" },
  COMPLAIN_SECURITY: { vi: "khiếu nại việc áp dụng biện pháp bảo đảm", en: "complain about a security measure" },
  COMPLAIN_COERCION: { vi: "khiếu nại việc cưỡng chế thi hành án", en: "complain about coercion" },
  COMPLAIN_AFTER_COERCION: { vi: "khiếu nại sau khi cưỡng chế", en: "complain after coercion" },
  COMPLAIN_SECOND: { vi: "khiếu nại lần hai", en: "lodge the second complaint" },
  COMPLAINT_ACCEPT: { vi: "thụ lý khiếu nại lần đầu", en: "accept the complaint" },
  COMPLAINT_ACCEPT_SECOND: { vi: "thụ lý khiếu nại lần hai", en: "accept the second complaint" },
  COMPLAINT_RESOLVE_A1: {
    vi: "giải quyết khiếu nại lần đầu trước khi áp dụng biện pháp",
    en: "resolve the first complaint before measures",
  },
  COMPLAINT_RESOLVE_A2: {
    vi: "giải quyết khiếu nại lần hai trước khi áp dụng biện pháp",
    en: "resolve the second complaint before measures",
  },
  COMPLAINT_RESOLVE_B: {
    vi: "giải quyết khiếu nại về biện pháp bảo đảm",
    en: "resolve the complaint about security measures",
  },
  COMPLAINT_RESOLVE_C1: {
    vi: "giải quyết khiếu nại lần đầu về cưỡng chế",
    en: "resolve the first complaint about coercion",
  },
  COMPLAINT_RESOLVE_C2: {
    vi: "giải quyết khiếu nại lần hai về cưỡng chế",
    en: "resolve the second complaint about coercion",
  },
  COMPLAINT_RESOLVE_D1: {
    vi: "giải quyết khiếu nại lần đầu sau cưỡng chế",
    en: "resolve the first complaint after coercion",
  },
  COMPLAINT_RESOLVE_D2: {
    vi: "giải quyết khiếu nại lần hai sau cưỡng chế",
    en: "resolve the second complaint after coercion",
  },
  COMPLAINT_EXTENSION: { vi: "gia hạn giải quyết khiếu nại", en: "resolve the complaint within the extension" },
  SEND_COMPLAINT_DECISION_VKS: {
    vi: "gửi quyết định giải quyết khiếu nại, kết luận tố cáo cho Viện kiểm sát",
    en: "send the complaint decision or denunciation conclusion to the procuracy",
  },
  DENUNCIATION_RESOLVE: { vi: "giải quyết tố cáo", en: "resolve the denunciation" },
  DENUNCIATION_RESOLVE_COMPLEX: { vi: "giải quyết tố cáo phức tạp", en: "resolve the complex denunciation" },
  DENUNCIATION_RESOLVE_VERY_COMPLEX: {
    vi: "giải quyết tố cáo đặc biệt phức tạp",
    en: "resolve the especially complex denunciation",
  },
} as const satisfies Record<string, Words>;
