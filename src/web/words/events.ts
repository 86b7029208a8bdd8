/** Every event of the log in Vietnamese words. */

import type { LogEvent } from "../../domain/events.ts";

export type EventType = LogEvent["type"];

export const eventWords: Readonly<Record<EventType, string>> = {
  "log-opened": "Mở nhật ký",
  "log-reopened": "Mở lại nhật ký dưới tên mới",
  "journal-closed": "Khóa sổ truy cập",
  "person-registered": "Đăng ký người dùng",
  "role-granted": "Cấp vai trò",
  "role-ended": "Chấm dứt vai trò",
  "key-registered": "Đăng ký khóa ký",
  "key-revoked": "Thu hồi khóa ký",
  "login-linked": "Gắn tài khoản",
  "law-proposed": "Đề nghị ấn bản pháp luật",
  "law-adopted": "Thông qua ấn bản pháp luật",
  "due-days-moved": "Ngày đến hạn thay đổi theo ấn bản pháp luật mới",
  "office-opened": "Lập cơ quan",
  "office-closed": "Giải thể cơ quan",
  "supervision-assigned": "Giao quyền kiểm sát",
  "intake-opened": "Thụ lý",
  "intake-decided": "Đã ra quyết định thi hành án",
  "act-recorded": "Ghi nhận hành vi",
  "act-corrected": "Đính chính",
  "case-opened": "Lập hồ sơ thi hành án",
  "party-added": "Thêm đương sự",
  "asset-added": "Thêm tài sản",
  "personal-disclosed": "Mở xem dữ liệu cá nhân",
  "deadline-missed": "Quá hạn chưa thực hiện",
  "deadlines-swept": "Đã rà soát thời hạn trong ngày",
  "violation-confirmed": "Xác nhận vi phạm",
  "detection-dismissed": "Bác phát hiện",
  "seriousness-assessed": "Đánh giá mức độ nghiêm trọng",
  "finding-put-in": "Đưa vi phạm vào văn bản",
  "finding-taken-out": "Đưa vi phạm ra khỏi văn bản",
  "instrument-drafted": "Soạn văn bản",
  "draft-discarded": "Hủy dự thảo",
  "instrument-issued": "Ban hành văn bản",
  "instrument-served": "Tống đạt văn bản",
  "instrument-received": "Nhận văn bản",
  "day-contested": "Phản đối ngày",
  "reply-given": "Trả lời",
  "correction-claimed": "Báo đã khắc phục",
  "claim-withdrawn": "Rút báo cáo khắc phục",
  "correction-verified": "Xác minh khắc phục",
  "reconsideration-requested": "Đề nghị xem xét lại kháng nghị",
  "reconsideration-answered": "Trả lời đề nghị xem xét lại",
  "dispute-reported": "Báo cáo cấp trên",
  "binding-answer-given": "Trả lời của cơ quan quản lý cấp trên",
  "minister-asked": "Yêu cầu Bộ trưởng xem xét lại",
  "minister-answered": "Trả lời của Bộ trưởng",
  "findings-withdrawn": "Rút một phần văn bản",
  "instrument-withdrawn": "Rút văn bản",
  "instrument-closed": "Kết thúc theo dõi văn bản",
  "instrument-reopened": "Mở lại văn bản",
  "number-given": "Cấp số văn bản",
};

export function isEventType(text: string): text is EventType {
  return Object.hasOwn(eventWords, text);
}
