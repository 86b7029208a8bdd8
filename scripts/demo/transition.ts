/**
 * Files of Đồng Tháp with time limits that run across 1 July 2026, when law 106/2025 replaced law 26/2008 (Art.116):
 * one act is late by the new law only, one by the old law only, one was not done at all.
 */

import type { OfficeId } from "../../src/base/ids.ts";
import { workday } from "./days.ts";
import { day, happened, type Line, notified, pastFile, sent, stated } from "./lines.ts";
import { office } from "./offices.ts";
import { importLines, type Scene } from "./past.ts";

export async function acrossTheChange(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-dong-thap");
  const about = (kind: string, of: string): Line => ({ subject: { kind, id: `@${of}` } });
  await importLines(scene, [
    // Ten days by the old law end on Monday 6 July; twenty by the new one on 14 July.
    ...file(agency, "destroyed"),
    happened("destroyed", "exhibit-listed", day("2026-06-01"), {
      ...about("asset", "destroyed-car"),
      traits: { fate: "destruction" },
    }),
    happened("destroyed", "destruction-council-set-up", day("2026-06-24"), about("case", "destroyed")),
    happened("destroyed", "exhibit-destroyed", day("2026-07-10"), about("asset", "destroyed-car")),
    // Five working days by the old law end on Monday 6 July; three by the new one on 2 July.
    ...file(agency, "asked"),
    asked("asked-d1"),
    asked("asked-d2"),
    happened("asked", "certificate-issued", day("2026-07-03"), about("party", "asked-d2")),
  ]);
}

function asked(party: string): Line {
  const days = { receivedOn: stated(day("2026-06-29")) };
  const subject = { kind: "party", id: `@${party}` };
  return { do: "record-act", on: { case: "@asked" }, type: "certificate-requested", subject, days };
}

/** A case has two debtors and two assets. */
function file(agency: OfficeId, ref: string): readonly Line[] {
  const decidedOn = day("2026-05-11");
  const parties = [
    { ref: `${ref}-d1`, side: "debtor" },
    { ref: `${ref}-d2`, side: "debtor" },
  ];
  const assets = [
    { ref: `${ref}-land`, kind: "immovable" },
    { ref: `${ref}-car`, kind: "movable" },
  ];
  return [
    ...pastFile({ ref, agency, decidedOn, number: `${ref.length}/QĐ-THADS`, parties, assets }),
    sent(ref, workday(decidedOn, 2)),
    ...parties.map((party) => notified(ref, party.ref, workday(decidedOn, 2), ref)),
    ...parties.map((party) =>
      happened(ref, "conditions-verified", workday(decidedOn, 12), {
        subject: { kind: "party", id: `@${party.ref}` },
        traits: { result: "executable" },
      }),
    ),
  ];
}
