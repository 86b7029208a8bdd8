/** Tells stories in a log in memory: opens files, records acts on them and makes findings, each by those who may. */

import type { ActId, CaseId, FindingId, IntakeId } from "../../../src/base/ids.ts";
import type { NewEvent } from "../../../src/domain/command.ts";
import { openCase, recordAct } from "../../../src/domain/files/commands.ts";
import { openIntake } from "../../../src/domain/files/intake-commands.ts";
import { assessSeriousness, confirmDetections } from "../../../src/domain/findings/commands.ts";
import type { At } from "./pure-log.ts";
import { type Agency, idOf, type PureProvince } from "./pure-province.ts";

export const shown = (on: string) => ({ day: on, source: "document" });

interface OpenedCase {
  readonly case: CaseId;
  readonly act: ActId;
  readonly decision: string;
}

export class Teller {
  readonly province: PureProvince;

  constructor(province: PureProvince) {
    this.province = province;
  }

  does<Input>(...[command, body, by, trusted = {}]: Doing<Input>): readonly NewEvent[] {
    return this.province.log.does(command, body, { by, ...trusted });
  }

  intake({ officer }: Agency): IntakeId {
    const { court } = this.province;
    const received = { type: "request-received", days: { receivedOn: shown("2026-09-01") } };
    const body = { agency: officer.office, court, motion: "on-request", openedOn: "2026-09-01", acts: [received] };
    return idOf<IntakeId>(this.does(openIntake, body, officer)[0]);
  }

  openCase({ officer }: Agency, intake: IntakeId): OpenedCase {
    const parties = [{ side: "debtor", name: "Nguyễn Văn A" }, { side: "debtor" }];
    const assets = [{ kind: "movable" }, { kind: "immovable", description: "Nhà" }];
    const [opened] = this.does(openCase, { intake, decidedOn: shown("2026-09-07"), parties, assets }, officer);
    if (opened?.kind !== "case" || opened.event.type !== "case-opened") throw new Error("no case was opened");
    return opened.event.data;
  }

  act(on: object, act: object, by: At): ActId {
    const [recorded] = this.does(recordAct, { on, ...act }, by);
    if (recorded?.event.type !== "act-recorded") throw new Error("no act was recorded");
    return recorded.event.data.act;
  }

  /** A decision that was never sent to the procuracy. */
  detected(agency: Agency): Detected {
    const { case: file, act, decision } = this.openCase(agency, this.intake(agency));
    return detectionOf(file, act, decision);
  }

  found(agency: Agency, by: At, seriousness = "less-serious"): FindingId {
    const detections = [cited(this.detected(agency))];
    const finding = idOf<FindingId>(this.does(confirmDetections, { detections }, by)[0]);
    this.does(assessSeriousness, { finding, seriousness }, by);
    return finding;
  }
}

type Doing<Input> = readonly [
  command: Parameters<typeof PureProvince.prototype.log.does<Input>>[0],
  body: unknown,
  by: At,
  trusted?: object,
];

export interface Detected {
  readonly about: { readonly kind: "case"; readonly id: CaseId };
  readonly deadline: string;
}

export function detectionOf(file: CaseId, act: ActId, decision: string): Detected {
  return { about: { kind: "case", id: file }, deadline: `SEND_DECISION_VKS/${act}/${decision}` };
}

export function cited(detection: Detected) {
  return { ...detection, cited: "khoản 1" };
}
