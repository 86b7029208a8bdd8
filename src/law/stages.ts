/** The acts of the catalogue by the stage of enforcement to which they belong, in the order of the work, with the words of the glossary. */

import { type ActType, isActType } from "./act.ts";
import { courtActs } from "./acts/asking-courts.ts";
import { coercingActs } from "./acts/coercing.ts";
import { complainingActs } from "./acts/complaining.ts";
import { decisionActs } from "./acts/deciding.ts";
import { destroyingActs } from "./acts/destroying.ts";
import { exemptingActs } from "./acts/exempting.ts";
import { haltingActs } from "./acts/halting.ts";
import { intakeActs } from "./acts/intake.ts";
import { officeActs } from "./acts/offices.ts";
import { payingActs } from "./acts/paying.ts";
import { protestActs } from "./acts/protesting.ts";
import { recommendationActs } from "./acts/recommending.ts";
import { reportingActs } from "./acts/reporting.ts";
import { securingActs } from "./acts/securing.ts";
import { sellingActs } from "./acts/selling.ts";
import { sortingActs } from "./acts/sorting.ts";
import { verifyingActs } from "./acts/verifying.ts";
import type { Words } from "./series.ts";

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
