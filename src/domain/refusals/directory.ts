/** Refusals of changes to the directory: what takes two administrators, and what nobody may do (src/README.md#two-administrators). */

import type { RefusalCode } from "../refusal.ts";
import { type RefusalText, refusalText } from "./text.ts";

const lookAtProposals = "Xem các đề nghị đang mở (GET /v1/directory/proposals), hoặc đề nghị lại.";

export const directoryTexts = {
  "second-administrator-needed": refusalText(
    [
      "Quy tắc hai quản trị danh bạ: việc này cần một người đề nghị và một người khác thông qua",
      "The rule of two administrators: one person proposes this and another adopts it",
    ],
    [
      "Đề nghị bằng POST /v1/directory/proposals; quản trị danh bạ khác thông qua.",
      "Propose it by POST /v1/directory/proposals; another administrator adopts it.",
    ],
    "Đề nghị thay đổi này; một quản trị danh bạ khác thông qua.",
  ),
  "given-to-oneself": refusalText(
    [
      "Quy tắc hai quản trị danh bạ: không ai cấp vai trò hay khóa ký cho chính mình",
      "The rule of two administrators: nobody gives a role or a key to themself",
    ],
    ["Nhờ quản trị danh bạ khác.", "Ask another administrator."],
  ),
  "day-in-past": refusalText(
    [
      "Ngày này đã qua: quyền không được cấp hay chấm dứt ngược thời gian",
      "The day has passed: no right begins or ends in the past",
    ],
    ["Ghi hôm nay hoặc một ngày sau.", "Give today or a later day."],
  ),
  "too-few-administrators": refusalText(
    [
      "Quy tắc hai quản trị danh bạ: sau việc này sẽ còn ít hơn hai quản trị danh bạ",
      "The rule of two administrators: fewer than two would be left",
    ],
    [
      "Cấp vai trò quản trị danh bạ cho người khác trước, không có ngày hết hạn.",
      "Give the role to another person first, without a last day.",
    ],
  ),
  "unknown-proposal": refusalText(
    [
      "Không có đề nghị nào như vậy đang mở: chưa được nêu, đã được thông qua, bị bác hoặc đã rút",
      "No such proposal is open: it was never made, or was adopted, refused or withdrawn",
    ],
    [lookAtProposals, "Look at the open proposals (GET /v1/directory/proposals), or propose it again."],
    "Xem các đề nghị đang mở, hoặc đề nghị lại.",
  ),
  "proposal-expired": refusalText(
    ["Đề nghị đã quá 30 ngày", "The proposal is more than 30 days old"],
    ["Đề nghị lại.", "Propose it again."],
  ),
  "proposal-outdated": refusalText(
    [
      "Đề nghị không còn đúng: mã băm khác, người đề nghị không còn là quản trị danh bạ, hoặc người nhận có khóa ký mới",
      "The proposal no longer holds: another digest, a proposer who administers no more, or a new key of the receiver",
    ],
    [lookAtProposals, "Look at the open proposals (GET /v1/directory/proposals), or propose it again."],
    "Xem các đề nghị đang mở, hoặc đề nghị lại.",
  ),
  "too-many-proposals": refusalText(
    ["Đang có quá nhiều đề nghị mở", "Too many proposals are open"],
    ["Thông qua, bác hoặc rút bớt đề nghị.", "Adopt, refuse or withdraw some of them first."],
  ),
} satisfies Partial<Record<RefusalCode, RefusalText>>;
