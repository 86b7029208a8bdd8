/** The names of the rules on security measures, on interim measures and on ending measures. */

import type { Words } from "../../language.ts";

export const securingNames = {
  FREEZE_DECISION: { vi: "ra quyết định phong tỏa tài khoản, tài sản", en: "freeze decision" },
  SEND_FREEZE_VKS: {
    vi: "gửi ngay biên bản, quyết định phong tỏa cho Viện kiểm sát",
    en: "send the freeze minutes and decision to the procuracy",
  },
  FREEZE_FOLLOW_UP: { vi: "cưỡng chế hoặc chấm dứt phong tỏa", en: "apply coercion or lift the freeze" },
  CUSTODY_DECISION: { vi: "ra quyết định tạm giữ tài sản, giấy tờ", en: "custody decision" },
  SEND_CUSTODY_VKS: {
    vi: "gửi ngay biên bản, quyết định tạm giữ cho Viện kiểm sát",
    en: "send the custody minutes and decision to the procuracy",
  },
  CUSTODY_FOLLOW_UP: {
    vi: "cưỡng chế hoặc trả lại tài sản, giấy tờ tạm giữ",
    en: "apply coercion or return the asset in custody",
  },
  STOP_REGISTRATION_FOLLOW_UP: {
    vi: "cưỡng chế hoặc chấm dứt việc tạm dừng đăng ký, chuyển dịch tài sản",
    en: "apply coercion or lift the stop on registration",
  },
  SECURITY_FOLLOW_UP: {
    vi: "cưỡng chế sau khi đã áp dụng biện pháp bảo đảm",
    en: "apply coercion after a security measure",
  },
  SECURITY_LIFT: { vi: "chấm dứt biện pháp bảo đảm", en: "lift the security measure" },
  INTERIM_ACT: {
    vi: "áp dụng biện pháp bảo đảm, cưỡng chế để thi hành biện pháp khẩn cấp tạm thời",
    en: "apply security or coercive measures for an interim measure",
  },
  INTERIM_NOTIFY: {
    vi: "thông báo quyết định thi hành biện pháp khẩn cấp tạm thời",
    en: "notify the decision enforcing an interim measure",
  },
  INTERIM_COERCE: {
    vi: "ra ngay quyết định cưỡng chế để thi hành biện pháp khẩn cấp tạm thời",
    en: "coercion decision for an interim measure",
  },
} as const satisfies Record<string, Words>;
