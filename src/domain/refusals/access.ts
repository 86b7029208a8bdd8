/** Refusals that concern who asks: their login, their office, their roles. */

import type { RefusalCode } from "../refusal.ts";
import { type RefusalText, refusalText } from "./text.ts";

export const accessTexts = {
  "not-permitted": refusalText(
    ["Bạn không có quyền làm việc này", "You are not permitted to do this"],
    [
      "Nhờ người có thẩm quyền của cơ quan, hoặc kiểm tra vai trò được cấp.",
      "Ask a person who is competent at the office, or have the role granted.",
    ],
    "Nhờ người có thẩm quyền của cơ quan, hoặc đổi cơ quan ở đầu trang.",
  ),
  "not-registered": refusalText(
    ["Tài khoản chưa có trong danh bạ", "This login is not in the directory"],
    ["Nhờ quản trị danh bạ đăng ký.", "Ask the directory administrator to register it."],
  ),
  "office-needed": refusalText(
    ["Chưa chọn làm cho cơ quan nào", "The office that you act for is not named"],
    [
      "Gửi tiêu đề Acting-Office với mã định danh của cơ quan.",
      "Send the header Acting-Office with the id of the office.",
    ],
    "Chọn cơ quan.",
  ),
  "office-not-yours": refusalText(
    ["Hôm nay bạn không có vai trò nào ở cơ quan này", "You hold no role at this office today"],
    ["Chọn cơ quan mà mình có vai trò.", "Name an office at which you hold a role."],
  ),
} satisfies Partial<Record<RefusalCode, RefusalText>>;
