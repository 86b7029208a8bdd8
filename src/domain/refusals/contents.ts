/** Refusals of contents: they contradict themselves, the catalogue of acts or the directory, or are too large. */

import type { RefusalCode } from "../refusal.ts";
import { type RefusalText, refusalText } from "./text.ts";

export const contentsTexts = {
  "day-in-future": refusalText(
    ["Ngày này chưa đến", "The day is in the future"],
    ["Ghi ngày không sau hôm nay.", "Give a day that is not after today."],
  ),
  "days-contradict": refusalText(
    ["Các ngày mâu thuẫn nhau", "The days contradict each other"],
    ["Kiểm tra thứ tự các ngày.", "Check the order of the days."],
  ),
  "day-missing": refusalText(
    ["Thiếu ngày bắt buộc", "A required day is missing"],
    ["Ghi ngày và nguồn của ngày.", "Give the day and where it comes from."],
  ),
  "day-not-taken": refusalText(
    ["Ở đây không nhận ngày này", "This day is not taken here"],
    ["Bỏ ngày đó đi.", "Leave the day out."],
    "Bỏ trống ngày: hệ thống tự ghi nhận.",
  ),
  "subject-not-taken": refusalText(
    ["Hành vi này không áp dụng cho loại đối tượng đó", "This act does not take a subject of that kind"],
    ["Chọn đúng loại đối tượng.", "Name a subject of a kind that the act takes."],
  ),
  "answer-not-taken": refusalText(
    ["Hành vi này không thể trả lời loại hành vi đó", "This act cannot answer an act of that kind"],
    [
      "Bỏ câu trả lời đó, hoặc chọn đúng hành vi được trả lời.",
      "Leave the answer out, or name the act that is answered.",
    ],
    "Bỏ chọn hành vi đó, hoặc chọn đúng hành vi được trả lời.",
  ),
  "trait-not-taken": refusalText(
    ["Hành vi này không có đặc điểm đó", "This act does not take such a trait"],
    ["Chọn trong các đặc điểm của loại hành vi.", "Use the traits and values of the act's type."],
  ),
  "role-not-taken": refusalText(
    ["Vai trò này không hợp với loại cơ quan", "An office of this kind does not have this role"],
    ["Chọn vai trò của loại cơ quan đó.", "Choose a role that fits the office."],
  ),
  "wrong-addressee": refusalText(
    ["Sai cơ quan nhận", "This is not the office to address"],
    [
      "Gửi tới cơ quan có hành vi bị kiểm sát, bằng loại văn bản phù hợp.",
      "Address the office whose act is supervised, in the form that fits that office.",
    ],
  ),
  "office-closed": refusalText(
    ["Cơ quan không còn hoặc chưa có vào ngày đó", "The office does not exist on that day"],
    ["Dùng cơ quan kế thừa.", "Use its successor."],
  ),
  "too-large": refusalText(
    ["Quá lớn để ghi một lần", "It is too large to be recorded at once"],
    ["Chia nhỏ nội dung.", "Divide it."],
    "Rút ngắn, hoặc tách thành hai lần.",
  ),
  "lines-refused": refusalText(
    ["Có dòng bị từ chối, không dòng nào được ghi", "Some lines are refused; none was recorded"],
    [
      "Sửa các dòng nêu trong violations rồi gửi lại cả tệp.",
      "Correct the lines that violations names, and send all of them again.",
    ],
    "Sửa các dòng được nêu rồi gửi lại cả tệp.",
  ),
} satisfies Partial<Record<RefusalCode, RefusalText>>;
