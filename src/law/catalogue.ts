/**
 * Every act that starts or fulfils a time limit (laws 26/2008/QH12, 106/2025/QH15, 63/2014/QH13): what it may be about,
 * which days it may carry, which codes describe it, its words. A new act is one more entry in acts/.
 */

import { decisionActs } from "./acts/deciding.ts";
import { intakeActs } from "./acts/intake.ts";
import { protestActs } from "./acts/protesting.ts";
import { recommendationActs } from "./acts/recommending.ts";
import { sellingActs } from "./acts/selling.ts";
import { verifyingActs } from "./acts/verifying.ts";

export const catalogue = {
  ...intakeActs,
  ...decisionActs,
  ...verifyingActs,
  ...sellingActs,
  ...protestActs,
  ...recommendationActs,
} as const;
