/**
 * Every act that starts or fulfils a time limit (laws 26/2008/QH12, 106/2025/QH15, 63/2014/QH13): what it may be about,
 * which days it may carry, which codes describe it, its words. A new act is one more entry in acts/.
 */

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
