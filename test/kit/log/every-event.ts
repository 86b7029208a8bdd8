/** A story in which every type of event that the log may hold is recorded, by those who may, beside files of another agency. */

import type { ActId, RegisterId } from "../../../src/base/ids.ts";
import { missed } from "../../../src/domain/deadlines/missed.ts";
import { movedEvents } from "../../../src/domain/editions/moved-due-days.ts";
import { adoptEdition, proposeEdition } from "../../../src/domain/editions/commands.ts";
import { editionId } from "../../../src/domain/editions/adoption.ts";
import { supersedes } from "../../../src/domain/editions/superseding.ts";
import { editionName, offerOf } from "../../../src/domain/editions/offer.ts";
import { code, commitment, origin, verifierKey } from "../../../src/domain/field.ts";
import { recordBulk } from "../../../src/domain/files/bulk.ts";
import { addAsset, addParty, correctAct, disclosePersonal, recordAct } from "../../../src/domain/files/commands.ts";
import { openRegister } from "../../../src/domain/files/opening-register.ts";
import { confirmDetections, dismissDetection } from "../../../src/domain/findings/commands.ts";
import { assessed } from "../../../src/domain/findings/detected.ts";
import { mergeFindings } from "../../../src/domain/findings/merging.ts";
import { changeCommands } from "../../../src/domain/offices/changes/commands.ts";
import { closeOffice, endRole, revokeKey } from "../../../src/domain/offices/commands.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import { subjectOf } from "../host/province.ts";
import type { At } from "./pure-log.ts";
import { type Agency, idOf, PureProvince } from "./pure-province.ts";
import { InstrumentTeller } from "./every-instrument-event.ts";
import { shown, cited, detectionOf, type Detected } from "./teller.ts";

export async function everyEvent(): Promise<PureProvince> {
  const province = await PureProvince.founded("2026-11-02");
  new Story(province).tell();
  return province;
}

class Story extends InstrumentTeller {
  tell(): void {
    this.province.log.on("2026-11-23");
    this.#files();
    this.#imports();
    this.#directory();
    const { here, there } = this.province;
    for (const agency of [here, there]) {
      this.#findings(agency);
      this.recommendation(agency);
    }
    this.importedProtest();
    this.#bySystem();
    this.#editions();
  }

  /** Every side records its own acts and corrects them, on an intake, a case and two registers. */
  #files(): void {
    const { here, there, courtOfficer, superiorCourtOfficer } = this.province;
    const intake = this.intake(here);
    const { case: file, decision, act } = this.openCase(here, intake);
    this.does(addParty, { case: file, side: "related", name: "Trần Thị B" }, here.officer);
    this.does(addAsset, { case: file, kind: "movable", description: "Xe" }, here.head);
    this.does(disclosePersonal, { case: file, purpose: "supervision" }, here.procurator);
    this.does(disclosePersonal, { case: file, purpose: "answer" }, here.officer);
    const happened = { happenedOn: shown("2026-10-05") };
    const onIntake = { intake };
    this.#corrects(
      onIntake,
      this.act(onIntake, { type: "judgment-effective", days: happened }, courtOfficer),
      courtOfficer,
    );
    this.act(onIntake, { type: "judgment-issued", days: happened, traits: { judgment: "ordinary" } }, here.officer);
    const on = { case: file };
    this.#corrects(on, this.act(on, { type: "enforcer-assigned", days: happened }, here.officer), here.head);
    this.#corrects(on, act, here.officer);
    const found = this.act(on, { type: "violation-discovered", days: happened }, here.procurator);
    this.#corrects(on, found, here.chief);
    const sent = { type: "decision-sent-to-procuracy", subject: { kind: "decision", id: decision } };
    const got = this.act(on, { ...sent, days: { receivedOn: shown("2026-10-06") } }, here.procurator);
    this.does(
      correctAct,
      { on, act: got, reason: "nhầm", field: "receivedOn", after: shown("2026-10-07") },
      here.chief,
    );
    const forwarded = { type: "exemption-file-forwarded", days: { sentOn: shown("2026-10-05") } };
    const party = { kind: "party", id: this.province.log.state("case", file)?.parties[0]?.id };
    this.act(on, { ...forwarded, subject: party }, superiorCourtOfficer);
    for (const keeper of [here.officer, here.procurator, there.officer, there.procurator]) {
      const opened = this.does(openRegister, { office: keeper.office, openedOn: "2026-01-05" }, keeper);
      const register = { register: idOf<RegisterId>(opened[0]) };
      this.#corrects(register, this.act(register, { type: "reporting-period-ended", days: happened }, keeper), keeper);
    }
  }

  #corrects(on: object, act: ActId, by: At): void {
    this.does(correctAct, { on, act, reason: "nhầm", field: "happenedOn", after: shown("2026-10-06") }, by);
  }

  #imports(): void {
    const { here, importer } = this.province;
    const received = { type: "request-received", days: { receivedOn: { day: "2020-09-01", source: "import" } } };
    const lines = [
      {
        do: "open-intake",
        ref: "i",
        agency: here.officer.office,
        motion: "on-request",
        openedOn: "2020-09-01",
        acts: [received],
      },
      { do: "open-case", ref: "c", intake: "@i", decidedOn: { day: "2020-09-07", source: "import" } },
      {
        do: "record-act",
        on: { case: "@c" },
        type: "enforcer-assigned",
        days: { happenedOn: { day: "2020-09-08", source: "import" } },
      },
    ];
    this.does(recordBulk, lines, importer);
    const stated = { day: "2026-09-08", source: "document" };
    const own = [
      { do: "open-intake", ref: "i", agency: here.officer.office, motion: "on-request", openedOn: "2026-09-01" },
      { do: "open-case", intake: "@i", decidedOn: stated },
    ];
    this.does(recordBulk, own, here.officer);
  }

  #directory(): void {
    const { administrator } = this.province;
    const office = this.province.office("court", "toa-moi");
    const { person } = this.province.person(office, "court-officer");
    const key = this.province.key({ person, office });
    const { today } = this.province.log;
    this.does(revokeKey, { person, key }, administrator);
    this.does(endRole, { person, office, role: "court-officer", endedOn: today }, administrator);
    this.does(closeOffice, { office, closedOn: today }, administrator);
    this.#changes();
  }

  /** Every change that takes two administrators; one is refused, one withdrawn. */
  #changes(): void {
    const { administrator, second, here, there } = this.province;
    const closing = this.province.office("court", "toa-cu");
    this.province.byTwo({ do: "close-office", office: closing, closedOn: "2020-01-01" });
    const { office } = here.officer;
    this.province.byTwo({ do: "assign-supervision", office, procuracy: here.chief.office, from: "2019-01-01" });
    const grant = { do: "grant-role", person: there.head.person, office: second.office, role: "auditor" };
    for (const [command, by] of [
      ["refuse-change", second],
      ["withdraw-change", administrator],
    ] as const) {
      const [proposed] = this.does(changeCommands["propose-change"], { change: grant }, administrator);
      if (proposed?.event.type !== "change-proposed") throw new Error("nothing was proposed");
      this.does(changeCommands[command], { proposal: proposed.event.data.proposal }, by);
    }
  }

  /** Another decision of the same file, which was not sent either. */
  #again({ about: { id: file } }: Detected, officer: At): Detected {
    const days = { happenedOn: shown("2026-09-08") };
    const body = { on: { case: file }, type: "decision-issued", traits: { decision: "coercion" }, days };
    const [issued] = this.does(recordAct, body, officer);
    if (issued?.event.type !== "act-recorded") throw new Error("no act was recorded");
    return detectionOf(file, issued.event.data.act, issued.event.data.subject.id);
  }

  #findings(agency: Agency): void {
    const { procurator, officer } = agency;
    const one = this.detected(agency);
    const asOne = [one, this.#again(one, officer)].map(cited);
    this.does(confirmDetections, { detections: asOne, asOne: true }, procurator);
    this.does(dismissDetection, { ...this.detected(agency), reason: "duplicate" }, procurator);
    const other = this.detected(agency);
    const detections = [other, this.#again(other, officer)].map(cited);
    const [kept, merged] = this.does(confirmDetections, { detections }, procurator).map((each) => idOf(each));
    this.does(mergeFindings, { finding: kept, findings: [merged] }, procurator);
  }

  #bySystem(): void {
    const { log, here } = this.province;
    const detected = this.detected(here);
    const about = { kind: "case", id: subjectOf(detected.about.id) } as const;
    const obligations = assessed(about, { states: log.states, today: log.today });
    const dueOn = obligations?.get(detected.deadline)?.dueOn;
    if (obligations === undefined || dueOn === undefined) throw new Error("nothing is due");
    const event = missed({ about, deadline: detected.deadline, dueOn }, { states: log.states, obligations });
    if (event === undefined) throw new Error("nothing was missed");
    log.records([event], { system: "sweep" });
    const swept = { type: "deadlines-swept", data: { on: log.today } } as const;
    log.records([{ kind: "sweep", id: "deadlines", event: swept }], { system: "sweep" });
    const closed = { from: 1, to: 3, reads: 3, digest: commitment.parse("0".repeat(64)) };
    log.records([{ kind: "log", id: "log", event: { type: "journal-closed", data: closed } }], { system: "sweep" });
    this.#reopened();
  }

  #reopened(): void {
    const { log } = this.province;
    const key = verifierKey.parse("localhost/minh-chung-new+00000001+AQ==");
    const before = {
      origin: origin.parse("localhost/minh-chung-pure"),
      key: verifierKey.parse("localhost/minh-chung-pure+00000000+AQ=="),
      size: log.entries.length,
      root: commitment.parse("0".repeat(64)),
    };
    const data = {
      origin: origin.parse("localhost/minh-chung-new"),
      key,
      before,
      stopped: code.parse("clock-went-back"),
      reason: "clock-repaired",
    } as const;
    log.records([{ kind: "origin", id: "log", event: { type: "log-reopened", data } }], { system: "reopening" });
  }

  /** Two keepers adopt an edition in the place of the first; the system tells what it moved. */
  #editions(): void {
    const { log, keepers } = this.province;
    const next = { ...currentEdition, number: currentEdition.number + 1 };
    const known = [currentEdition, next].map(offerOf);
    this.does(proposeEdition, editionName(next), keepers[0], { known });
    this.does(adoptEdition, editionName(next), keepers[1], { known });
    const adoption = log.state("edition", editionId)?.adoptions[0];
    if (!supersedes(adoption)) throw new Error("nothing was superseded");
    log.records(movedEvents(adoption, { moved: [], files: 1, through: undefined, complete: true }), {
      system: "sweep",
    });
  }
}
