/** Refusals because the thing named does not exist, or exists already. */

import type { RefusalCode } from "../refusal.ts";
import { type BothTongues, type RefusalText, refusalText } from "./text.ts";

const checkPath: BothTongues = ["Kiểm tra lại mã định danh.", "Check the id."];
const checkBody: BothTongues = ["Kiểm tra lại mã định danh trong nội dung gửi.", "Check the id in the body."];
const goBack = "Quay lại danh sách và mở lại từ đó.";

export const existenceTexts = {
  "unknown-office": refusalText(
    ["Không có cơ quan này", "There is no such office"],
    checkPath,
    "Kiểm tra lại cơ quan đã chọn.",
  ),
  "unknown-person": refusalText(["Không có người này", "There is no such person"], checkPath, goBack),
  "unknown-intake": refusalText(["Không có việc thụ lý này", "There is no such intake"], checkPath, goBack),
  "unknown-register": refusalText(["Không có sổ theo dõi này", "There is no such register"], checkPath, goBack),
  "unknown-case": refusalText(["Không có hồ sơ thi hành án này", "There is no such case"], checkPath, goBack),
  "unknown-act": refusalText(["Hồ sơ không có hành vi này", "The file has no such act"], checkBody, goBack),
  "unknown-subject": refusalText(
    ["Đối tượng không có trong hồ sơ", "The subject is not on this file"],
    checkBody,
    "Chọn đối tượng có trong hồ sơ.",
  ),
  "unknown-deadline": refusalText(
    [
      "Không có thời hạn này, hoặc hôm nay không còn là vi phạm",
      "There is no such deadline, or it is not breached today",
    ],
    checkBody,
    "Mở lại hồ sơ để xem thời hạn đã được tính lại.",
  ),
  "unknown-finding": refusalText(
    ["Không có vi phạm này", "There is no such finding"],
    checkPath,
    "Chọn trong danh sách.",
  ),
  "unknown-instrument": refusalText(["Không có văn bản này", "There is no such instrument"], checkPath, goBack),
  "unknown-key": refusalText(
    ["Không có khóa ký này, hoặc khóa đã hết hiệu lực", "There is no such signing key in force"],
    checkBody,
    "Chọn khóa đã đăng ký; nhờ quản trị danh bạ đăng ký khóa mới.",
  ),
  "unknown-entry": refusalText(
    ["Nhật ký không có mục này", "The log has no such entry"],
    ["Dùng chỉ số nhỏ hơn kích thước nhật ký.", "Use an index below the size of the log."],
  ),
  "unknown-reference": refusalText(
    ["Tham chiếu không trỏ tới dòng nào trước đó", "The reference names no earlier line"],
    ["Sửa tham chiếu.", "Correct the reference."],
  ),
  "unknown-edition": refusalText(
    [
      "Chương trình này không có bộ quy tắc với số và mã băm đó",
      "This program has no edition of the law with that number and digest",
    ],
    ["Kiểm tra lại số và mã băm trong nội dung gửi.", "Check the number and the digest in the body."],
    "Chọn một bộ quy tắc trong danh sách.",
  ),
  "already-exists": refusalText(
    ["Đã có rồi", "It exists already"],
    ["Dùng cái đã có; bỏ phần trùng.", "Use the one that exists; leave out what is repeated."],
    "Xem cái đã có; bỏ phần trùng.",
  ),
} satisfies Partial<Record<RefusalCode, RefusalText>>;
