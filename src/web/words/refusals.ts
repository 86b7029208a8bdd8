/** Each refusal as the screens say it: what is wrong, Vietnamese first; and what to do on these pages. Exhaustive. */

import type { RefusalCode } from "../../domain/refusal.ts";

export interface RefusalText {
  readonly vi: string;
  readonly en: string;
  readonly todo: string;
}

const again = "Xem lại trạng thái hiện tại rồi chọn bước phù hợp.";
const goBack = "Quay lại danh sách và mở lại từ đó.";

export const refusalWords: Readonly<Record<RefusalCode, RefusalText>> = {
  "not-permitted": say(
    "Bạn không có quyền làm việc này",
    "Not permitted",
    "Nhờ người có thẩm quyền của cơ quan, hoặc đổi cơ quan ở đầu trang.",
  ),
  "not-registered": say(
    "Tài khoản chưa có trong danh bạ",
    "This login belongs to nobody in the directory",
    "Nhờ quản trị danh bạ đăng ký.",
  ),
  "office-needed": say("Chưa chọn làm cho cơ quan nào", "Say for which office you act", "Chọn cơ quan."),
  "office-not-yours": say(
    "Hôm nay bạn không có vai trò nào ở cơ quan này",
    "No role at this office today",
    "Chọn cơ quan khác.",
  ),
  "unknown-office": say("Không có cơ quan này", "No such office", "Kiểm tra lại cơ quan đã chọn."),
  "unknown-person": say("Không có người này", "No such person", goBack),
  "unknown-intake": say("Không có việc thụ lý này", "No such intake", goBack),
  "unknown-register": say("Không có sổ theo dõi này", "No such register", goBack),
  "unknown-case": say("Không có hồ sơ thi hành án này", "No such case", goBack),
  "unknown-act": say("Hồ sơ không có hành vi này", "No such act on this file", goBack),
  "unknown-subject": say(
    "Đối tượng không có trong hồ sơ",
    "The subject is not on this file",
    "Chọn đối tượng có trong hồ sơ.",
  ),
  "unknown-deadline": say(
    "Không có thời hạn này, hoặc hôm nay không còn là vi phạm",
    "No such time limit, or it is not breached today",
    "Mở lại hồ sơ để xem thời hạn đã được tính lại.",
  ),
  "unknown-finding": say("Không có vi phạm này trong văn bản", "No such finding", "Chọn trong danh sách."),
  "unknown-instrument": say("Không có văn bản này", "No such instrument", goBack),
  "unknown-key": say(
    "Không có khóa ký này, hoặc khóa đã hết hiệu lực",
    "No such signing key in force",
    "Chọn khóa đã đăng ký; nhờ quản trị danh bạ đăng ký khóa mới.",
  ),
  "unknown-entry": say(
    "Nhật ký không có mục này",
    "No such entry of the log",
    "Nhập chỉ số nhỏ hơn kích thước nhật ký.",
  ),
  "unknown-reference": say(
    "Tham chiếu không trỏ tới dòng nào trước đó",
    "The reference names no earlier line",
    "Sửa tham chiếu.",
  ),
  "unknown-edition": say(
    "Chương trình này không có ấn bản pháp luật với số và mã băm đó",
    "This program has no edition of the law of that number and digest",
    "Chọn một ấn bản trong danh sách.",
  ),
  "already-exists": say("Đã có rồi", "It exists already", "Xem cái đã có; bỏ phần trùng."),
  "day-in-future": say("Ngày này chưa đến", "The day is in the future", "Ghi ngày không sau hôm nay."),
  "days-contradict": say("Các ngày mâu thuẫn nhau", "The days contradict each other", "Kiểm tra thứ tự các ngày."),
  "day-missing": say("Thiếu ngày bắt buộc", "A day is missing", "Ghi ngày và nguồn của ngày."),
  "day-not-taken": say(
    "Ở đây không nhận ngày tự khai",
    "This day is not taken here",
    "Bỏ trống ngày: hệ thống tự ghi nhận.",
  ),
  "subject-not-taken": say(
    "Hành vi này không áp dụng cho loại đối tượng đó",
    "This act does not take such a subject",
    "Chọn đúng loại đối tượng.",
  ),
  "answer-not-taken": say(
    "Hành vi này không thể trả lời loại hành vi đó",
    "This act cannot answer an act of that kind",
    "Bỏ chọn hành vi đó, hoặc chọn đúng hành vi được trả lời.",
  ),
  "trait-not-taken": say(
    "Hành vi này không có đặc điểm đó",
    "This act does not take such a trait",
    "Chọn trong các đặc điểm của loại hành vi.",
  ),
  "role-not-taken": say(
    "Vai trò này không hợp với loại cơ quan",
    "An office of this kind does not have this role",
    "Chọn vai trò của loại cơ quan đó.",
  ),
  "wrong-addressee": say(
    "Sai cơ quan nhận",
    "The wrong addressee",
    "Gửi tới cơ quan có hành vi bị kiểm sát, bằng loại văn bản phù hợp.",
  ),
  "office-closed": say(
    "Cơ quan không còn hoặc chưa có vào ngày đó",
    "The office does not exist on that day",
    "Dùng cơ quan kế thừa.",
  ),
  "wrong-moment": say("Chưa đến lúc, hoặc đã qua lúc làm việc này", "Not possible at this stage", again),
  "edition-not-proposed": say(
    "Chưa ai đề nghị ấn bản pháp luật này",
    "Nobody has proposed this edition of the law",
    "Một người giữ quy tắc đề nghị trước.",
  ),
  "edition-outdated": say(
    "Ấn bản pháp luật mới hơn đã được thông qua",
    "A later edition of the law was adopted",
    "Ấn bản mới phải mang số tiếp theo.",
  ),
  "edition-not-adopted": say(
    "Máy chủ này tính theo ấn bản pháp luật chưa được thông qua; chưa ghi gì",
    "This server applies an edition of the law that is not the adopted one; nothing was recorded",
    "Hai người giữ quy tắc đề nghị và thông qua ấn bản, hoặc chạy chương trình có ấn bản đã thông qua.",
  ),
  "second-person-needed": say(
    "Người đề nghị không được tự thông qua",
    "Who proposed it cannot adopt it",
    "Nhờ người giữ quy tắc thứ hai.",
  ),
  "protest-out-of-time": say(
    "Đã hết thời hạn kháng nghị",
    "The protest is out of time",
    "Dùng kiến nghị (lý do: đã hết thời hạn kháng nghị), hoặc báo cáo Viện kiểm sát cấp trên.",
  ),
  "ground-day-missing": say(
    "Kháng nghị phải ghi ngày nhận quyết định hoặc ngày phát hiện hành vi",
    "A protest must state when the decision was received or the act discovered",
    "Ghi ngày làm căn cứ kháng nghị.",
  ),
  "hint-needs-citation": say(
    "Quy tắc này chỉ là gợi ý, máy không kết luận vi phạm",
    "This rule gives a hint only: cite the text that you read",
    "Ghi văn bản, điều khoản bạn đã đọc vào ô “Văn bản đã đọc”.",
  ),
  "reason-needed": say("Cần nêu lý do", "A reason is needed", "Ghi lý do."),
  "not-assessed": say(
    "Có vi phạm chưa được đánh giá mức độ nghiêm trọng",
    "The finding's seriousness was not assessed",
    "Đánh giá mức độ ở trang Vi phạm trước.",
  ),
  "count-contradicts": say(
    "Số đếm mâu thuẫn",
    "The counts contradict each other",
    "N là số hồ sơ đã xem, không nhỏ hơn số hồ sơ có vi phạm.",
  ),
  "deviation-needs-reason": say(
    "Chọn khác hình thức được đề xuất thì phải có lý do",
    "Another instrument than the proposed one needs a reason",
    "Chọn lý do, hoặc chọn hình thức được đề xuất.",
  ),
  "findings-differ": say(
    "Các vi phạm không cùng hồ sơ, điều luật, cơ quan hoặc Viện kiểm sát",
    "The findings differ in file, rule, office or procuracy",
    "Tách thành các mục hoặc văn bản riêng.",
  ),
  "finding-taken": say(
    "Vi phạm đã nằm trong văn bản khác hoặc đã được xử lý",
    "The finding is in an instrument or judged already",
    "Xem văn bản đang chứa nó.",
  ),
  "not-settled": say(
    "Còn vi phạm chưa giải quyết xong",
    "Findings are not settled yet",
    "Kiểm chứng, rút, hoặc chờ kết quả cuối cùng của từng vi phạm.",
  ),
  "number-moved": say(
    "Số này vừa được cấp cho văn bản khác",
    "The number was given to another instrument",
    "Tải lại trang ký để lấy số mới, rồi ký lại.",
  ),
  "signature-invalid": say(
    "Chữ ký không đúng",
    "The signature does not hold",
    "Ký đúng nội dung dưới đây bằng khóa đã đăng ký, dán lại nguyên dòng kết quả.",
  ),
  "nothing-to-change": say("Không có gì để thay đổi", "Nothing to change", again),
  "too-large": say("Quá lớn để ghi một lần", "Too large to be recorded at once", "Rút ngắn, hoặc tách thành hai lần."),
  "lines-refused": say(
    "Có dòng bị từ chối, không dòng nào được ghi",
    "Some lines are refused, none is recorded",
    "Sửa các dòng được nêu rồi gửi lại cả tệp.",
  ),
};

function say(vi: string, en: string, todo: string): RefusalText {
  return { vi, en, todo };
}
