/**
 * Every act that starts or fulfils a time limit (laws 26/2008/QH12, 106/2025/QH15, 63/2014/QH13): what it may be about,
 * which days it may carry, which codes describe it, its words. A new act is one more entry in acts/.
 */

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

export const catalogue = {
  ...intakeActs,
  ...officeActs,
  ...decisionActs,
  ...verifyingActs,
  ...sortingActs,
  ...haltingActs,
  ...securingActs,
  ...coercingActs,
  ...sellingActs,
  ...payingActs,
  ...destroyingActs,
  ...courtActs,
  ...exemptingActs,
  ...complainingActs,
  ...protestActs,
  ...recommendationActs,
  ...reportingActs,
} as const;
