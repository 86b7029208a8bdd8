/**
 * The stages of enforcement in the order of the work: the acts of each (its acts.ts) and the names of its rules (names.ts).
 * The catalogue of acts, the names of the series, the rules of an edition and the groups of acts on a screen are computed
 * from this list. A stage is added here; the compiler then asks for its rules in limits.ts.
 */

import type { ActEntry } from "../act-entry.ts";
import type { Words } from "../language.ts";
import { intakeActs } from "./intake/acts.ts";
import { intakeNames } from "./intake/names.ts";
import { officeActs } from "./offices/acts.ts";
import { officeNames } from "./offices/names.ts";
import { decidingActs } from "./deciding/acts.ts";
import { decidingNames } from "./deciding/names.ts";
import { verifyingActs } from "./verifying/acts.ts";
import { verifyingNames } from "./verifying/names.ts";
import { sortingActs } from "./sorting/acts.ts";
import { sortingNames } from "./sorting/names.ts";
import { haltingActs } from "./halting/acts.ts";
import { haltingNames } from "./halting/names.ts";
import { securingActs } from "./securing/acts.ts";
import { securingNames } from "./securing/names.ts";
import { coercingActs } from "./coercing/acts.ts";
import { coercingNames } from "./coercing/names.ts";
import { sellingActs } from "./selling/acts.ts";
import { sellingNames } from "./selling/names.ts";
import { payingActs } from "./paying/acts.ts";
import { payingNames } from "./paying/names.ts";
import { destroyingActs } from "./destroying/acts.ts";
import { destroyingNames } from "./destroying/names.ts";
import { courtActs } from "./courts/acts.ts";
import { courtNames } from "./courts/names.ts";
import { exemptingActs } from "./exempting/acts.ts";
import { exemptingNames } from "./exempting/names.ts";
import { complainingActs } from "./complaining/acts.ts";
import { complainingNames } from "./complaining/names.ts";
import { protestingActs } from "./protesting/acts.ts";
import { protestingNames } from "./protesting/names.ts";
import { recommendingActs } from "./recommending/acts.ts";
import { recommendingNames } from "./recommending/names.ts";
import { reportingActs } from "./reporting/acts.ts";
import { reportingNames } from "./reporting/names.ts";

interface StageParts {
  readonly name: string;
  readonly words: Words;
  readonly acts: Readonly<Record<string, ActEntry>>;
  readonly names: Readonly<Record<string, Words>>;
}

const words = {
  intake: { vi: "Nhận bản án, yêu cầu thi hành án", en: "judgment and request received" },
  offices: { vi: "Văn phòng thi hành án dân sự", en: "enforcement office" },
  deciding: { vi: "Quyết định, thông báo, phân công, kết thúc", en: "decisions, notices, assignment, end" },
  verifying: { vi: "Tự nguyện thi hành án, xác minh điều kiện", en: "voluntary compliance, verification" },
  sorting: { vi: "Chưa có điều kiện thi hành", en: "not yet executable" },
  halting: { vi: "Hoãn, tạm đình chỉ, đình chỉ, ủy thác", en: "postponement, suspension, termination, delegation" },
  securing: { vi: "Biện pháp bảo đảm", en: "security measures" },
  coercing: { vi: "Cưỡng chế thi hành án", en: "coercive enforcement" },
  selling: { vi: "Kê biên, thẩm định giá, đấu giá, giao tài sản", en: "seizure, valuation, auction, delivery" },
  paying: { vi: "Thu, chi trả tiền, tài sản", en: "collection and pay-out" },
  destroying: { vi: "Vật chứng, tiêu hủy", en: "exhibits, destruction" },
  courts: { vi: "Tòa án giải thích, giám đốc thẩm, tái thẩm", en: "explanation, cassation review, reopening" },
  exempting: { vi: "Miễn, giảm nghĩa vụ thi hành án", en: "exemption, reduction" },
  complaining: { vi: "Khiếu nại, tố cáo", en: "complaints, denunciations" },
  protesting: { vi: "Vi phạm, kháng nghị", en: "violations, protests" },
  recommending: { vi: "Kiến nghị, yêu cầu của Viện kiểm sát", en: "recommendations, requests" },
  reporting: { vi: "Báo cáo thống kê, dữ liệu cá nhân", en: "statistics, personal data" },
} as const satisfies Record<string, Words>;

export const stages = [
  { name: "intake", words: words.intake, acts: intakeActs, names: intakeNames },
  { name: "offices", words: words.offices, acts: officeActs, names: officeNames },
  { name: "deciding", words: words.deciding, acts: decidingActs, names: decidingNames },
  { name: "verifying", words: words.verifying, acts: verifyingActs, names: verifyingNames },
  { name: "sorting", words: words.sorting, acts: sortingActs, names: sortingNames },
  { name: "halting", words: words.halting, acts: haltingActs, names: haltingNames },
  { name: "securing", words: words.securing, acts: securingActs, names: securingNames },
  { name: "coercing", words: words.coercing, acts: coercingActs, names: coercingNames },
  { name: "selling", words: words.selling, acts: sellingActs, names: sellingNames },
  { name: "paying", words: words.paying, acts: payingActs, names: payingNames },
  { name: "destroying", words: words.destroying, acts: destroyingActs, names: destroyingNames },
  { name: "courts", words: words.courts, acts: courtActs, names: courtNames },
  { name: "exempting", words: words.exempting, acts: exemptingActs, names: exemptingNames },
  { name: "complaining", words: words.complaining, acts: complainingActs, names: complainingNames },
  { name: "protesting", words: words.protesting, acts: protestingActs, names: protestingNames },
  { name: "recommending", words: words.recommending, acts: recommendingActs, names: recommendingNames },
  { name: "reporting", words: words.reporting, acts: reportingActs, names: reportingNames },
] as const satisfies readonly StageParts[];

type ListedStage = (typeof stages)[number];
export type StageName = ListedStage["name"];

/** The keys of one part of every stage: the types of act, or the names of rules. */
export type KeyIn<Part extends "acts" | "names", Stage = ListedStage> = Stage extends ListedStage
  ? keyof Stage[Part]
  : never;
