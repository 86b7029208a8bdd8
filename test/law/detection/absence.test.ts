/** The absence that shows anyone that an obligation was missed. */

import { describe, expect, test } from "vitest";
import { type Absence, absenceOf } from "../../../src/law/detection/absence.ts";
import type { Act } from "../../../src/law/act.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, debtorA, decision, file, intake, obligations } from "../given.ts";

const absent = (series: Series, acts: readonly Act[]): readonly (Absence | undefined)[] =>
  obligations(series, file(acts), "2026-11-23").map((one) => absenceOf(one));

describe("an absence", () => {
  const issued = decision("enforcement", "2026-10-05");
  const sent = (sentOn: string): Act => act("decision-sent-to-procuracy", issued.subject, { sentOn });

  test("behind a missed obligation reaches from the starting act to the last entry", () => {
    expect(absent("SEND_DECISION_VKS", [issued])).toEqual([
      { of: ["decision-sent-to-procuracy"], subject: issued.subject, after: issued.id, before: undefined },
    ]);
  });

  test("behind a late obligation ends with the act that came", () => {
    const late = sent("2026-11-02");
    expect(absent("SEND_DECISION_VKS", [issued, late])).toMatchObject([{ after: issued.id, before: late.id }]);
  });

  test("is not claimed for an obligation that is met or open", () => {
    expect(absent("SEND_DECISION_VKS", [issued, sent("2026-10-06")])).toEqual([undefined]);
    expect(absent("SEND_DECISION_VKS", [decision("enforcement", "2026-11-20")])).toEqual([undefined]);
  });

  test("reaches back to the first entry when an early act counts", () => {
    const effective = act("judgment-effective", intake, "2026-07-06", { traits: { "procedural-limit": "none" } });
    expect(absent("COURT_TRANSFER_DEFAULT", [effective])).toMatchObject([
      { of: ["judgment-transferred", "judgment-received"], after: undefined, before: undefined },
    ]);
  });

  test("of an act that had to come before another ends with that other act", () => {
    const coerced = act("coercion-carried-out", debtorA, "2026-09-14");
    expect(absent("COERCION_COST_NOTICE", [coerced])).toEqual([
      { of: ["coercion-cost-notified"], subject: debtorA, after: undefined, before: coerced.id },
    ]);
  });
});
