/** The names of the rules on coercion and seizure, and of the bans on the days and hours of coercion. */

import type { Words } from "../../language.ts";

export const coercingNames = {
  BAN_COERCION_NIGHT: {
    vi: "không cưỡng chế từ 22 giờ đến 6 giờ, ngày nghỉ, ngày lễ",
    en: "no coercion from 22:00 to 06:00, on rest days and holidays",
  },
  BAN_COERCION_TET: {
    vi: "không cưỡng chế có huy động lực lượng trong 15 ngày trước và sau Tết Nguyên đán",
    en: "no coercion with mobilised forces within 15 days of the Lunar New Year",
  },
  SEND_COERCION_PLAN_VKS: {
    vi: "gửi ngay kế hoạch cưỡng chế cho Viện kiểm sát, Công an, Ủy ban nhân dân cấp xã",
    en: "send the coercion plan to the procuracy, police and commune",
  },
  POLICE_PROTECTION_PLAN: { vi: "xây dựng kế hoạch bảo vệ cưỡng chế", en: "make the protection plan" },
  COERCION_COST_NOTICE: {
    vi: "thông báo dự trù chi phí cưỡng chế trước ngày cưỡng chế",
    en: "notify the estimated cost before the coercion",
  },
  BIG_COERCION_REPORT: {
    vi: "báo cáo Chủ tịch Ủy ban nhân dân trước vụ cưỡng chế lớn, phức tạp",
    en: "report a large coercion to the chair of the People's Committee",
  },
  SEIZE_REAL_ESTATE_NOTICE: {
    vi: "thông báo trước khi kê biên bất động sản",
    en: "notify before the seizure of real estate",
  },
  LIFT_SEIZURE: {
    vi: "giải tỏa kê biên, chấm dứt trừ vào thu nhập",
    en: "lift the seizure or end the deduction from income",
  },
  COMPEL_ACT: {
    vi: "thời hạn thực hiện công việc, giao người, nhận lại người lao động",
    en: "period to perform the act, hand over the person or reinstate the worker",
  },
  COMPEL_REINSTATE: { vi: "thời hạn nhận người lao động trở lại làm việc", en: "period to reinstate the worker" },
  ORD_VOLUNTARY: {
    vi: "không cưỡng chế, kê biên khi chưa hết thời hạn tự nguyện thi hành án",
    en: "no coercion or seizure before the voluntary period has ended",
  },
  ORD_NOTICE_FIRST: {
    vi: "không cưỡng chế người chưa được thông báo quyết định thi hành án",
    en: "no coercion of a debtor who was not told of the enforcement decision",
  },
  ORD_COERCION_DECISION: {
    vi: "cưỡng chế, kê biên phải có quyết định cưỡng chế",
    en: "coercion and seizure only under a coercion decision",
  },
  ORD_CONDITIONS: {
    vi: "chỉ cưỡng chế người đã được xác minh có điều kiện thi hành án",
    en: "coercion only of a debtor verified to be able to comply",
  },
  ORD_PLAN: {
    vi: "cưỡng chế có huy động lực lượng phải có kế hoạch trước",
    en: "coercion with mobilised forces only under a plan",
  },
} as const satisfies Record<string, Words>;
