/** The Vietnamese words of traits: what the acts of law/stages say beyond their type. */

import { traitWords } from "../../law/telling/trait-words.ts";
import { demandWords, levelWords } from "./instruments.ts";

interface Trait {
  readonly name: string;
  /** The codes that law/telling/trait-words.ts does not name. */
  readonly words: Readonly<Record<string, string>>;
}

const traits: Readonly<Record<string, Trait>> = {
  decision: { name: "loại quyết định", words: {} },
  notice: { name: "thông báo", words: { withheld: "chưa thông báo để tránh tẩu tán tài sản" } },
  means: {
    name: "hình thức",
    words: {
      direct: "trực tiếp",
      posting: "niêm yết công khai",
      media: "phương tiện thông tin đại chúng",
      electronic: "phương thức điện tử",
    },
  },
  by: {
    name: "theo",
    words: {
      completion: "thi hành xong",
      termination: "đình chỉ thi hành án",
      valuation: "kết quả thẩm định giá",
      enforcer: "xác định của Chấp hành viên",
    },
  },
  judgment: {
    name: "loại bản án, quyết định",
    words: {
      ordinary: "thông thường",
      "immediately-enforceable": "được thi hành ngay",
      "interim-measure": "áp dụng biện pháp khẩn cấp tạm thời",
    },
  },
  "procedural-limit": { name: "thời hạn tố tụng riêng", words: { none: "không có", set: "có" } },
  ground: {
    name: "căn cứ",
    words: {
      "no-right": "không có quyền yêu cầu",
      "no-competence": "không thuộc thẩm quyền",
      "time-barred": "hết thời hiệu",
      agreement: "các đương sự đồng ý",
    },
  },
  result: { name: "kết quả", words: { executable: "có điều kiện thi hành" } },
  outcome: { name: "kết quả", words: { sold: "bán được", failed: "không thành" } },
  origin: {
    name: "nguồn tiền",
    words: { debtor: "người phải thi hành án nộp", deduction: "khấu trừ", "asset-sale": "bán tài sản" },
  },
  category: { name: "nội dung khiếu nại", words: {} },
  instance: { name: "lần khiếu nại", words: {} },
  complexity: { name: "tính chất", words: {} },
  fate: { name: "xử lý vật chứng, tài sản", words: {} },
  round: { name: "lần đấu giá", words: {} },
  "without-auction": { name: "lý do không đấu giá", words: {} },
  perishable: { name: "tài sản mau hỏng", words: {} },
  registered: { name: "tài sản phải đăng ký", words: {} },
  request: { name: "tình trạng đơn yêu cầu", words: {} },
  delegated: { name: "nội dung ủy thác", words: {} },
  compels: { name: "buộc", words: {} },
  for: { name: "để ra quyết định", words: {} },
  after: { name: "sau khi", words: {} },
  lead: { name: "thời điểm yêu cầu", words: {} },
  measure: { name: "biện pháp", words: {} },
  to: { name: "nơi nhận", words: {} },
  liquidation: { name: "lý do thanh lý", words: {} },
  dispute: { name: "lý do xác minh lại", words: {} },
  information: { name: "loại thông tin", words: {} },
  verifies: { name: "tài sản xác minh", words: {} },
  occasion: { name: "ngày", words: {} },
  proof: { name: "tài liệu chứng minh", words: {} },
  forces: { name: "lực lượng", words: {} },
  hours: { name: "thời gian", words: {} },
  scale: { name: "quy mô", words: {} },
  level: { name: "cấp", words: levelWords },
  demand: { name: "nội dung yêu cầu", words: demandWords },
  "seizure-minutes": { name: "biên bản kê biên kèm theo bản án", words: {} },
};

/** Writes "loại quyết định: thi hành án". */
export function traitText([name, code]: readonly [string, string]): string {
  return `${traitName(name)}: ${traitValue(name, code)}`;
}

export function traitName(name: string): string {
  return traits[name]?.name ?? name;
}

/** traitValue returns the code itself when it has no words. */
export function traitValue(name: string, code: string): string {
  return traits[name]?.words[code] ?? traitWords[code]?.vi ?? code;
}
