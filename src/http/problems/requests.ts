/** Problems of a request that no rule has looked at yet: how it is written, who sends it, and when. */

import type { BothTongues } from "../../domain/refusals/text.ts";
import { denialTexts } from "../../service/denial-texts.ts";
import { problem, type ProblemText, sharedProblem } from "./text.ts";

const correctBody: BothTongues = ["Sửa nội dung gửi.", "Correct the body."];
const newToken = denialTexts["token-invalid"].todo.api;

export const requestTexts = {
  "not-found": problem(
    404,
    ["Không có gì ở địa chỉ này", "There is nothing at this address"],
    ["Xem /openapi.json.", "See /openapi.json."],
  ),
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
    ["Sửa từng chỗ nêu trong violations.", "Correct each place that violations names."],
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
    ["Nội dung bị đứt giữa chừng", "The body ended too early"],
    ["Gửi lại với cùng Idempotency-Key.", "Send it again with the same Idempotency-Key."],
  ),
  "body-too-slow": problem(
    408,
    ["Nội dung đến quá chậm", "The body came too slowly"],
    [
      "Gửi lại với cùng Idempotency-Key, không ngắt quãng quá 10 giây.",
      "Send it again with the same Idempotency-Key, without a pause of 10 seconds.",
    ],
  ),
  "body-not-utf8": problem(400, ["Nội dung không phải UTF-8", "The body is not UTF-8"], correctBody),
  "json-broken": problem(400, ["JSON hỏng", "The JSON is broken"], correctBody),
  "json-duplicate-name": problem(400, ["JSON có hai trường cùng tên", "The JSON has one name twice"], correctBody),
  "json-too-deep": problem(
    400,
    ["JSON lồng quá sâu", "The JSON is nested too deep"],
    ["Nhiều nhất 32 tầng.", "Use at most 32 levels."],
  ),
  "json-too-many-values": problem(
    400,
    ["JSON có quá nhiều giá trị", "The JSON has too many values"],
    ["Nhiều nhất 50.000 giá trị.", "Use at most 50,000 values."],
  ),
  "json-name-forbidden": problem(
    400,
    ["Tên trường bị cấm", "The JSON has a forbidden name"],
    ["Không dùng __proto__.", "Do not use __proto__."],
  ),
  "body-unfit": problem(
    422,
    ["Nội dung không hợp lệ", "The body does not fit"],
    ["Sửa từng chỗ nêu trong violations.", "Correct each place that violations names."],
  ),
  "lines-unfit": problem(
    422,
    ["Có dòng không hợp lệ; chưa ghi dòng nào", "Some lines do not fit; none was recorded"],
    [
      "Sửa từng dòng nêu trong violations rồi gửi lại tất cả.",
      "Correct each line that violations names and send all of them again.",
    ],
  ),
  "lines-missing": problem(
    400,
    ["Không có dòng nào", "There is no line"],
    ["Gửi ít nhất một dòng.", "Send at least one line."],
  ),
  "too-many-lines": problem(
    413,
    ["Quá nhiều dòng", "There are too many lines"],
    ["Nhiều nhất 10.000 dòng một lần.", "Send at most 10,000 lines at once."],
  ),
  "line-too-large": problem(
    413,
    ["Có dòng quá lớn", "A line is too large"],
    ["Mỗi dòng nhiều nhất 64 KiB.", "A line has at most 64 KiB."],
  ),
  "token-missing": problem(
    401,
    ["Chưa có mã đăng nhập", "A token is needed"],
    ["Gửi tiêu đề Authorization: Bearer.", "Send the header Authorization: Bearer."],
  ),
  "token-invalid": sharedProblem(401, denialTexts["token-invalid"]),
  "token-expired": sharedProblem(401, denialTexts["token-expired"]),
  "token-not-yet-valid": problem(
    401,
    ["Mã đăng nhập chưa có hiệu lực", "The token is not valid yet"],
    ["Kiểm tra đồng hồ, hoặc chờ.", "Check the clock, or wait."],
  ),
  "token-long-lived": problem(
    401,
    ["Mã đăng nhập có thời hạn quá dài", "The token lives too long"],
    [
      "Nhờ nơi cấp mã đặt thời hạn ngắn hơn (exp trừ iat).",
      "Ask the issuer for a shorter life of tokens (exp minus iat).",
    ],
  ),
  "token-audience": problem(401, ["Mã đăng nhập cấp cho hệ thống khác", "The token is for another audience"], newToken),
  "token-issuer": problem(401, ["Mã đăng nhập do nơi khác cấp", "The token is from another issuer"], newToken),
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
      "Send a new key for each thing to record, and the same key when you repeat it.",
    ],
  ),
  "idempotency-key-malformed": problem(
    400,
    ["Idempotency-Key viết sai", "Idempotency-Key is malformed"],
    ["Dùng 1 đến 255 ký tự ASCII nhìn thấy được.", "Use 1 to 255 visible ASCII characters."],
  ),
  "idempotency-key-reused": sharedProblem(422, denialTexts["idempotency-key-reused"]),
  "still-running": sharedProblem(409, denialTexts["still-running"]),
  "if-match-malformed": problem(
    400,
    ["If-Match viết sai", "If-Match is malformed"],
    ['Gửi đúng ETag đã nhận, ví dụ "v7".', 'Send the ETag that you got, such as "v7".'],
  ),
  "condition-not-taken": problem(
    400,
    ["Điều kiện này không dùng được ở đây", "This condition is not taken here"],
    ["Chỉ dùng If-Match.", "Use If-Match alone."],
  ),
  "version-not-matched": sharedProblem(412, denialTexts["version-not-matched"]),
  "log-range-unfit": problem(
    400,
    ["Khoảng của nhật ký không đúng", "The log has no such range"],
    ["Xem kích thước trong /checkpoint.", "See the size in /checkpoint."],
  ),
  "rate-limited": sharedProblem(429, denialTexts["rate-limited"]),
  "sealing-behind": sharedProblem(503, denialTexts["sealing-behind"]),
  "waiting-for-clock": sharedProblem(503, denialTexts["waiting-for-clock"]),
  "signer-stopped": sharedProblem(503, denialTexts["signer-stopped"]),
  "try-again": sharedProblem(503, denialTexts["try-again"]),
  "issuer-unreachable": sharedProblem(503, denialTexts["issuer-unreachable"]),
  "internal-fault": sharedProblem(500, denialTexts["internal-fault"]),
} as const satisfies Record<string, ProblemText>;

export type RequestCode = keyof typeof requestTexts;
