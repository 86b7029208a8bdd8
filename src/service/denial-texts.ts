/**
 * The words for a request that no rule refused and that was not answered all the same: the machine, the moment or the
 * sign-in stood in the way. The API and the console both take them from here, under the codes of the API.
 */

import { type RefusalText, refusalText } from "../domain/refusals/text.ts";

const newToken = ["Đăng nhập lại để lấy mã mới.", "Sign in again for a new token."] as const;
const pasteToken = "Dán mã đăng nhập mới.";

export const denialTexts = {
  "rate-limited": refusalText(
    ["Quá nhiều yêu cầu", "There are too many requests"],
    ["Chờ theo Retry-After.", "Wait as Retry-After says."],
    "Chờ {seconds} giây rồi bấm lại.",
  ),
  "still-running": refusalText(
    ["Yêu cầu này đang được ghi", "This request is still being recorded"],
    ["Chờ rồi gửi lại với cùng Idempotency-Key.", "Wait, then repeat it with the same Idempotency-Key."],
    "Chờ vài giây rồi bấm lại: không ghi hai lần.",
  ),
  "idempotency-key-reused": refusalText(
    ["Yêu cầu này đã được gửi với nội dung khác", "This request was sent before with other contents"],
    ["Dùng Idempotency-Key mới.", "Use a new Idempotency-Key."],
    "Mở lại trang và làm lại.",
  ),
  "version-not-matched": refusalText(
    ["Người khác vừa ghi vào cùng hồ sơ", "Somebody else has just recorded on the same file"],
    ["Đọc lại rồi quyết định lại.", "Read it again and decide again."],
    "Xem lại hồ sơ, rồi bấm lại nếu vẫn đúng.",
  ),
  "sealing-behind": refusalText(
    ["Việc khóa sổ đang chậm; chưa ghi gì", "Sealing is behind; nothing was recorded"],
    [
      "Gửi lại với cùng Idempotency-Key sau thời gian Retry-After.",
      "Repeat it with the same Idempotency-Key after Retry-After.",
    ],
    "Chờ vài giây rồi bấm lại.",
  ),
  "waiting-for-clock": refusalText(
    [
      "Đồng hồ của cơ sở dữ liệu đã lùi lại, việc khóa sổ phải chờ",
      "The database's clock went back, and sealing must wait until it has caught up",
    ],
    [
      "Gửi lại với cùng Idempotency-Key sau thời gian Retry-After. Việc đọc vẫn tiếp tục.",
      "Repeat it with the same Idempotency-Key after Retry-After. Reading goes on.",
    ],
    "Báo người vận hành, rồi bấm lại sau. Vẫn xem được các trang.",
  ),
  "signer-stopped": refusalText(
    ["Nhật ký đã dừng nhận", "The log has stopped"],
    [
      "Xem /health và báo người vận hành. Việc đọc vẫn tiếp tục.",
      "See /health and tell the operator. Reading goes on.",
    ],
    "Báo người vận hành. Vẫn xem được các trang.",
  ),
  "try-again": refusalText(
    ["Tạm thời chưa được", "This is not possible for the moment"],
    [
      "Gửi lại với cùng Idempotency-Key sau thời gian Retry-After.",
      "Repeat it with the same Idempotency-Key after Retry-After.",
    ],
    "Chờ vài giây rồi bấm lại: không ghi hai lần.",
  ),
  "internal-fault": refusalText(
    ["Lỗi của hệ thống", "The system has a fault"],
    [
      "Gửi lại với cùng Idempotency-Key; nếu còn lỗi, báo người vận hành.",
      "Repeat it with the same Idempotency-Key; if it persists, tell the operator.",
    ],
    "Bấm lại; nếu còn lỗi, báo người vận hành.",
  ),
  "token-expired": refusalText(["Mã đăng nhập đã hết hạn", "The token has expired"], newToken, pasteToken),
  "token-invalid": refusalText(["Mã đăng nhập không dùng được", "The token is not valid"], newToken, pasteToken),
  "issuer-unreachable": refusalText(
    ["Chưa hỏi được nơi cấp mã đăng nhập", "The issuer of tokens cannot be reached"],
    ["Chờ rồi gửi lại.", "Wait and repeat."],
    "Chờ một lát rồi thử lại.",
  ),
} satisfies Record<string, RefusalText>;
