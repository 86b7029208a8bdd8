/**
 * Every type of act × every role and relation, against a table written by hand of who records it. An office records what it
 * does and what it receives, because the day of receipt starts its own clock.
 */

import { describe, expect, test } from "vitest";
import { type OfficeId, parseId } from "../../../src/base/ids.ts";
import { correctAct, recordAct } from "../../../src/domain/files/commands.ts";
import { recordingOfficesOf } from "../../../src/domain/files/recording-offices.ts";
import type { Acting } from "../../../src/domain/command.ts";
import { roles } from "../../../src/domain/event.ts";
import { openOffice } from "../../../src/domain/offices/commands.ts";
import type { ActType } from "../../../src/law/act.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import type { Owner } from "../../../src/law/owner.ts";
import { Docket } from "../../kit/host/docket.ts";
import { actOf, recordable } from "../../kit/api/every-act.ts";
import { document, must } from "../../kit/host/province.ts";
import { type Setting, setting } from "../../kit/host/setting.ts";

/** A: the agency, of a register the one that keeps it; C: the court that the intake names; S: the court above it; P: the competent procuracy and those above it. */
const written: Partial<Record<ActType, string>> = {
  "judgment-issued": "AC",
  "judgment-effective": "AC",
  "judgment-transferred": "AC",
  "explanation-requested": "AC",
  "judgment-explained": "AC",
  "cassation-proposed": "AC",
  "cassation-proposal-answered": "AC",
  "exemption-proposed": "AC",
  "exemption-accepted": "AC",
  "exemption-session-held": "AC",
  "exemption-decided": "AC",
  "exemption-decision-sent": "ACP",
  "exemption-protested": "ACP",
  "exemption-file-forwarded": "ACS",
  "exemption-protest-heard": "ASP",
  "exemption-file-sent-to-procuracy": "AP",
  "exemption-opinion-given": "AP",
  "decision-sent-to-procuracy": "AP",
  "return-notice-sent-to-procuracy": "AP",
  "complaint-decision-sent-to-procuracy": "AP",
  "end-notice-received": "AP",
  // The first code of `to` is the procuracy.
  "coercion-plan-sent": "AP",
  "seizure-notice-sent": "AP",
  "contract-end-notice-sent": "AP",
  "violation-discovered": "P",
};

interface World extends Setting {
  readonly people: readonly (readonly [name: string, letter: string, acting: Acting])[];
}

/** Everybody: each role where it belongs, and those that could be taken for them. */
function world(): World {
  const docket = new Docket("2026-11-23");
  const { province } = docket;
  const administrator = province.acting(province.operator, "directory-administrator");
  const open = (code: string, superior?: OfficeId): OfficeId => {
    const office = { code, kind: "court", name: code, openedOn: "2020-01-01", ...(superior && { superior }) };
    const opened = parseId<OfficeId>(province.does(openOffice, office, administrator)[0]?.id);
    if (opened === undefined) throw new Error("no office was opened");
    return opened;
  };
  const above = open("toa-tinh");
  const court = open("toa-khu-vuc", above);
  const other = open("toa-khac");
  const { agency, subDepartment, area, district, operator } = province;
  const people: World["people"] = [
    ["agency-officer", "A", province.acting(agency, "agency-officer")],
    ["agency-head", "A", province.acting(agency, "agency-head")],
    ["officer of another agency", "-", province.acting(subDepartment, "agency-officer")],
    ["court-officer", "C", province.acting(court, "court-officer")],
    ["officer of the court above", "S", province.acting(above, "court-officer")],
    ["officer of another court", "-", province.acting(other, "court-officer")],
    ["procurator", "P", province.acting(area, "procurator")],
    ["chief-procurator", "P", province.acting(area, "chief-procurator")],
    ["procurator of another procuracy", "-", province.acting(district, "procurator")],
    ["importer", "ACSP", province.acting(agency, "importer")],
    ["importer at the operator's", "ACSP", province.acting(operator, "importer")],
    ["management-agency", "-", province.acting(operator, "management-agency")],
    ["auditor", "-", province.acting(area, "auditor")],
    ["council-reader", "-", province.acting(area, "council-reader")],
    ["law-keeper", "-", province.acting(operator, "law-keeper")],
    ["directory-administrator", "-", administrator],
  ];
  return { ...setting(docket, court), people };
}

test("every role is asked", () => {
  const asked = new Set(world().people.flatMap(([, , { roles: held }]) => held));
  expect(roles.filter((role) => !asked.has(role))).toEqual([]);
});

test.each(recordable)("%s is recorded by those of the table and by nobody else", (type) => {
  const { docket, scene, people } = world();
  const may = written[type] ?? "A";
  const outcomes = people.map(([name, , acting]) => {
    const outcome = docket.province.stage.run(recordAct, actOf(type, scene), acting);
    return [name, outcome.ok || outcome.refusal.code];
  });
  const expected = people.map(([name, letters]) => [
    name,
    [...letters].some((letter) => may.includes(letter)) || "not-permitted",
  ]);
  expect(outcomes).toEqual(expected);
});

describe("a notice to somebody else than the procuracy", () => {
  test.each(["coercion-plan-sent", "seizure-notice-sent", "contract-end-notice-sent"] as const)(
    "is not the procuracy's to record: %s",
    (type) => {
      const { docket, scene } = world();
      const to = type === "contract-end-notice-sent" ? "enforcement-agency" : "commune";
      const act = { ...actOf(type, scene), traits: { to } };
      const asked = docket.province.stage.run(recordAct, act, docket.province.procurator());
      expect(asked).toMatchObject({ refusal: { code: "not-permitted", at: "/type" } });
    },
  );
});

test("the refusal names those who may", () => {
  const { docket, scene } = world();
  const act = actOf("exemption-decision-sent", scene);
  const asked = docket.province.stage.run(
    recordAct,
    act,
    docket.province.acting(docket.province.court, "court-officer"),
  );
  const detail = { type: "exemption-decision-sent", recorders: "agency court procuracy importer" };
  expect(asked).toMatchObject({ refusal: { code: "not-permitted", at: "/type", detail } });
});

describe("an entry is corrected by the side that made it", () => {
  const sent = { days: { sentOn: document("2026-11-10") } };
  const received = { days: { receivedOn: document("2026-11-16") } };

  function bySide(side: "agency" | "procuracy", act: object) {
    const at = setting();
    const { docket, scene } = at;
    const { province } = docket;
    const by = side === "agency" ? docket.officer : province.procurator();
    const body = { ...actOf("decision-sent-to-procuracy", scene), ...act };
    const [event] = must(province.stage.run(recordAct, body, by));
    if (event?.event.type !== "act-recorded") throw new Error("no act was recorded");
    return { docket, on: at.on, act: event.event.data.act };
  }

  test("the procuracy corrects its own receipt, not what the agency says that it sent", () => {
    const own = bySide("procuracy", received);
    const change = { field: "receivedOn", after: document("2026-11-13") };
    const procurator = own.docket.province.procurator();
    expect(own.docket.askCorrection(own.on, own.act, change, procurator)).toMatchObject({ ok: true });
    const agencys = bySide("agency", sent);
    expect(
      agencys.docket.askCorrection(agencys.on, agencys.act, change, agencys.docket.province.procurator()),
    ).toMatchObject({
      refusal: { code: "not-permitted", at: "/act", detail: { recorders: "agency" } },
    });
  });

  test("the agency corrects what it sent, not what the procuracy says that it received", () => {
    const agencys = bySide("agency", sent);
    const change = { field: "sentOn", after: document("2026-11-09") };
    expect(agencys.docket.askCorrection(agencys.on, agencys.act, change)).toMatchObject({ ok: true });
    const theirs = bySide("procuracy", received);
    expect(theirs.docket.askCorrection(theirs.on, theirs.act, change)).toMatchObject({
      refusal: { code: "not-permitted", at: "/act", detail: { recorders: "procuracy" } },
    });
  });

  test("what an enforcement decision answers is the agency's to correct, in its intake too", () => {
    const { docket, scene } = setting();
    const [decision] = scene.recorded.case;
    const [judgment] = scene.recorded.intake;
    const change = {
      act: decision?.id,
      on: { intake: scene.intake },
      field: "answers",
      after: [judgment?.id],
      reason: "nhầm",
    };
    const asked = docket.province.stage.run(correctAct, change, docket.province.procurator());
    expect(asked).toMatchObject({ refusal: { code: "not-permitted", at: "/act" } });
    expect(docket.province.stage.run(correctAct, change, docket.officer)).toMatchObject({ ok: true });
  });
});

/** What belongs to an instrument is recorded by the commands on instruments. */
const owners: readonly (readonly [recorder: string, owners: readonly Owner[]])[] = [
  ["court", ["court"]],
  ["procuracy", ["procuracy", "superior-procuracy", "area-or-provincial-procuracy", "supreme-procuracy"]],
];

describe.each(owners)("a clock of the %s", (recorder, its) => {
  const clocks = currentEdition.rules.filter(({ owner }) => its.includes(owner));

  test.each(clocks)(
    "$series $version can be started and met by the one who owes it, where it happens at its desk",
    (rule) => {
      const received = rule.starts.flatMap((start) =>
        "act" in start && start.days[0] === "receivedOn" ? [start.act] : [],
      );
      const acts = [...received, ...rule.metBy.map(({ act }) => act)].filter((type) => recordable.includes(type));
      const own = acts.filter((type) => type !== "judgment-received");
      const may = (type: ActType) =>
        recordingOfficesOf(type).some(
          (one) => one === recorder || one === `superior-${recorder}` || one === `${recorder}-addressed`,
        );
      expect(own.filter((type) => !may(type))).toEqual([]);
    },
  );
});

test("a procurator who also imports for the procuracy does not record for the agency: roles do not lend to one another", () => {
  const docket = new Docket("2026-11-23");
  const { area } = docket.province;
  const both = docket.province.acting(area, "procurator", "importer");
  const { on } = docket.case();
  const own = { type: "violation-discovered", days: { happenedOn: document("2026-11-05") } };
  const agencys = { type: "enforcer-assigned", days: { happenedOn: document("2026-11-05") } };
  expect(must(docket.ask(on, own, both))).toHaveLength(1);
  expect(docket.ask(on, agencys, both)).toMatchObject({ refusal: { code: "not-permitted", at: "/type" } });
  expect(docket.ask(on, agencys, docket.province.acting(area, "importer", "procurator")).ok).toBe(false);
});
