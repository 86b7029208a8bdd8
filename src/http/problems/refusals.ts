/** The domain's refusals as problems, one for each code of domain/refusal.ts. 404: what the path names; 409: the moment; 422: the rule. */

import type { RefusalCode } from "../../domain/refusal.ts";
import { problem, type ProblemText } from "./text.ts";

export const refusalTexts: Readonly<Record<RefusalCode, ProblemText>> = {
  "not-permitted": problem(
    403,
    ["Không có quyền làm việc này", "Not permitted"],
    [
      "Nhờ người có thẩm quyền của cơ quan, hoặc kiểm tra vai trò được cấp.",
      "Ask whoever is competent, or have the role granted.",
    ],
  ),
  "not-registered": problem(
    403,
    ["Tài khoản chưa có trong danh bạ", "This login belongs to nobody in the directory"],
    ["Nhờ quản trị danh bạ đăng ký.", "Ask the directory administrator to register it."],
  ),
  "office-needed": problem(
    400,
    ["Chưa nói làm cho cơ quan nào", "Say for which office you act"],
    [
      "Gửi tiêu đề Acting-Office với mã định danh của cơ quan.",
      "Send the header Acting-Office with the id of the office.",
    ],
  ),
  "office-not-yours": problem(
    403,
    ["Không có vai trò nào ở cơ quan này hôm nay", "No role at this office today"],
    ["Chọn cơ quan mà mình có vai trò.", "Name an office at which you hold a role."],
  ),
  "unknown-office": unknown("Không có cơ quan này", "No such office"),
  "unknown-person": unknown("Không có người này", "No such person"),
  "unknown-intake": unknown("Không có việc thụ lý này", "No such intake"),
  "unknown-register": unknown("Không có sổ theo dõi này", "No such register"),
  "unknown-case": unknown("Không có hồ sơ thi hành án này", "No such case"),
  "unknown-finding": unknown("Không có vi phạm này", "No such finding"),
  "unknown-instrument": unknown("Không có văn bản này", "No such instrument"),
  "unknown-entry": unknown("Không có mục nhật ký này", "No such entry of the log"),
  "unknown-act": notThere("Không có hành vi này trong hồ sơ", "No such act on this file"),
  "unknown-subject": notThere("Đối tượng không có trong hồ sơ", "The subject is not on this file"),
  "unknown-deadline": notThere(
    "Không có thời hạn này, hoặc hôm nay không còn quá hạn",
    "No such time limit, or it is not breached today",
  ),
  "unknown-key": notThere("Không có khóa ký này", "No such signing key"),
  "unknown-reference": notThere("Tham chiếu không trỏ tới dòng nào trước đó", "The reference names no earlier line"),
  "unknown-edition": notThere(
    "Chương trình này không có ấn bản pháp luật với số và mã băm đó",
    "This program has no edition of the law of that number and digest",
  ),
  "already-exists": problem(409, ["Đã có rồi", "It exists already"], ["Dùng cái đã có.", "Use the one that exists."]),
  "day-in-future": problem(
    422,
    ["Ngày này chưa đến", "The day is in the future"],
    ["Ghi ngày không sau hôm nay.", "Give a day that is not after today."],
  ),
  "days-contradict": problem(
    422,
    ["Các ngày mâu thuẫn nhau", "The days contradict each other"],
    ["Kiểm tra thứ tự các ngày.", "Check the order of the days."],
  ),
  "day-missing": problem(
    422,
    ["Thiếu ngày bắt buộc", "A day that this act must carry is missing"],
    ["Bổ sung ngày và nguồn của ngày.", "Add the day and where it comes from."],
  ),
  "day-not-taken": problem(
    422,
    ["Hành vi này không có loại ngày đó", "This act does not carry such a day"],
    ["Bỏ ngày đó đi.", "Leave the day out."],
  ),
  "subject-not-taken": problem(
    422,
    ["Hành vi này không áp dụng cho loại đối tượng đó", "This act does not take such a subject"],
    ["Chọn đúng loại đối tượng.", "Name a subject of a kind that the act takes."],
  ),
  "answer-not-taken": problem(
    422,
    ["Hành vi này không thể trả lời loại hành vi đó", "This act cannot answer an act of that kind"],
    [
      "Bỏ câu trả lời đó, hoặc chọn đúng hành vi được trả lời.",
      "Leave the answer out, or name the act that is answered.",
    ],
  ),
  "trait-not-taken": problem(
    422,
    ["Hành vi này không có đặc điểm đó", "This act does not take such a trait"],
    ["Chọn trong các đặc điểm của loại hành vi.", "Use the traits and values of the act's type."],
  ),
  "role-not-taken": problem(
    422,
    ["Vai trò này không hợp với loại cơ quan", "An office of this kind does not have this role"],
    ["Chọn vai trò của loại cơ quan đó.", "Choose a role that fits the office."],
  ),
  "wrong-addressee": problem(
    422,
    ["Sai đối tượng nhận", "The wrong addressee"],
    ["Gửi tới cơ quan có hành vi bị kiểm sát.", "Address the office whose act it is, in the form that fits it."],
  ),
  "office-closed": problem(
    422,
    ["Cơ quan không còn hoặc chưa có vào ngày đó", "The office does not exist on that day"],
    ["Dùng cơ quan kế thừa.", "Use its successor."],
  ),
  "wrong-moment": problem(
    409,
    ["Chưa đến lúc, hoặc đã qua lúc làm việc này", "Not possible at this stage"],
    ["Xem trạng thái hiện tại rồi làm bước phù hợp.", "Look at the present state and take the step that fits."],
  ),
  "edition-not-proposed": problem(
    409,
    ["Chưa ai đề nghị ấn bản pháp luật này", "Nobody has proposed this edition of the law"],
    ["Một người giữ quy tắc đề nghị trước.", "One law keeper proposes it first."],
  ),
  "edition-outdated": problem(
    409,
    ["Ấn bản pháp luật mới hơn đã được thông qua", "A later edition of the law was adopted"],
    ["Ấn bản mới phải mang số tiếp theo.", "The next edition takes the next number."],
  ),
  "edition-not-adopted": problem(
    409,
    [
      "Máy chủ này tính theo ấn bản pháp luật chưa được thông qua; chưa ghi gì",
      "This server applies an edition of the law that is not the adopted one; nothing was recorded",
    ],
    [
      "Hai người giữ quy tắc đề nghị và thông qua ấn bản, hoặc chạy chương trình có ấn bản đã thông qua; xem /health.",
      "Two law keepers propose and adopt the edition, or run the program that has the adopted one; see /health.",
    ],
  ),
  "second-person-needed": problem(
    409,
    ["Người đề nghị không được tự thông qua", "Who proposed it cannot adopt it"],
    ["Người giữ quy tắc thứ hai thông qua.", "A second law keeper adopts it."],
  ),
  "protest-out-of-time": problem(
    422,
    ["Đã hết thời hạn kháng nghị", "The protest is out of time"],
    [
      "Dùng kiến nghị, hoặc báo cáo Viện kiểm sát cấp trên.",
      "Issue a recommendation, or report to the superior procuracy.",
    ],
  ),
  "ground-day-missing": problem(
    422,
    [
      "Kháng nghị chưa ghi ngày nhận quyết định hoặc phát hiện hành vi",
      "A protest must state when the decision was received or the act discovered",
    ],
    ["Ghi ngày làm căn cứ (groundOn).", "State the day (groundOn)."],
  ),
  "hint-needs-citation": problem(
    422,
    ["Quy tắc này chỉ là gợi ý: phải dẫn văn bản đã đọc", "This rule gives a hint only: cite the text that you read"],
    ["Ghi văn bản đã đọc vào cited.", "Put the text that you read into cited."],
  ),
  "reason-needed": problem(422, ["Cần nêu lý do", "A reason is needed"], ["Ghi lý do.", "Give the reason."]),
  "not-assessed": problem(
    409,
    ["Vi phạm chưa được đánh giá mức độ", "The finding's seriousness was not assessed"],
    ["Đánh giá mức độ nghiêm trọng trước.", "Assess the seriousness first."],
  ),
  "count-contradicts": problem(
    422,
    ["Số đếm mâu thuẫn", "The counts contradict each other"],
    ["n không lớn hơn N và đúng với số vi phạm.", "n is at most N and agrees with the findings."],
  ),
  "deviation-needs-reason": problem(
    422,
    ["Chọn khác hình thức được đề xuất thì phải có lý do", "Another instrument than the proposed one needs a reason"],
    ["Chọn mã lý do (deviation).", "Choose a reason code (deviation)."],
  ),
  "findings-differ": problem(
    422,
    [
      "Các vi phạm không cùng hồ sơ, điều luật, cơ quan hoặc Viện kiểm sát",
      "The findings differ in file, rule, office or procuracy",
    ],
    ["Tách thành các mục hoặc văn bản riêng.", "Part them into items or instruments of their own."],
  ),
  "finding-taken": problem(
    409,
    ["Vi phạm đã nằm trong văn bản khác hoặc đã được xử lý", "The finding is in an instrument or judged already"],
    ["Xem văn bản đang chứa nó.", "Look at the instrument that holds it."],
  ),
  "not-settled": problem(
    409,
    ["Còn vi phạm chưa giải quyết xong", "Findings are not settled yet"],
    [
      "Kiểm chứng, rút hoặc chờ kết quả cuối cùng từng vi phạm.",
      "Verify, withdraw or finally decide each finding first.",
    ],
  ),
  "number-moved": problem(
    409,
    ["Số văn bản đã được cấp cho văn bản khác", "The number was given to another instrument"],
    ["Lấy lại nội dung cần ký với số mới rồi ký.", "Fetch the text to sign again, with its new number, and sign that."],
  ),
  "signature-invalid": problem(
    422,
    ["Chữ ký không đúng", "The signature does not hold"],
    [
      "Ký đúng nội dung chuẩn bằng khóa đã đăng ký còn hiệu lực.",
      "Sign the canonical text with a registered key in force.",
    ],
  ),
  "nothing-to-change": problem(
    409,
    ["Không có gì để thay đổi", "Nothing to change"],
    ["Không cần làm gì.", "Nothing need be done."],
  ),
  "too-large": problem(
    422,
    ["Quá lớn để ghi một lần", "Too large to be recorded at once"],
    ["Chia nhỏ nội dung.", "Divide it."],
  ),
  "lines-refused": problem(
    422,
    ["Có dòng bị từ chối, không dòng nào được ghi", "Some lines are refused, none is recorded"],
    [
      "Sửa các dòng nêu trong violations rồi gửi lại cả tệp.",
      "Mend the lines that violations names, and send all again.",
    ],
  ),
};

function unknown(vi: string, en: string): ProblemText {
  return problem(404, [vi, en], ["Kiểm tra lại mã định danh.", "Check the id."]);
}

function notThere(vi: string, en: string): ProblemText {
  return problem(422, [vi, en], ["Kiểm tra lại mã định danh trong nội dung gửi.", "Check the id in the body."]);
}
