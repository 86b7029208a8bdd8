/**
 * The rules of each stage: its time limits (limits.ts) and its order of acts (orders.ts); an edition holds them in the order
 * of the stages. The head of each file says in short what the articles ask, the article in brackets; the rules cite their exact
 * places.
 */

import type { RuleVersion } from "../rule.ts";
import type { StageName } from "./stages.ts";
import { intakeLimits } from "./intake/limits.ts";
import { officeLimits } from "./offices/limits.ts";
import { decidingLimits } from "./deciding/limits.ts";
import { decidingOrders } from "./deciding/orders.ts";
import { verifyingLimits } from "./verifying/limits.ts";
import { verifyingOrders } from "./verifying/orders.ts";
import { sortingLimits } from "./sorting/limits.ts";
import { sortingOrders } from "./sorting/orders.ts";
import { haltingLimits } from "./halting/limits.ts";
import { haltingOrders } from "./halting/orders.ts";
import { securingLimits } from "./securing/limits.ts";
import { coercingLimits } from "./coercing/limits.ts";
import { coercingOrders } from "./coercing/orders.ts";
import { sellingLimits } from "./selling/limits.ts";
import { sellingOrders } from "./selling/orders.ts";
import { payingLimits } from "./paying/limits.ts";
import { payingOrders } from "./paying/orders.ts";
import { destroyingLimits } from "./destroying/limits.ts";
import { destroyingOrders } from "./destroying/orders.ts";
import { courtLimits } from "./courts/limits.ts";
import { exemptingLimits } from "./exempting/limits.ts";
import { exemptingOrders } from "./exempting/orders.ts";
import { complainingLimits } from "./complaining/limits.ts";
import { protestingLimits } from "./protesting/limits.ts";
import { recommendingLimits } from "./recommending/limits.ts";
import { reportingLimits } from "./reporting/limits.ts";

export const stageLimits: Readonly<Record<StageName, readonly RuleVersion[]>> = {
  intake: intakeLimits,
  offices: officeLimits,
  deciding: [...decidingLimits, ...decidingOrders],
  verifying: [...verifyingLimits, ...verifyingOrders],
  sorting: [...sortingLimits, ...sortingOrders],
  halting: [...haltingLimits, ...haltingOrders],
  securing: securingLimits,
  coercing: [...coercingLimits, ...coercingOrders],
  selling: [...sellingLimits, ...sellingOrders],
  paying: [...payingLimits, ...payingOrders],
  destroying: [...destroyingLimits, ...destroyingOrders],
  courts: courtLimits,
  exempting: [...exemptingLimits, ...exemptingOrders],
  complaining: complainingLimits,
  protesting: protestingLimits,
  recommending: recommendingLimits,
  reporting: reportingLimits,
};
