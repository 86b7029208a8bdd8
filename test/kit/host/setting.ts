/** A docket with one file on which every type of act can be recorded. */

import type { CaseId } from "../../../src/base/ids.ts";
import { Docket } from "./docket.ts";
import type { Scene } from "../api/every-act.ts";
import { document } from "./province.ts";

export interface Setting {
  readonly docket: Docket;
  readonly scene: Scene;
  readonly on: { readonly case: CaseId };
}

/**
 * Makes a case with a sum, a complaint and a request about data, a register with a report, and the intake with a
 * judgment and a delegation; the intake is of another court where one is named.
 */
export function setting(docket = new Docket("2026-11-23"), court = docket.province.court): Setting {
  const received = { type: "judgment-received", days: { receivedOn: document("2026-11-02") } };
  const delegated = { type: "delegation-received", traits: { delegated: "enforcement" }, days: received.days };
  const intake = docket.intake({ court, acts: [received, delegated] });
  const opened = docket.case({}, intake.on.intake);
  const happened = { days: { happenedOn: document("2026-11-05") } };
  const money = docket.record(opened.on, { type: "money-collected", ...happened });
  const complaint = docket.record(opened.on, {
    type: "complaint-lodged",
    ...happened,
    traits: { category: "coercion", instance: "first" },
  });
  const request = { type: "data-request-received", days: { receivedOn: document("2026-11-05") } };
  const asked = docket.record(opened.on, request);
  const register = docket.register();
  const ended = docket.record(register, { type: "reporting-period-ended", ...happened });
  const foreign = docket.record(register, request);
  const [judgment = "", delegation = ""] = intake.acts;
  return {
    docket,
    on: opened.on,
    scene: {
      case: opened.on.case,
      intake: intake.on.intake,
      ...register,
      subjects: {
        case: opened.on.case,
        intake: intake.on.intake,
        decision: opened.decision,
        party: opened.debtors[0],
        asset: opened.assets[0],
        sum: money.subject,
        complaint: complaint.subject,
        report: ended.subject,
        "data-request": asked.subject,
      },
      recorded: {
        case: [
          { id: opened.act, type: "decision-issued" },
          { id: money.act, type: "money-collected" },
          { id: complaint.act, type: "complaint-lodged" },
        ],
        intake: [
          { id: judgment, type: "judgment-received" },
          { id: delegation, type: "delegation-received" },
        ],
        register: [
          { id: ended.act, type: "reporting-period-ended" },
          { id: foreign.act, type: "data-request-received" },
        ],
      },
    },
  };
}
