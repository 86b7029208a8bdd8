/** The names of the rules, what each asks, and who owes it. Names are those of the table of rules, so that both compare. */

export type Words = {
  readonly vi: string;
  readonly en: string;
};

/** What is to be done within the limit. */
export const seriesWords = {
  COURT_TRANSFER_FINAL: {
    vi: "Tòa án chuyển giao bản án đã có hiệu lực pháp luật",
    en: "court transfers the effective judgment",
  },
  COURT_TRANSFER_IMMEDIATE: {
    vi: "Tòa án chuyển giao bản án được thi hành ngay",
    en: "court transfers the immediately enforceable judgment",
  },
  COURT_TRANSFER_INTERIM: {
    vi: "Tòa án chuyển giao quyết định áp dụng biện pháp khẩn cấp tạm thời",
    en: "court transfers the interim-measure decision",
  },
  COURT_TRANSFER_DEFAULT: {
    vi: "cơ quan ban hành chuyển giao bản án, quyết định",
    en: "issuing body transfers the judgment",
  },
  DECISION_ON_REQUEST: { vi: "ra quyết định thi hành án theo yêu cầu", en: "enforcement decision on request" },
  DECISION_OWN_MOTION: { vi: "chủ động ra quyết định thi hành án", en: "enforcement decision on own motion" },
  SEND_DECISION_VKS: {
    vi: "gửi quyết định về thi hành án cho Viện kiểm sát",
    en: "send the decision to the procuracy",
  },
  NOTIFY_PARTIES: { vi: "thông báo cho đương sự", en: "notify the parties" },
  VOLUNTARY_PERIOD: { vi: "thời hạn tự nguyện thi hành án", en: "period of voluntary compliance" },
  VERIFY_FIRST: { vi: "xác minh điều kiện thi hành án lần đầu", en: "first verification of enforcement conditions" },
  VERIFY_REPEAT: { vi: "xác minh lại điều kiện thi hành án", en: "repeated verification of enforcement conditions" },
  NO_CONDITION_DECISION: {
    vi: "ra quyết định về việc chưa có điều kiện thi hành án",
    en: "not-yet-executable decision",
  },
  NO_CONDITION_PUBLISH: {
    vi: "đăng tải thông tin việc chưa có điều kiện thi hành án",
    en: "publish the not-yet-executable decision",
  },
  POSTPONE_MAX: { vi: "thời hạn hoãn thi hành án tối đa theo yêu cầu", en: "longest postponement on request" },
  VALUATION_CONTRACT: { vi: "ký hợp đồng thẩm định giá", en: "sign the valuation contract" },
  REVALUATION_REQUEST: { vi: "thời hạn yêu cầu định giá lại", en: "period to request revaluation" },
  AUCTION_CONTRACT: { vi: "ký hợp đồng dịch vụ đấu giá", en: "sign the auction contract" },
  PAY_OUT: { vi: "chi trả tiền, trả tài sản thi hành án", en: "pay out the money or return the asset" },
  PROTEST_SAME_LEVEL: { vi: "Viện kiểm sát cùng cấp kháng nghị", en: "protest by the procuracy of the same level" },
  PROTEST_SUPERIOR: { vi: "Viện kiểm sát cấp trên kháng nghị", en: "protest by the superior procuracy" },
  PROTEST_AREA_PROVINCE: {
    vi: "Viện kiểm sát khu vực, cấp tỉnh kháng nghị",
    en: "protest by an area or provincial procuracy",
  },
  PROTEST_SUPREME: { vi: "Viện kiểm sát nhân dân tối cao kháng nghị", en: "protest by the Supreme Procuracy" },
  PROTEST_AFTER_CASE_END: { vi: "kháng nghị sau khi kết thúc thi hành án", en: "protest after the end of enforcement" },
  PROTEST_REPLY: { vi: "trả lời kháng nghị", en: "reply to the protest" },
  PROTEST_COMPLY: { vi: "thực hiện kháng nghị", en: "carry out the protest" },
  PROTEST_RECONSIDER_REPLY: {
    vi: "Viện kiểm sát trả lời đề nghị xem xét lại kháng nghị",
    en: "answer the request to reconsider the protest",
  },
  PROTEST_ESCALATION_REPLY: {
    vi: "cơ quan cấp trên trả lời việc không nhất trí với kháng nghị",
    en: "binding answer on the disputed protest",
  },
  PROTEST_MINISTER_REPLY: { vi: "Bộ trưởng xem xét, trả lời", en: "Minister re-examines and replies" },
  RECOMMENDATION_REPLY: { vi: "trả lời kiến nghị", en: "reply to the recommendation" },
  RECOMMENDATION_COMPLY: { vi: "thực hiện kiến nghị", en: "carry out the recommendation" },
  RECOMMENDATION_DISAGREE: {
    vi: "nêu lý do không nhất trí với kiến nghị",
    en: "give reasons for disagreeing with the recommendation",
  },
  REQUEST_COMPLY: { vi: "thực hiện yêu cầu của Viện kiểm sát", en: "comply with the procuracy's request" },
  REQUEST_SELF_INSPECT: {
    vi: "tự kiểm tra và báo cáo kết quả cho Viện kiểm sát",
    en: "self-inspect and report to the procuracy",
  },
} as const satisfies Record<string, Words>;

export type Series = keyof typeof seriesWords;

export const ownerWords = {
  court: { vi: "Tòa án", en: "court" },
  agency: { vi: "cơ quan thi hành án dân sự", en: "enforcement agency" },
  "agency-head": { vi: "Thủ trưởng cơ quan thi hành án dân sự", en: "head of the enforcement agency" },
  "agency-or-office-head": {
    vi: "Thủ trưởng cơ quan, Trưởng văn phòng thi hành án dân sự",
    en: "head of the enforcement agency or office",
  },
  enforcer: { vi: "Chấp hành viên", en: "enforcer" },
  debtor: { vi: "người phải thi hành án", en: "debtor" },
  party: { vi: "đương sự", en: "party" },
  procuracy: { vi: "Viện kiểm sát", en: "procuracy" },
  "superior-procuracy": { vi: "Viện kiểm sát cấp trên", en: "superior procuracy" },
  "area-or-provincial-procuracy": {
    vi: "Viện kiểm sát khu vực, cấp tỉnh, quân khu",
    en: "area, provincial or military-region procuracy",
  },
  "supreme-procuracy": {
    vi: "Viện kiểm sát nhân dân tối cao, Viện kiểm sát quân sự trung ương",
    en: "Supreme or Central Military procuracy",
  },
  "superior-agency-head": {
    vi: "Thủ trưởng cơ quan thi hành án cấp trên",
    en: "head of the superior enforcement agency",
  },
  "management-agency": {
    vi: "cơ quan quản lý thi hành án thuộc Bộ",
    en: "enforcement management agency of the ministry",
  },
  minister: { vi: "Bộ trưởng", en: "Minister" },
} as const satisfies Record<string, Words>;

/** Who owes the act, or holds the right. */
export type Owner = keyof typeof ownerWords;

export function isSeries(text: string): text is Series {
  return Object.hasOwn(seriesWords, text);
}
