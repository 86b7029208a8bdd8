/** The Vietnamese names of roles, of kinds of office, and of the changes of the directory. */

import type { Role } from "../../domain/event.ts";
import type { ProposedChange } from "../../domain/offices/changes/change.ts";
import type { OfficeKind } from "../../domain/offices/events.ts";

export const roleWords: Readonly<Record<Role, string>> = {
  procurator: "Kiểm sát viên",
  "chief-procurator": "Viện trưởng",
  "agency-officer": "Công chức cơ quan thi hành án dân sự",
  "agency-head": "Thủ trưởng cơ quan thi hành án dân sự",
  "court-officer": "Công chức Tòa án",
  "management-agency": "Cơ quan quản lý thi hành án dân sự",
  auditor: "Người kiểm tra nhật ký",
  "council-reader": "Đại biểu Hội đồng nhân dân",
  "law-keeper": "Người giữ quy tắc pháp luật",
  "directory-administrator": "Quản trị danh bạ",
  importer: "Người nhập dữ liệu",
};

export const officeKindWords: Readonly<Record<OfficeKind, string>> = {
  "supreme-procuracy": "Viện kiểm sát nhân dân tối cao",
  "provincial-procuracy": "Viện kiểm sát nhân dân cấp tỉnh",
  "area-procuracy": "Viện kiểm sát nhân dân khu vực",
  "district-procuracy": "Viện kiểm sát nhân dân cấp huyện (đến 30/06/2025)",
  "enforcement-agency": "Cơ quan thi hành án dân sự cấp tỉnh",
  "enforcement-sub-department": "Chi cục Thi hành án dân sự",
  "area-enforcement-room": "Phòng Thi hành án dân sự khu vực",
  "enforcement-office": "Văn phòng thi hành án dân sự",
  court: "Tòa án nhân dân",
  "peoples-council": "Hội đồng nhân dân",
  "steering-committee": "Ban Chỉ đạo thi hành án dân sự",
  "management-agency": "Cơ quan quản lý thi hành án dân sự",
  operator: "Đơn vị vận hành hệ thống",
};

export const changeWords: Readonly<Record<ProposedChange["do"], string>> = {
  "grant-role": "Cấp vai trò",
  "register-key": "Đăng ký khóa ký",
  "assign-supervision": "Giao quyền kiểm sát",
  "close-office": "Giải thể cơ quan",
};
