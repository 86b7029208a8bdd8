/** What may be wrong with a request before any rule is asked: the way it is written, who sends it, and when. */

import { type BothTongues, problem, type ProblemText } from "./text.ts";

const repeat: BothTongues = [
  "Gửi lại yêu cầu với cùng Idempotency-Key sau thời gian Retry-After.",
  "Repeat the request with the same Idempotency-Key after Retry-After.",
];
const newToken: BothTongues = ["Đăng nhập lại để lấy mã thông báo mới.", "Sign in again for a new token."];
const mendBody: BothTongues = ["Sửa nội dung gửi.", "Mend the body."];

export const requestTexts = {
  "not-found": problem(404, ["Không có địa chỉ này", "Nothing is here"], ["Xem /openapi.json.", "See /openapi.json."]),
  "method-not-allowed": problem(
    405,
    ["Phương thức không dùng được ở đây", "This method is not taken here"],
    ["Xem tiêu đề Allow.", "See the header Allow."],
  ),
  "id-malformed": problem(
    400,
    ["Mã định danh viết sai", "The id is malformed"],
    ["Mã có 32 chữ số thập lục phân thường.", "An id has 32 lowercase hexadecimal digits."],
  ),
  "query-unfit": problem(
    400,
    ["Tham số truy vấn không đúng", "The query does not fit"],
    ["Xem violations.", "See violations."],
  ),
  "content-type-not-taken": problem(
    415,
    ["Loại nội dung không nhận", "This content type is not taken"],
    [
      "Gửi application/json (hoặc application/x-ndjson khi ghi nhiều dòng).",
      "Send application/json (application/x-ndjson for a bulk).",
    ],
  ),
  "content-encoding-not-taken": problem(
    415,
    ["Không nhận nội dung nén", "Encoded bodies are not taken"],
    ["Gửi nội dung không nén.", "Send the body without encoding."],
  ),
  "body-too-large": problem(
    413,
    ["Nội dung quá lớn", "The body is too large"],
    ["Chia nhỏ: 1 MiB một lần ghi, 16 MiB khi ghi nhiều dòng.", "Divide it: 1 MiB for one, 16 MiB for a bulk."],
  ),
  "body-cut-off": problem(
    400,
    ["Nội dung bị đứt giữa chừng", "The body ended before its end"],
    ["Gửi lại với cùng Idempotency-Key.", "Send it again with the same Idempotency-Key."],
  ),
  "body-not-utf8": problem(400, ["Nội dung không phải UTF-8", "The body is not UTF-8"], mendBody),
  "json-broken": problem(400, ["JSON hỏng", "The JSON is broken"], mendBody),
  "json-duplicate-name": problem(400, ["JSON có hai trường cùng tên", "The JSON has one name twice"], mendBody),
  "json-too-deep": problem(
    400,
    ["JSON lồng quá sâu", "The JSON is nested too deep"],
    ["Nhiều nhất 32 tầng.", "At most 32 levels."],
  ),
  "json-name-forbidden": problem(
    400,
    ["Tên trường bị cấm", "A forbidden name"],
    ["Không dùng __proto__.", "Do not use __proto__."],
  ),
  "body-unfit": problem(
    422,
    ["Nội dung không hợp lệ", "The body does not fit"],
    ["Sửa từng chỗ nêu trong violations.", "Mend each place in violations."],
  ),
  "lines-unfit": problem(
    422,
    ["Có dòng không hợp lệ; chưa ghi dòng nào", "Lines do not fit; none was recorded"],
    ["Sửa từng dòng nêu trong violations rồi gửi lại tất cả.", "Mend each line in violations and send all again."],
  ),
  "lines-missing": problem(
    400,
    ["Không có dòng nào", "There is no line"],
    ["Gửi ít nhất một dòng.", "Send at least one line."],
  ),
  "too-many-lines": problem(
    413,
    ["Quá nhiều dòng", "Too many lines"],
    ["Nhiều nhất 10.000 dòng một lần.", "At most 10,000 lines at once."],
  ),
  "token-missing": problem(
    401,
    ["Chưa có mã thông báo", "A token is needed"],
    ["Gửi tiêu đề Authorization: Bearer.", "Send the header Authorization: Bearer."],
  ),
  "token-invalid": problem(401, ["Mã thông báo không hợp lệ", "The token is not valid"], newToken),
  "token-expired": problem(401, ["Mã thông báo đã hết hạn", "The token has expired"], newToken),
  "token-not-yet-valid": problem(
    401,
    ["Mã thông báo chưa có hiệu lực", "The token is not valid yet"],
    ["Kiểm tra đồng hồ, hoặc chờ.", "Check the clock, or wait."],
  ),
  "token-audience": problem(401, ["Mã thông báo cấp cho hệ thống khác", "The token is for another audience"], newToken),
  "token-issuer": problem(401, ["Mã thông báo do nơi khác cấp", "The token is from another issuer"], newToken),
  "acting-office-malformed": problem(
    400,
    ["Tiêu đề Acting-Office viết sai", "The header Acting-Office is malformed"],
    ["Gửi mã định danh của cơ quan.", "Send the id of the office."],
  ),
  "idempotency-key-missing": problem(
    400,
    ["Thiếu Idempotency-Key", "Idempotency-Key is missing"],
    [
      "Gửi một khóa mới cho mỗi việc, dùng lại khi gửi lại.",
      "Send a new key for each thing to record, the same key when you repeat it.",
    ],
  ),
  "idempotency-key-malformed": problem(
    400,
    ["Idempotency-Key viết sai", "Idempotency-Key is malformed"],
    ["1 đến 255 ký tự ASCII nhìn thấy được.", "1 to 255 visible ASCII characters."],
  ),
  "idempotency-key-reused": problem(
    422,
    ["Khóa này đã dùng cho nội dung khác", "This key was used for another body"],
    ["Dùng khóa mới.", "Use a new key."],
  ),
  "still-running": problem(
    409,
    ["Yêu cầu cùng khóa đang chạy", "A request with this key is still running"],
    ["Chờ rồi gửi lại với cùng khóa.", "Wait, then repeat with the same key."],
  ),
  "if-match-malformed": problem(
    400,
    ["If-Match viết sai", "If-Match is malformed"],
    ['Gửi đúng ETag đã nhận, ví dụ "v7".', 'Send the ETag that you got, such as "v7".'],
  ),
  "version-not-matched": problem(
    412,
    ["Nội dung đã đổi sau khi bạn xem", "It has changed since you saw it"],
    ["Đọc lại rồi quyết định lại.", "Read it again and decide again."],
  ),
  moved: problem(
    409,
    ["Người khác vừa ghi vào cùng hồ sơ", "Somebody else has just recorded on the same file"],
    ["Đọc lại rồi gửi lại.", "Read it again and repeat."],
  ),
  "log-range-unfit": problem(
    400,
    ["Khoảng của nhật ký không đúng", "No such range of the log"],
    ["Xem kích thước trong /checkpoint.", "See the size in /checkpoint."],
  ),
  "rate-limited": problem(
    429,
    ["Quá nhiều yêu cầu", "Too many requests"],
    ["Chờ theo Retry-After.", "Wait as Retry-After says."],
  ),
  "sealing-behind": problem(
    503,
    ["Việc niêm phong đang chậm; chưa ghi gì", "Sealing is behind; nothing was recorded"],
    repeat,
  ),
  "signer-stopped": problem(
    503,
    ["Nhật ký đã dừng nhận; xem /health", "The log has stopped; see /health"],
    ["Báo người vận hành. Việc đọc vẫn tiếp tục.", "Tell the operator. Reading goes on."],
  ),
  "try-again": problem(503, ["Tạm thời chưa được", "Not possible for the moment"], repeat),
  "issuer-unreachable": problem(
    503,
    ["Chưa hỏi được nơi cấp mã thông báo", "The issuer of tokens cannot be reached"],
    ["Chờ rồi gửi lại.", "Wait and repeat."],
  ),
  "internal-fault": problem(
    500,
    ["Lỗi của hệ thống", "A fault of the system"],
    [
      "Gửi lại với cùng Idempotency-Key; nếu còn lỗi, báo người vận hành.",
      "Repeat with the same Idempotency-Key; if it persists, tell the operator.",
    ],
  ),
} as const satisfies Record<string, ProblemText>;

export type RequestCode = keyof typeof requestTexts;
