/** The owner of a rule: the person or body that owes the duty or holds the right. */

import type { Words } from "./language.ts";

export const ownerWords = {
  court: { vi: "Tòa án", en: "court" },
  agency: { vi: "cơ quan thi hành án dân sự", en: "enforcement agency" },
  "agency-head": { vi: "Thủ trưởng cơ quan thi hành án dân sự", en: "head of the enforcement agency" },
  "agency-or-office-head": {
    vi: "Thủ trưởng cơ quan, Trưởng văn phòng thi hành án dân sự",
    en: "head of the enforcement agency or office",
  },
  enforcer: { vi: "Chấp hành viên", en: "enforcer" },
  debtor: { vi: "người phải thi hành án", en: "debtor" },
  party: { vi: "đương sự", en: "party" },
  procuracy: { vi: "Viện kiểm sát", en: "procuracy" },
  "superior-procuracy": { vi: "Viện kiểm sát cấp trên", en: "superior procuracy" },
  "area-or-provincial-procuracy": {
    vi: "Viện kiểm sát khu vực, cấp tỉnh, quân khu",
    en: "area, provincial or military-region procuracy",
  },
  "protest-holder": {
    vi: "người có thẩm quyền kháng nghị bản án, quyết định",
    en: "person with the power to protest the judgment",
  },
  "supreme-procuracy": {
    vi: "Viện kiểm sát nhân dân tối cao, Viện kiểm sát quân sự trung ương",
    en: "Supreme or Central Military procuracy",
  },
  "superior-agency-head": {
    vi: "Thủ trưởng cơ quan thi hành án cấp trên",
    en: "head of the superior enforcement agency",
  },
  "management-agency": {
    vi: "cơ quan quản lý thi hành án thuộc Bộ",
    en: "enforcement management agency of the ministry",
  },
  minister: { vi: "Bộ trưởng", en: "Minister" },
  "office-head": { vi: "Trưởng văn phòng thi hành án dân sự", en: "head of the enforcement office" },
  "enforcement-office": { vi: "văn phòng thi hành án dân sự", en: "enforcement office" },
  "third-party": { vi: "cơ quan, tổ chức, cá nhân giữ thông tin", en: "holder of information (third party)" },
  police: { vi: "cơ quan Công an", en: "police" },
  "auction-body": { vi: "tổ chức hành nghề đấu giá tài sản", en: "auction body" },
  buyer: { vi: "người mua được tài sản", en: "buyer" },
  "co-owner": { vi: "chủ sở hữu chung, người có quyền ưu tiên mua", en: "co-owner or holder of priority" },
  "destruction-council": { vi: "Hội đồng tiêu hủy", en: "destruction council" },
  complainant: { vi: "người khiếu nại", en: "complainant" },
  "complaint-resolver": { vi: "người có thẩm quyền giải quyết khiếu nại", en: "complaint resolver" },
  "denunciation-resolver": { vi: "người có thẩm quyền giải quyết tố cáo", en: "denunciation resolver" },
  "agency-and-procuracy": {
    vi: "cơ quan thi hành án dân sự và Viện kiểm sát",
    en: "enforcement agency and procuracy, each",
  },
  "provincial-agency-and-procuracy": {
    vi: "cơ quan thi hành án dân sự và Viện kiểm sát cấp tỉnh",
    en: "provincial enforcement agency and procuracy, each",
  },
  "cooperating-body": { vi: "cơ quan phối hợp ký báo cáo", en: "cooperating body" },
  "data-controller": { vi: "bên kiểm soát dữ liệu cá nhân", en: "data controller" },
} as const satisfies Record<string, Words>;

export type Owner = keyof typeof ownerWords;
