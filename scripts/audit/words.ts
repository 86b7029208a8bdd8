/** The faults of a database, and what could not be looked at, in plain words: Vietnamese first, English second. */

import type { DatabaseFaultCode, UnseenCode } from "../../src/service/auditing/audit-fault.ts";
import type { BothTongues } from "../verify/both-tongues.ts";
import { faultWords } from "../verify/words.ts";

export const databaseFaultWords: Readonly<Record<DatabaseFaultCode, BothTongues>> = {
  ...faultWords,
  "leaf-missing": ["thiếu mục", "an entry is missing"],
  "event-missing": ["mục trỏ tới sự kiện không còn", "the entry's event is gone"],
  "event-forgotten": [
    "sự kiện đã ghi không nằm trong nhật ký và không chờ niêm phong",
    "a recorded event is neither in the log nor waits for its seal",
  ],
  "event-sealed-and-waiting": ["sự kiện đã niêm phong vẫn chờ niêm phong", "a sealed event waits for a seal"],
  "checkpoint-parted": [
    "các điểm kiểm tra không nối liền nhau hoặc không phủ hết nhật ký",
    "the checkpoints do not follow one another, or do not cover the log",
  ],
  "edge-wrong": ["cạnh cây đi kèm điểm kiểm tra sai", "the edge kept with the checkpoint is wrong"],
  "signed-at-wrong": [
    "thời điểm ký điểm kiểm tra sớm hơn điểm trước nó, hoặc ở tương lai",
    "the instant of a checkpoint's signature is before that of the one before it, or in the future",
  ],
  "tile-unknown": ["ô băm thừa", "a hash tile that the log does not have"],
  "head-wrong": ["đầu nhật ký không khớp các mục", "the head does not fit the entries"],
  "event-misplaced": [
    "cột luồng hoặc phiên bản không khớp nội dung sự kiện",
    "the columns of stream and version differ from the event's bytes",
  ],
  "event-not-ours": ["sự kiện không theo lược đồ nào", "the event fits no schema"],
  "event-impossible": ["sự kiện không thể xảy ra sau các sự kiện trước", "the event cannot follow those before it"],
  "stream-differs": [
    "trạng thái lưu của luồng khác trạng thái tính lại",
    "the kept state of the stream is not what its events give",
  ],
  "stream-foreign": [
    "luồng không do máy chủ của nhật ký này lưu, hoặc dòng của nó đã bị sửa",
    "no server of this log kept this stream, or its row was changed",
  ],
  "stream-unknown": ["luồng không có sự kiện nào", "a stream without events"],
  "row-differs": ["dòng tra cứu khác dòng tính lại", "a row of a list is not what its stream gives"],
  "row-missing": ["thiếu dòng tra cứu", "a row of a list is missing"],
  "row-unknown": ["dòng tra cứu thừa", "a row of a list that no stream gives"],
  "value-missing": ["thiếu giá trị niêm phong", "a committed value is missing"],
  "value-broken": ["không mở được giá trị niêm phong", "a committed value does not open"],
  "value-differs": [
    "giá trị niêm phong không khớp cam kết trong nhật ký",
    "a committed value is not what the log commits to",
  ],
  "value-unknown": [
    "giá trị niêm phong không có trong nhật ký tại chỗ này",
    "a committed value that the log does not commit to at this place",
  ],
  "journal-differs": ["sổ truy cập khác lúc khóa sổ", "the access journal is not what it was when it was closed"],
  "recording-foreign": [
    "lần ghi không do máy chủ của nhật ký này thực hiện, hoặc đã bị sửa, thêm, bớt sự kiện",
    "no server of this log made this recording, or not of exactly these events",
  ],
  "recording-empty": ["lần ghi không có sự kiện nào", "a recording without events"],
  "event-of-no-recording": ["sự kiện không thuộc lần ghi nào", "the event is of no recording"],
  "checkpoint-foreign": [
    "điểm kiểm tra không do máy chủ của nhật ký này lưu, hoặc dòng của nó đã bị sửa",
    "no server of this log kept this checkpoint, or its row was changed",
  ],
  "checkpoint-number-wrong": [
    "số thứ tự các điểm kiểm tra không liền nhau: có điểm bị lấy đi hoặc chèn vào",
    "the numbers of the checkpoints have a gap: one was taken out or put in",
  ],
  "edition-not-adopted": [
    "sự kiện dẫn bộ quy tắc không có hiệu lực tại chỗ này của nhật ký",
    "the event names an edition of the law that did not count at this place of the log",
  ],
  "adoption-wrong": [
    "bộ quy tắc không do hai người khác nhau đề nghị và thông qua, hoặc ghi sai bộ quy tắc bị thay",
    "the edition of the law was not proposed and adopted by two persons, or names the wrong one as superseded",
  ],
  "law-differs": [
    "vi phạm hoặc lời giải thích ghi trong sự kiện khác với kết quả tính lại từ các hành vi trước nó",
    "the breach or the explanation in the event is not what the acts before it give",
  ],
  "catalog-differs": [
    "luật của cơ sở dữ liệu khác các bước chuyển đổi (- là thiếu, + là thừa)",
    "the law of the database is not that of its migrations (- is missing, + should not be there)",
  ],
  "signer-memory-differs": [
    "bộ nhớ của người ký giữ một điểm kiểm tra không có ở đây: cơ sở dữ liệu cũ hơn những gì đã ký",
    "the signer remembers a checkpoint that is not here: the database is older than what was signed",
  ],
};

export const unseenWords: Readonly<Record<UnseenCode, BothTongues>> = {
  "event-unread": ["nội dung mục không đọc được", "what the entry says, because its event cannot be read"],
  "leaf-hash-unmade": [
    "mã băm của mục, vì thiếu mục đứng trước",
    "the leaf hash of the entry, because the one before it is missing",
  ],
  "root-unmade": ["gốc cây, vì thiếu mục ở dưới", "its root, because entries below it are missing"],
  "tile-unmade": ["ô băm, vì thiếu mục ở dưới", "the tile, because entries below it are missing"],
  "state-unmade": [
    "trạng thái và các dòng tra cứu của luồng từ phiên bản này, vì sự kiện ở đó sai",
    "the state and the rows of the stream from this version on, because its event is wrong",
  ],
  "law-unjudged": [
    "pháp luật mà mục áp dụng, vì luồng mà mục nói tới có sự kiện sai",
    "the law that the entry applies, because an event of the stream that it is about is wrong",
  ],
};
