/** Refusals of the moment: the step is too early or too late, or an edition of the law stands in the way. */

import type { RefusalCode } from "../refusal.ts";
import { type RefusalText, refusalText } from "./text.ts";

const lookAgain = "Xem lại trạng thái hiện tại rồi chọn bước phù hợp.";

export const momentTexts = {
  "wrong-moment": refusalText(
    ["Chưa đến lúc, hoặc đã qua lúc làm việc này", "It is too early or too late to do this"],
    [lookAgain, "Look at the present state and take the step that fits."],
  ),
  "nothing-to-change": refusalText(
    ["Không có gì để thay đổi", "There is nothing to change"],
    ["Không cần làm gì.", "Nothing need be done."],
    lookAgain,
  ),
  "edition-not-proposed": refusalText(
    ["Chưa ai đề nghị bộ quy tắc này", "Nobody has proposed this edition of the law"],
    ["Một người giữ quy tắc đề nghị trước.", "One law keeper proposes it first."],
  ),
  "edition-outdated": refusalText(
    ["Bộ quy tắc mới hơn đã được thông qua", "A later edition of the law was adopted"],
    ["Bộ quy tắc mới phải mang số tiếp theo.", "The next edition takes the next number."],
  ),
  "edition-not-adopted": refusalText(
    [
      "Máy chủ này tính theo bộ quy tắc chưa được thông qua; chưa ghi gì",
      "This server applies an edition of the law that is not the adopted one; nothing was recorded",
    ],
    [
      "Hai người giữ quy tắc đề nghị và thông qua bộ quy tắc, hoặc chạy chương trình có bộ quy tắc đã thông qua; xem /health.",
      "Two law keepers propose and adopt the edition, or the operator runs the program that has the adopted one; see /health.",
    ],
    "Hai người giữ quy tắc đề nghị và thông qua bộ quy tắc, hoặc chạy chương trình có bộ quy tắc đã thông qua.",
  ),
  "second-person-needed": refusalText(
    ["Người đề nghị không được tự thông qua hay bác", "The person who proposed it cannot adopt or refuse it"],
    ["Nhờ người thứ hai có cùng vai trò.", "Ask a second person who holds the same role."],
  ),
} satisfies Partial<Record<RefusalCode, RefusalText>>;
