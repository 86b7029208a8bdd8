/** Detection of security measures and interim measures, each on its own asset. */

import { describe, expect, test } from "vitest";
import {
  act,
  car,
  creditor,
  debtorA,
  debtorB,
  decision,
  file,
  house,
  deadlinesOf,
  obligations,
  states,
} from "../given.ts";

describe("an urgent freeze (26/2008 Art.67; 106/2025 Art.67)", () => {
  const minuted = (about = house) => act("freeze-minuted", about, "2026-10-23");

  test("needs a decision for each asset in 24 hours, even on a Saturday", () => {
    const [ofHouse, ofCar] = [minuted(), minuted(car)];
    const decided = decision("freeze", "2026-10-26", { answers: [ofHouse] });
    expect(obligations("FREEZE_DECISION", file([ofHouse, ofCar, decided]), "2026-10-27")).toMatchObject([
      { subject: house, dueOn: "2026-10-24", state: "late", daysLate: 2, weight: "violation" },
      { subject: car, state: "missed" },
    ]);
  });

  test("must be sent to the procuracy at once, which is only a hint; without minutes, in three working days", () => {
    const minutes = minuted();
    const urgent = decision("freeze", "2026-10-23", { answers: [minutes] });
    const planned = decision("freeze", "2026-10-23");
    const of = file([minutes, urgent, planned]);
    expect(deadlinesOf("SEND_FREEZE_VKS", of)).toMatchObject([
      { subject: urgent.subject, dueOn: "2026-10-23", weight: "hint" },
    ]);
    expect(deadlinesOf("SEND_DECISION_VKS", of)).toHaveLength(2);
  });

  test("must be followed by coercion or lifted in ten days under the 2008 law", () => {
    const frozen = decision("freeze", "2025-04-24");
    const lifted = act("security-lifted", house, "2025-05-06", { answers: [frozen] });
    expect(obligations("FREEZE_FOLLOW_UP", file([frozen, lifted]), "2025-06-01")).toMatchObject([
      { dueOn: "2025-05-05", state: "late", daysLate: 1 },
    ]);
    expect(deadlinesOf("FREEZE_FOLLOW_UP", file([decision("freeze", "2026-07-24")]))).toEqual([]);
  });
});

describe("custody and stopped registration (26/2008 Arts.68, 69; 106/2025 Art.69)", () => {
  test("custody needs a decision in 24 hours, which must go to the procuracy at once", () => {
    const minutes = act("custody-minuted", car, "2026-10-23");
    const decided = decision("custody", "2026-10-24", { answers: [minutes] });
    const of = file([minutes, decided]);
    expect(obligations("CUSTODY_DECISION", of, "2026-11-23")).toMatchObject([{ state: "met" }]);
    expect(deadlinesOf("SEND_CUSTODY_VKS", of)).toMatchObject([{ dueOn: "2026-10-24", weight: "hint" }]);
  });

  test("each measure must be followed up in ten days once ownership is known, by a rule of its own", () => {
    const known = (about: typeof house, measure: string) =>
      act("ownership-established", about, "2022-01-26", { traits: { measure } });
    const of = file([
      known(house, "registration-stop"),
      known(car, "custody"),
      act("asset-seized", house, "2022-02-07"),
    ]);
    expect(states("STOP_REGISTRATION_FOLLOW_UP", of, "2022-03-01")).toEqual({ house: "met" });
    expect(states("CUSTODY_FOLLOW_UP", of, "2022-03-01")).toEqual({ car: "missed" });
  });
});

describe("a security measure under the 2025 law (Arts.66(4), 95(2))", () => {
  const grounds = (on: string) => act("ground-established", house, on, { traits: { for: "coercion" } });

  test("must be followed by coercion within ten days of the grounds for it", () => {
    const frozen = decision("freeze", "2026-11-02");
    expect(deadlinesOf("SECURITY_FOLLOW_UP", file([frozen, grounds("2026-11-20")]))).toMatchObject([
      { subject: house, dueOn: "2026-11-30", weight: "violation" },
    ]);
  });

  test("that was never applied owes no coercion", () => {
    expect(deadlinesOf("SECURITY_FOLLOW_UP", file([grounds("2026-11-20")]))).toEqual([]);
  });

  test("must be lifted within three working days of the ground, on the same asset", () => {
    const ground = act("lift-ground-established", house, "2026-07-17", { traits: { measure: "custody" } });
    expect(states("SECURITY_LIFT", file([ground, act("security-lifted", car, "2026-07-20")]), "2026-08-01")).toEqual({
      house: "missed",
    });
  });

  test("is not this rule's concern when it is a seizure that ends", () => {
    const ground = act("lift-ground-established", house, "2026-07-17", { traits: { measure: "seizure" } });
    expect(deadlinesOf("SECURITY_LIFT", file([ground]))).toEqual([]);
  });
});

describe("an interim measure (26/2008 Art.130; 106/2025 Art.62)", () => {
  const handedTo = (on: string) => {
    const enforcement = decision("enforcement", on);
    return { enforcement, handed: act("decision-handed-to-enforcer", enforcement.subject, { receivedOn: on }) };
  };

  test("needs a measure in 24 hours under the 2008 law", () => {
    const { enforcement, handed } = handedTo("2024-04-26");
    const froze = decision("freeze", "2024-04-27", { answers: [handed] });
    const of = (acts: Parameters<typeof file>[0]) => file(acts, { interim: true });
    expect(obligations("INTERIM_ACT", of([enforcement, handed, froze]), "2024-05-10")).toMatchObject([
      { state: "met" },
    ]);
    expect(obligations("INTERIM_ACT", of([enforcement, handed]), "2024-05-10")).toMatchObject([
      { dueOn: "2024-04-27", state: "missed", weight: "violation" },
    ]);
    expect(deadlinesOf("INTERIM_ACT", file([enforcement, handed]))).toEqual([]);
  });

  test("is met by a measure that names the enforcement decision itself", () => {
    const { enforcement, handed } = handedTo("2024-04-26");
    const froze = decision("freeze", "2024-04-27", { answers: [enforcement] });
    expect(
      obligations("INTERIM_ACT", file([enforcement, handed, froze], { interim: true }), "2024-05-10"),
    ).toMatchObject([{ state: "met", metBy: froze.id }]);
  });

  test("must be notified to each party in 24 hours under the 2025 law", () => {
    const { enforcement, handed } = handedTo("2026-10-23");
    const told = act("party-notified", debtorA, "2026-10-24", { answers: [enforcement] });
    expect(states("INTERIM_NOTIFY", file([enforcement, handed, told], { interim: true }), "2026-11-01")).toEqual({
      [debtorA.id]: "met",
      [debtorB.id]: "missed",
      [creditor.id]: "missed",
    });
  });

  test("needs coercion at once where the law says so, so a breach is only a hint", () => {
    const ground = act("ground-established", debtorA, "2026-09-30", { traits: { for: "coercion" } });
    const of = file([decision("freeze", "2026-09-29"), ground], { interim: true });
    expect(deadlinesOf("INTERIM_COERCE", of)).toMatchObject([{ dueOn: "2026-09-30", weight: "hint" }]);
    expect(deadlinesOf("SECURITY_FOLLOW_UP", of)).toEqual([]);
  });
});
