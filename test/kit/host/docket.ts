/**
 * The case register of the small province's agency: intakes, cases with two debtors and two assets, a register, and
 * acts on them.
 */

import type { ActId, CaseId, IntakeId, RegisterId } from "../../../src/base/ids.ts";
import { correctAct, openCase, recordAct } from "../../../src/domain/files/commands.ts";
import type { Acting } from "../../../src/domain/command.ts";
import { openIntake } from "../../../src/domain/files/intake-commands.ts";
import { openRegister } from "../../../src/domain/files/opening-register.ts";
import { document, must, Province } from "./province.ts";

export type On = { readonly case: CaseId } | { readonly intake: IntakeId } | { readonly register: RegisterId };

export interface DocketCase {
  readonly on: { readonly case: CaseId };
  readonly act: ActId;
  readonly decision: string;
  readonly debtors: readonly [string, string];
  readonly creditor: string;
  readonly assets: readonly [string, string];
}

const parties = [{ side: "debtor", name: "người phải thi hành án thứ nhất" }, { side: "debtor" }, { side: "creditor" }];
const assets = [{ kind: "movable" }, { kind: "immovable", description: "thửa đất" }];

export class Docket {
  readonly province: Province;
  readonly officer: Acting;

  constructor(today: string) {
    this.province = new Province(today);
    this.officer = this.province.acting(this.province.agency, "agency-officer");
  }

  askIntake(more: object = {}, by = this.officer) {
    const { agency, court } = this.province;
    const body = { agency, court, motion: "own-motion", openedOn: "2026-11-02", ...more };
    // Returns the value as it arrives over HTTP, where a member that is undefined is absent.
    return this.province.stage.run(openIntake, JSON.parse(JSON.stringify(body)), by);
  }

  intake(
    more: object = {},
    by = this.officer,
  ): { readonly on: { readonly intake: IntakeId }; readonly acts: readonly ActId[] } {
    const events = must(this.askIntake(more, by));
    const [opened] = events;
    if (opened?.kind !== "intake" || opened.event.type !== "intake-opened") throw new Error("no intake was opened");
    const acts = events.flatMap(({ event }) => (event.type === "act-recorded" ? [event.data.act] : []));
    return { on: { intake: opened.event.data.intake }, acts };
  }

  askCase(intake: IntakeId, more: object = {}, by = this.officer) {
    const body = { intake, decidedOn: document("2026-11-04"), parties, assets, ...more };
    return this.province.stage.run(openCase, body, by);
  }

  case(more: object = {}, intake: IntakeId = this.intake().on.intake, by = this.officer): DocketCase {
    const [opened] = must(this.askCase(intake, more, by));
    if (opened?.kind !== "case" || opened.event.type !== "case-opened") throw new Error("no case was opened");
    const { data } = opened.event;
    const [first, second, creditor] = data.parties.map(({ party }) => party);
    const [one, two] = data.assets.map(({ asset }) => asset);
    if (first === undefined || second === undefined || creditor === undefined)
      throw new Error("two debtors and a creditor");
    if (one === undefined || two === undefined) throw new Error("two assets");
    const { act, decision } = data;
    return { on: { case: data.case }, act, decision, debtors: [first, second], creditor, assets: [one, two] };
  }

  askRegister(more: object = {}, by = this.officer) {
    const body = { office: this.province.agency, openedOn: "2026-01-05", ...more };
    return this.province.stage.run(openRegister, body, by);
  }

  register(more: object = {}, by = this.officer): { readonly register: RegisterId } {
    const [opened] = must(this.askRegister(more, by));
    if (opened?.kind !== "register" || opened.event.type !== "register-opened") throw new Error("no register");
    return { register: opened.event.data.register };
  }

  ask(on: On, act: object, by = this.officer) {
    return this.province.stage.run(recordAct, { on, ...act }, by);
  }

  record(on: On, act: object, by = this.officer): { readonly act: ActId; readonly subject: string } {
    const [event] = must(this.ask(on, act, by));
    if (event?.event.type !== "act-recorded") throw new Error("no act was recorded");
    return { act: event.event.data.act, subject: event.event.data.subject.id };
  }

  askCorrection(on: On, act: ActId, change: object, by = this.officer) {
    return this.province.stage.run(correctAct, { on, act, reason: "ghi nhầm", ...change }, by);
  }
}
