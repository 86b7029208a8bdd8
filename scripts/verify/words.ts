/** The faults of a log, and what could not be looked at, in plain words: Vietnamese first, English second. */

import { authorityWords } from "./authority-words.ts";
import type { BothTongues } from "./both-tongues.ts";
import type { UnseenCode, VerifyCode } from "./fault.ts";

export const faultWords: Readonly<Record<VerifyCode, BothTongues>> = {
  ...authorityWords,
  "event-not-canonical": ["sự kiện không ở dạng chuẩn RFC 8785", "the event is not in the canonical form of RFC 8785"],
  "event-shape-wrong": ["sự kiện thiếu hoặc thừa trường", "the event lacks a field or has one too many"],
  "leaf-malformed": ["mục không đúng khuôn dạng", "the entry is malformed"],
  "index-wrong": [
    "mục mang số thứ tự khác: có mục bị xóa, chèn hoặc đổi chỗ",
    "the entry has another index: one was deleted, inserted or moved",
  ],
  "leaf-hash-wrong": [
    "nội dung mục không khớp mã băm đã ghi: mục hoặc mã băm bị sửa",
    "the entry does not have the hash that was sealed: one of them was changed",
  ],
  "prev-wrong": ["mục không nối với mục đứng trước", "the entry does not link to the one before it"],
  "opening-missing": ["nhật ký không bắt đầu bằng mục mở", "the log does not begin with its opening"],
  "opening-repeated": ["mục mở xuất hiện lần nữa", "the opening stands in the log again"],
  "reopening-wrong": [
    "mục mở lại không nối tiếp đúng nhật ký đứng trước nó",
    "the re-opening does not go on from the log before it",
  ],
  "version-wrong": ["phiên bản của luồng không liên tiếp", "the versions of the stream do not follow one another"],
  "at-backwards": ["thời điểm trong luồng đi lùi", "the time of the stream goes backwards"],
  "tile-wrong": ["ô băm không phải của cây này", "the hash tile is not that of this tree"],
  "tile-missing": ["thiếu mã băm", "hashes are missing"],
  "bundle-malformed": ["gói mục không đúng khuôn dạng", "the entry bundle is malformed"],
  "root-wrong": ["gốc cây không khớp điểm kiểm tra đã ký", "the tree does not have the root that was signed"],
  "history-rewritten": [
    "phần đầu nhật ký không còn như lúc giữ điểm kiểm tra cũ: lịch sử đã bị viết lại",
    "the beginning of the log is not what it was when the old checkpoint was kept: history was rewritten",
  ],
  "entries-missing": [
    "thiếu mục: nhật ký bị cắt hoặc bị xóa",
    "entries are missing: the log was cut or some were deleted",
  ],
  "key-other": [
    "mục này ghi một khóa khác với khóa đã dùng để kiểm tra",
    "this entry names another key of the log than the one that was used",
  ],
  "note-too-large": ["điểm kiểm tra quá lớn", "the checkpoint is too large"],
  "note-malformed": ["điểm kiểm tra không đúng khuôn dạng", "the checkpoint is malformed"],
  "note-signature-wrong": ["chữ ký của điểm kiểm tra sai", "the signature of the checkpoint is wrong"],
  "note-signer-unknown": ["điểm kiểm tra không do khóa này ký", "the checkpoint is not signed by this key"],
  "checkpoint-malformed": ["nội dung điểm kiểm tra không đúng khuôn dạng", "the text of the checkpoint is malformed"],
  "checkpoint-origin-other": ["điểm kiểm tra của một nhật ký khác", "the checkpoint is of another log"],
  "kept-not-of-this-log": [
    "điểm kiểm tra cũ không do khóa của nhật ký này ký",
    "the kept checkpoint was not signed by the key of this log",
  ],
  "entries-lost": [
    "đã ký trước khi nhật ký được mở lại dưới tên mới, nay không còn trong nhật ký",
    "they were signed before the log was re-opened under its new origin, and are lost",
  ],
};

export const unseenWords: Readonly<Record<UnseenCode, BothTongues>> = {
  "entries-unread": ["nội dung mục không đọc được", "what the entries say, because they cannot be read"],
  "root-unmade": ["gốc cây, vì thiếu mã băm ở dưới", "the root of the tree, because leaf hashes below it are missing"],
  "root-unsigned": [
    "gốc cây, vì không có chữ ký nào cho biết gốc đúng",
    "the root of the tree, because no signature says what it should be",
  ],
  "tile-unmade": ["ô băm ở trên, vì thiếu mã băm ở dưới", "the tile above, because leaf hashes below it are missing"],
  "kept-unmade": [
    "điểm kiểm tra cũ, vì thiếu mã băm ở dưới",
    "the kept checkpoint, because leaf hashes below it are missing",
  ],
};
