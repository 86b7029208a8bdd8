/** The acts of the catalogue by the stage of enforcement to which they belong, in the order of the work, with the words of the glossary. */

import { type ActType, isActType } from "../act.ts";
import { courtActs } from "./courts/acts.ts";
import { coercingActs } from "./coercing/acts.ts";
import { complainingActs } from "./complaining/acts.ts";
import { decisionActs } from "./deciding/acts.ts";
import { destroyingActs } from "./destroying/acts.ts";
import { exemptingActs } from "./exempting/acts.ts";
import { haltingActs } from "./halting/acts.ts";
import { intakeActs } from "./intake/acts.ts";
import { officeActs } from "./offices/acts.ts";
import { payingActs } from "./paying/acts.ts";
import { protestActs } from "./protesting/acts.ts";
import { recommendationActs } from "./recommending/acts.ts";
import { reportingActs } from "./reporting/acts.ts";
import { securingActs } from "./securing/acts.ts";
import { sellingActs } from "./selling/acts.ts";
import { sortingActs } from "./sorting/acts.ts";
import { verifyingActs } from "./verifying/acts.ts";
import type { Words } from "../series.ts";

export interface Stage {
  readonly name: string;
  readonly words: Words;
  readonly acts: readonly ActType[];
}

export const stages: readonly Stage[] = [
  stage("intake", intakeActs, "Nhận bản án, yêu cầu thi hành án", "judgment and request received"),
  stage("offices", officeActs, "Văn phòng thi hành án dân sự", "enforcement office"),
  stage("deciding", decisionActs, "Quyết định, thông báo, phân công, kết thúc", "decisions, notices, assignment, end"),
  stage("verifying", verifyingActs, "Tự nguyện thi hành án, xác minh điều kiện", "voluntary compliance, verification"),
  stage("sorting", sortingActs, "Chưa có điều kiện thi hành", "not yet executable"),
  stage(
    "halting",
    haltingActs,
    "Hoãn, tạm đình chỉ, đình chỉ, ủy thác",
    "postponement, suspension, termination, delegation",
  ),
  stage("securing", securingActs, "Biện pháp bảo đảm", "security measures"),
  stage("coercing", coercingActs, "Cưỡng chế thi hành án", "coercive enforcement"),
  stage(
    "selling",
    sellingActs,
    "Kê biên, thẩm định giá, đấu giá, giao tài sản",
    "seizure, valuation, auction, delivery",
  ),
  stage("paying", payingActs, "Thu, chi trả tiền, tài sản", "collection and pay-out"),
  stage("destroying", destroyingActs, "Vật chứng, tiêu hủy", "exhibits, destruction"),
  stage("courts", courtActs, "Tòa án giải thích, giám đốc thẩm, tái thẩm", "explanation, cassation review, reopening"),
  stage("exempting", exemptingActs, "Miễn, giảm nghĩa vụ thi hành án", "exemption, reduction"),
  stage("complaining", complainingActs, "Khiếu nại, tố cáo", "complaints, denunciations"),
  stage("protesting", protestActs, "Vi phạm, kháng nghị", "violations, protests"),
  stage("recommending", recommendationActs, "Kiến nghị, yêu cầu của Viện kiểm sát", "recommendations, requests"),
  stage("reporting", reportingActs, "Báo cáo thống kê, dữ liệu cá nhân", "statistics, personal data"),
];

function stage(name: string, acts: object, vi: string, en: string): Stage {
  return { name, words: { vi, en }, acts: Object.keys(acts).filter(isActType) };
}
