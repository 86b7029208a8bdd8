/** Refusals in supervision: judging detections, drafting, signing and closing instruments. */

import type { RefusalCode } from "../refusal.ts";
import { type RefusalText, refusalText } from "./text.ts";

export const supervisionTexts = {
  "protest-out-of-time": refusalText(
    ["Đã hết thời hạn kháng nghị", "The protest is out of time"],
    [
      "Dùng kiến nghị (lý do: đã hết thời hạn kháng nghị), hoặc báo cáo Viện kiểm sát cấp trên.",
      "Issue a recommendation (reason: the protest is out of time), or report to the superior procuracy.",
    ],
  ),
  "ground-day-missing": refusalText(
    [
      "Kháng nghị phải ghi ngày nhận quyết định hoặc ngày phát hiện hành vi",
      "A protest must state the day on which the decision was received or the act discovered",
    ],
    ["Ghi ngày làm căn cứ (groundOn).", "State that day (groundOn)."],
    "Ghi ngày làm căn cứ kháng nghị.",
  ),
  "hint-needs-citation": refusalText(
    [
      "Quy tắc này chỉ là gợi ý: phải dẫn văn bản đã đọc",
      "This rule gives a hint only: the text that was read must be cited",
    ],
    ["Ghi văn bản đã đọc vào cited.", "Put the text that you read into cited."],
    "Ghi văn bản, điều khoản bạn đã đọc vào ô “Văn bản đã đọc”.",
  ),
  "reason-needed": refusalText(["Cần nêu lý do", "A reason is needed"], ["Ghi lý do.", "Give the reason."]),
  "still-open-needs-reason": refusalText(
    [
      "Trong hồ sơ hôm nay, vi phạm vẫn còn: kết luận đã khắc phục thì phải nêu lý do",
      "By its file the violation still stands today: a reason is needed to verify its remedy",
    ],
    [
      "Nêu đã thấy gì mà hồ sơ chưa ghi (reason); hoặc ghi hành vi còn thiếu vào hồ sơ, hoặc kiểm chứng là chưa khắc phục.",
      "Say in reason what you saw that the file does not hold; or have the missing act recorded, or verify not-confirmed.",
    ],
    "Ghi ở ô Lý do đã thấy gì mà hồ sơ chưa ghi; hoặc chờ hành vi còn thiếu được ghi vào hồ sơ; hoặc kết luận là chưa khắc phục.",
  ),
  "not-assessed": refusalText(
    ["Có vi phạm chưa được đánh giá mức độ nghiêm trọng", "The seriousness of a finding is not assessed"],
    ["Đánh giá mức độ nghiêm trọng trước.", "Assess its seriousness first."],
    "Đánh giá mức độ ở trang Vi phạm trước.",
  ),
  "count-contradicts": refusalText(
    ["Số đếm mâu thuẫn", "The counts contradict each other"],
    [
      "N là số hồ sơ đã xem, không nhỏ hơn n, số hồ sơ có vi phạm.",
      "N is the number of files looked at, at least n, the number of those with a violation.",
    ],
    "N là số hồ sơ đã xem, không nhỏ hơn số hồ sơ có vi phạm.",
  ),
  "deviation-needs-reason": refusalText(
    ["Chọn khác hình thức được đề xuất thì phải có lý do", "An instrument other than the proposed one needs a reason"],
    ["Chọn mã lý do (deviation).", "Choose a reason code (deviation)."],
    "Chọn lý do, hoặc chọn hình thức được đề xuất.",
  ),
  "findings-differ": refusalText(
    [
      "Các vi phạm không cùng hồ sơ, điều luật, cơ quan hoặc Viện kiểm sát",
      "The findings differ in file, rule, office or procuracy",
    ],
    ["Tách thành các mục hoặc văn bản riêng.", "Part them into items or instruments of their own."],
  ),
  "finding-taken": refusalText(
    [
      "Vi phạm đã nằm trong văn bản khác hoặc đã được xử lý",
      "The finding is in another instrument or was judged already",
    ],
    ["Xem văn bản đang chứa nó.", "Look at the instrument that holds it."],
  ),
  "not-settled": refusalText(
    ["Còn vi phạm chưa giải quyết xong", "Some findings are not settled yet"],
    [
      "Kiểm chứng, rút, hoặc chờ kết quả cuối cùng của từng vi phạm.",
      "Verify, withdraw or await the final result of each finding first.",
    ],
  ),
  "signature-invalid": refusalText(
    ["Chữ ký không đúng", "The signature does not hold"],
    [
      "Ký đúng nội dung chuẩn bằng khóa đã đăng ký còn hiệu lực.",
      "Sign the canonical text with a registered key in force.",
    ],
    "Ký đúng nội dung dưới đây bằng khóa đã đăng ký, dán lại nguyên dòng kết quả.",
  ),
} satisfies Partial<Record<RefusalCode, RefusalText>>;
