/** The names of the rules on postponing, suspending, ending, delegating and passing on enforcement. */

import type { Words } from "../../language.ts";

export const haltingNames = {
  POSTPONE_DECISION: { vi: "ra quyết định hoãn thi hành án", en: "postponement decision" },
  POSTPONE_ON_REQUEST_24H: {
    vi: "ra ngay quyết định hoãn theo yêu cầu của người có thẩm quyền kháng nghị",
    en: "postponement decision at the request of a person with the power to protest",
  },
  POSTPONE_MAX: { vi: "thời hạn hoãn thi hành án tối đa theo yêu cầu", en: "longest postponement on request" },
  RESUME_AFTER_POSTPONE: {
    vi: "ra quyết định tiếp tục thi hành án sau khi hoãn",
    en: "resumption decision after postponement",
  },
  SUSPEND_DECISION: { vi: "ra quyết định tạm đình chỉ thi hành án", en: "suspension decision" },
  SUSPEND_NOTICE: { vi: "thông báo việc tạm đình chỉ thi hành án", en: "notify the parties of the suspension" },
  RESUME_AFTER_SUSPEND: {
    vi: "ra quyết định tiếp tục thi hành án sau khi tạm đình chỉ",
    en: "resumption decision after suspension",
  },
  TERMINATE_DECISION: { vi: "ra quyết định đình chỉ thi hành án", en: "termination decision" },
  CERTIFY_RESULT: { vi: "cấp giấy xác nhận kết quả thi hành án", en: "issue the certificate of the result" },
  DELEGATE_DECISION: { vi: "ra quyết định ủy thác thi hành án", en: "delegation decision" },
  DELEGATE_INTERIM: {
    vi: "ra quyết định ủy thác thi hành biện pháp khẩn cấp tạm thời",
    en: "delegation decision on an interim measure",
  },
  DELEGATE_RECEIVE: {
    vi: "cơ quan nhận ủy thác ra quyết định thi hành án",
    en: "enforcement decision of the delegated agency",
  },
  DELEGATE_ASSET_RECEIVE: {
    vi: "cơ quan nhận ủy thác ra quyết định xử lý tài sản",
    en: "asset-handling decision of the delegated agency",
  },
  DELEGATE_ASSET_REMIT: {
    vi: "chuyển tiền xử lý tài sản cho cơ quan ủy thác",
    en: "remit the proceeds to the delegating agency",
  },
  TRANSFER_RIGHTS_DECISION: {
    vi: "ra quyết định chuyển giao quyền, nghĩa vụ thi hành án",
    en: "decision transferring rights and obligations",
  },
  ORD_PROTEST_POSTPONE: {
    vi: "không chấm dứt sớm việc hoãn theo yêu cầu của người có thẩm quyền kháng nghị",
    en: "a postponement asked for by a person with the power to protest is not lifted early",
  },
  ORD_PROTEST_ONCE: {
    vi: "người có thẩm quyền kháng nghị chỉ yêu cầu hoãn một lần",
    en: "a person with the power to protest asks for a postponement once",
  },
  ORD_AGREED_END: {
    vi: "việc đồng ý hoãn thi hành án phải ghi rõ thời hạn hoãn",
    en: "an agreed postponement names its last day",
  },
  ORD_STANDSTILL: {
    vi: "không cưỡng chế, kê biên, đấu giá, chi trả khi đang hoãn, tạm đình chỉ",
    en: "no coercion, seizure, auction or pay-out while enforcement is halted",
  },
  ORD_WITHDRAWN: {
    vi: "không thực hiện theo quyết định đã bị thu hồi, hủy",
    en: "no step under a decision that was withdrawn or annulled",
  },
  ORD_DELEGATE_WITHDRAW: {
    vi: "thu hồi quyết định thi hành án trước khi ủy thác",
    en: "the enforcement decision is withdrawn before delegation",
  },
  ORD_TERMINATE_SOLD: {
    vi: "không đình chỉ theo thỏa thuận khi tài sản đã bán chưa giao",
    en: "no termination by agreement between a sale and its delivery",
  },
  ORD_CASSATION: {
    vi: "chỉ thông báo khi người kháng nghị đã tạm đình chỉ thi hành án",
    en: "only notice where the protest suspended enforcement",
  },
} as const satisfies Record<string, Words>;
