/** The order rules of the law: each is a rule of the edition, or stands in src/law/ORDERS.md with the reason why not. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { currentEdition } from "../../../src/law/edition.ts";
import { isSeries } from "../../../src/law/series.ts";

/** Every order rule that the lawyers found in the two laws and their decrees, in the order of the work. */
const found =
  `EFFECT DUE REQUEST OWN_MOTION LIMITATION ONE_DECISION VOLUNTARY NOTICE_FIRST COERCION_DECISION CONDITIONS PLAN POLICE
SORT SORTED_OUT RESUME_DUE STANDSTILL PROTEST_POSTPONE PROTEST_ONCE AGREED_END CASSATION TERMINATE_PAID TERMINATE_SOLD TERMINATED LIFT
WITHDRAWN DELEGATE_WITHDRAW DELEGATE_LAST HEIRS_CREDITOR HEIRS_DEBTOR SHARE DISPUTE MORTGAGED HOME_LAST COMMON_LAST OTHERS_ON_LAND
VALUE_AFTER_SEIZURE AUCTION_AFTER_REVALUE PRICE_VALID PRIORITY POSTING ANNOUNCE CUT TAKE PRIVATE_SALE DELIVER_PAID PAY_DELIVERED
RENT_FIRST DEPOSIT_DUTY FORFEIT SEPARATE_BOOK RETURN EXEMPT_SPACING DESTROY REVALUE_AWARDED COMPLETE TITLE_PAPERS INACTIVE`
    .split(/\s+/)
    .map((name) => `ORD_${name}`);

const waiting = readFileSync("src/law/ORDERS.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `ORD_"))
  .map((line) => {
    const [, rule = "", says = "", reason = "", exactly = ""] = line.split("|").map((cell) => cell.trim());
    return { rule: rule.replaceAll("`", ""), says, reason, exactly };
  });

const built = currentEdition.rules.filter(({ series }) => series.startsWith("ORD_"));
const orders = currentEdition.rules.filter(({ direction }) => direction === "out_of_order");

describe("the order rules", () => {
  test("are each built or waiting, and none both or twice", () => {
    const series = new Set<string>(built.map((rule) => rule.series));
    expect([...series, ...waiting.map(({ rule }) => rule)].toSorted()).toEqual(found.toSorted());
  });

  test("wait for one of four reasons", () => {
    const reasons = ["act", "ground", "amount", "rule"];
    expect(
      waiting.filter(({ says, reason, exactly }) => !reasons.includes(reason) || says === "" || exactly === ""),
    ).toEqual([]);
  });

  test("that are rules on a time already name the rule", () => {
    const names = waiting.filter(({ reason }) => reason === "rule").map(({ exactly }) => exactly.replaceAll("`", ""));
    expect(names.filter((name) => !isSeries(name))).toEqual([]);
  });

  test("are bans, or duties that accuse nobody", () => {
    const duties = built.filter(({ mode }) => mode !== "ban");
    expect(new Set(duties.map(({ series }) => series))).toEqual(
      new Set(["ORD_INACTIVE", "ORD_RESUME_DUE", "ORD_DEPOSIT_DUTY"]),
    );
    expect(duties.filter(({ confidence, accuses }) => confidence !== "M" && accuses === undefined)).toEqual([]);
  });

  test("say in both languages what would have made the act lawful", () => {
    expect(built.filter(({ note }) => note === undefined).map(({ series }) => series)).toEqual([]);
  });

  test("are bans that say under which condition the act is out of order", () => {
    expect(orders.filter(({ mode, forbids }) => mode !== "ban" || forbids === undefined)).toEqual([]);
  });
});
