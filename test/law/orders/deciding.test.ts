/** What must come before an enforcement decision. Each breach stands beside the lawful cases next to it, and none accuses. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import type { EnforcementFile } from "../../../src/law/file.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, debtorA, debtorB, decision, file, intake, obligations } from "../given.ts";

const broken = (series: Series, acts: readonly Act[], changes: Partial<EnforcementFile> = {}) =>
  obligations(series, file(acts, changes), "2029-01-01").map(
    ({ state, weight, version }) => `${state} ${weight} ${version}`,
  );

const requested = (on: string) => act("request-received", intake, { receivedOn: on });
const enforcement = (on: string, answers: readonly Act[] = []) => decision("enforcement", on, { answers });

describe("an enforcement decision before the judgment took effect (26/2008 Art.2(1); 106/2025 Art.2(1))", () => {
  const effective = (on: string) => act("judgment-effective", intake, on);

  test("is asked about; one of the day itself is in order", () => {
    expect(broken("ORD_EFFECT", [effective("2026-08-11"), enforcement("2026-08-10")])).toEqual([
      "forbidden hint L2025",
    ]);
    expect(broken("ORD_EFFECT", [effective("2026-06-11"), enforcement("2026-06-10")])).toEqual([
      "forbidden hint L2008",
    ]);
    expect(broken("ORD_EFFECT", [effective("2026-08-10"), enforcement("2026-08-10")])).toEqual([]);
  });

  test("is in order where the judgment is enforced at once, or the day of its effect is not known", () => {
    const late = effective("2026-08-11");
    const issued = act("judgment-issued", intake, "2026-08-01", { traits: { judgment: "immediately-enforceable" } });
    const came = act(
      "judgment-received",
      intake,
      { receivedOn: "2026-08-05" },
      { traits: { judgment: "interim-measure" } },
    );
    expect(broken("ORD_EFFECT", [issued, late, enforcement("2026-08-10")])).toEqual([]);
    expect(broken("ORD_EFFECT", [came, late, enforcement("2026-08-10")])).toEqual([]);
    expect(broken("ORD_EFFECT", [late, enforcement("2026-08-10")], { interim: true })).toEqual([]);
    expect(broken("ORD_EFFECT", [enforcement("2026-08-10")])).toEqual([]);
  });
});

describe("an enforcement decision before the obligation fell due (JC 11/2016 Art.1(6); D152/2026 Art.11(2))", () => {
  const fell = (on: string) => act("obligation-due", intake, on);

  test("is asked about, and in order once one part is due", () => {
    expect(broken("ORD_DUE", [fell("2026-09-01"), enforcement("2026-08-10")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_DUE", [fell("2026-08-10"), fell("2026-09-01"), enforcement("2026-08-10")])).toEqual([]);
    expect(broken("ORD_DUE", [fell("2016-10-01"), enforcement("2016-09-30")])).toEqual(["forbidden hint L2008"]);
    expect(broken("ORD_DUE", [fell("2016-10-01"), enforcement("2016-09-29")])).toEqual([]);
  });
});

describe("a decision on request without a request (26/2008 Art.36(1); 106/2025 Art.34(2))", () => {
  test("is asked about in a file that was kept from its beginning, and in no other", () => {
    expect(broken("ORD_REQUEST", [enforcement("2026-08-10")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_REQUEST", [enforcement("2026-06-10")])).toEqual(["forbidden hint L2008"]);
    const imported = act("judgment-effective", intake, "2026-06-10", { source: "import" });
    expect(broken("ORD_REQUEST", [imported, enforcement("2026-08-10")])).toEqual([]);
  });

  test("is in order after a request, a renewed one or a delegation, and of the agency's own motion", () => {
    expect(broken("ORD_REQUEST", [requested("2026-08-10"), enforcement("2026-08-10")])).toEqual([]);
    expect(broken("ORD_REQUEST", [requested("2026-08-11"), enforcement("2026-08-10")])).toHaveLength(1);
    const renewed = act("request-renewed", intake, { receivedOn: "2026-08-03" });
    const delegated = act(
      "delegation-received",
      intake,
      { receivedOn: "2026-08-03" },
      { traits: { delegated: "enforcement" } },
    );
    for (const before of [renewed, delegated])
      expect(broken("ORD_REQUEST", [before, enforcement("2026-08-10")])).toEqual([]);
    expect(broken("ORD_REQUEST", [enforcement("2026-08-10")], { kind: "own-motion" })).toEqual([]);
  });
});

test("an own-motion item that waited for a request is asked about (26/2008 Art.36(2); 106/2025 Art.33(2))", () => {
  const request = requested("2026-08-03");
  const waited = [request, enforcement("2026-08-10", [request])];
  expect(broken("ORD_OWN_MOTION", waited, { kind: "own-motion" })).toEqual(["forbidden hint L2025"]);
  expect(broken("ORD_OWN_MOTION", waited)).toEqual([]);
  expect(broken("ORD_OWN_MOTION", [request, enforcement("2026-08-10")], { kind: "own-motion" })).toEqual([]);
});

describe("a second enforcement decision (26/2008 Art.36; 106/2025 Art.34(4)(đ))", () => {
  const first = enforcement("2026-08-10");

  test("is asked about while the first stands; two of one day are not", () => {
    expect(broken("ORD_ONE_DECISION", [first, enforcement("2026-09-10")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_ONE_DECISION", [first, enforcement("2026-08-10")])).toEqual([]);
  });

  test("is in order once the first was withdrawn or annulled, or against another debtor", () => {
    for (const kind of ["withdrawal", "annulment", "termination", "rights-transfer"]) {
      const ended = decision(kind, "2026-08-20", { answers: [first] });
      expect(broken("ORD_ONE_DECISION", [first, ended, enforcement("2026-09-10")])).toEqual([]);
      const later = decision(kind, "2026-09-11", { answers: [first] });
      expect(broken("ORD_ONE_DECISION", [first, later, enforcement("2026-09-10")])).toHaveLength(1);
    }
    const [toldA, toldB] = [act("party-notified", debtorA, "2026-08-03"), act("party-notified", debtorB, "2026-08-03")];
    const [ofA, ofB] = [enforcement("2026-08-10", [toldA]), enforcement("2026-09-10", [toldB])];
    expect(broken("ORD_ONE_DECISION", [toldA, toldB, ofA, ofB])).toEqual([]);
    expect(broken("ORD_ONE_DECISION", [toldA, ofA, enforcement("2026-09-10", [toldA])])).toHaveLength(1);
  });
});

test("a new decision on what was terminated is asked about (D62/2015 Art.5(3); 106/2025 Art.48(4))", () => {
  const terminated = decision("termination", "2026-08-10");
  expect(broken("ORD_TERMINATED", [terminated, enforcement("2026-09-10")])).toEqual(["forbidden hint L2025"]);
  expect(broken("ORD_TERMINATED", [enforcement("2026-08-09"), terminated])).toEqual([]);
  const annulled = decision("annulment", "2026-08-20", { answers: [terminated] });
  expect(broken("ORD_TERMINATED", [terminated, annulled, enforcement("2026-09-10")])).toEqual([]);
});
