/** The words for a wrong input, told from the issue that its schema reports. */

import { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The words of the screens for each message of the schemas in domain/field.ts and domain/typed-input.ts. */
const forms: Readonly<Record<string, string>> = {
  "a day of the calendar, YYYY-MM-DD": "viết ngày có thật dạng dd/mm/yyyy, ví dụ 23/11/2026",
  "32 lowercase hexadecimal digits": "mã có 32 chữ số thập lục phân",
  "a detached JWS in compact form": "dán nguyên dòng chữ ký mà lệnh ký in ra",
  "an instrument number such as 01/KN-VKS": "số có dạng 01/KN-VKS",
};

/** An issue that brings its words with it (domain/typed-input.ts). */
const inWords = z.object({ words: z.tuple([z.string(), z.string()]) });

/** A schema never sees the form: to it, an input that was left empty is a member that is missing. */
export function faultOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received string") ? "viết bằng chữ số" : "chưa điền";
    case "invalid_union":
      return "chưa điền";
    case "invalid_value":
      return "chọn một trong các mục";
    case "too_small":
      return issue.origin === "array" ? "chọn ít nhất một" : "quá nhỏ hoặc quá ngắn";
    case "too_big":
      return "quá lớn hoặc quá dài";
    case "custom":
      return inWords.safeParse(issue.params).data?.words[0] ?? forms[issue.message] ?? "không đúng dạng";
    default:
      return "không đúng dạng";
  }
}
