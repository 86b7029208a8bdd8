/** The reasons for which an entry was made without authority, in plain words. */

import type { AuthorityReason } from "../../src/domain/authority/reasons.ts";
import type { BothTongues } from "./both-tongues.ts";

export const authorityWords: Readonly<Record<AuthorityReason, BothTongues>> = {
  "event-unknown": [
    "sự kiện không theo lược đồ nào mà chương trình này biết, nên không biết ai được ghi",
    "the event fits no schema that this program knows, so nobody can say who might record it",
  ],
  "directory-contradicts": [
    "danh bạ hoặc bộ quy tắc lúc đó không thể nhận sự kiện này",
    "the directory, or the editions of the law, as they stood cannot take this event",
  ],
  "system-may-not": [
    "hệ thống không được ghi sự kiện này, hoặc không được ghi vào lúc này",
    "the system may not record this event, or not at this place",
  ],
  "person-may-not": [
    "chỉ hệ thống ghi sự kiện này, không người nào được ghi",
    "only the system records this event, no person does",
  ],
  "actor-unknown": [
    "người ghi chưa có trong danh bạ lúc đó",
    "the person who acted was not in the directory at that place of the log",
  ],
  "office-not-open": [
    "cơ quan mà người ghi nhân danh, hoặc cơ quan được giao vai, không có hoặc đã đóng vào ngày đó",
    "the office that somebody acted for, or was given a role at, was not open on that day",
  ],
  "role-not-held": [
    "người ghi không giữ vai này ở cơ quan này vào ngày đó",
    "the person did not hold this role at this office on that day",
  ],
  "role-does-not-permit": [
    "vai này không được làm việc này cho cơ quan nào",
    "this role does not permit it, for whatever office",
  ],
  "affair-unknown": [
    "hồ sơ, phát hiện hoặc văn bản mà sự kiện nói tới không có trong nhật ký trước đó",
    "the file, the finding or the instrument that it is about does not stand in the log before it",
  ],
  "affair-of-another-office": [
    "việc của cơ quan khác, vai này ở cơ quan này không được làm",
    "it is the affair of another office, for which this role at this office does not permit it",
  ],
  "actor-differs": [
    "nội dung ghi một người hoặc cơ quan khác với người ghi",
    "it names another person or office than the one that acted",
  ],
  "side-differs": [
    "bên này không được ghi hoặc đính chính loại hành vi này",
    "this side may not record or correct such an act, or the act names another side",
  ],
  "source-not-theirs": [
    "nguồn của ngày không phải là nguồn mà người ghi được dẫn",
    "a day has a source that the person who acted may not name",
  ],
  "key-not-theirs": [
    "khóa ký không phải là khóa đang dùng của người ký",
    "the signing key was not in force for the person who signed",
  ],
  "office-may-not": ["cơ quan loại này không được làm việc này", "an office of this kind may not do it"],
  "role-not-of-office": ["cơ quan loại này không có vai này", "an office of this kind does not give this role"],
  backdated: [
    "ngày do hệ thống ghi không phải là ngày ghi sự kiện",
    "a day that only the system says is not the day of the entry",
  ],
  "to-oneself": ["người ghi tự trao vai hoặc khóa cho mình", "the person gave a role or a key to themself"],
  "too-few-administrators": [
    "sau sự kiện này không còn đủ hai người quản trị danh bạ",
    "fewer than two administrators of the directory would be left after it",
  ],
  "made-alone": [
    "sự kiện thiếu sự kiện khác mà cùng một lệnh phải ghi liền với nó",
    "the entry stands without another that the same command records at once with it",
  ],
  "not-by-two": [
    "việc này cần hai người khác nhau đề nghị và thông qua",
    "it was not proposed and adopted by two different persons",
  ],
  "superseded-differs": [
    "bộ quy tắc được thay thế không phải bộ đang có hiệu lực trước đó",
    "the edition that it supersedes is not the one that counted before it",
  ],
};
