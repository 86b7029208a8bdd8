/**
 * Today's story in Đồng Tháp: cases with two debtors and two assets; a recommendation received on 09/11/2026 and due on
 * 25/11/2026, since the fifteenth day, 24 November, is a holiday from 2026 on; and files on which a procurator finds
 * something to do.
 */

import { type Day, addDays } from "../../src/base/day.ts";
import { workday } from "./days.ts";
import { importLines, issuePast, type Scene } from "./past.ts";
import { confirmBreaches } from "./findings.ts";
import { day, fromDocuments, happened, type Line, notified, pastFile, sent } from "./lines.ts";
import { office } from "./offices.ts";
import type { OfficeId } from "../../src/base/ids.ts";

export async function playToday(scene: Scene): Promise<void> {
  const { actors, offices } = scene;
  const agency = office(offices, "thads-kv1-dong-thap");
  const procuracy = office(offices, "vks-kv1-dong-thap");
  await importLines(scene, [
    ...file({ ref: "a", agency, decidedOn: day("2026-09-07"), late: true }),
    ...file({ ref: "b", agency, decidedOn: day("2026-09-14"), late: true }),
  ]);
  const found = await confirmBreaches(actors, {
    subject: "procurator",
    procuracy,
    office: agency,
    rule: "SEND_DECISION_VKS",
  });
  const days = { issuedOn: "2026-11-06", served: { channel: "hand", sentOn: "2026-11-09" }, receivedOn: "2026-11-09" };
  const words = {
    demand: "Gửi quyết định đúng hạn; trả lời bằng văn bản.",
    body: "Chậm gửi quyết định về thi hành án.",
  };
  await issuePast(scene, "kv1-dong-thap", {
    kind: "recommendation",
    number: "12/KN-VKS",
    found: [found],
    ...days,
    ...words,
  });
  await importLines(scene, [
    ...file({ ref: "c", agency, decidedOn: day("2026-10-05"), late: true }),
    ...file({ ref: "d", agency, decidedOn: day("2026-10-12"), late: false }),
  ]);
}

interface Wanted {
  readonly ref: string;
  readonly agency: OfficeId;
  readonly decidedOn: Day;
  readonly late: boolean;
}

/** A case has two debtors, a creditor and two assets. The first debtor was verified, the second one not yet. */
function file({ ref, agency, decidedOn, late }: Wanted): readonly Line[] {
  const parties = [
    { ref: `${ref}-d1`, side: "debtor" },
    { ref: `${ref}-d2`, side: "debtor" },
    { ref: `${ref}-c`, side: "creditor" },
  ];
  const assets = [
    { ref: `${ref}-land`, kind: "immovable", description: "Quyền sử dụng đất" },
    { ref: `${ref}-car`, kind: "movable", description: "Xe ô tô" },
  ];
  const told = workday(decidedOn, 2);
  return fromDocuments([
    ...pastFile({
      ref,
      agency,
      motion: "on-request",
      decidedOn,
      number: `${ref.charCodeAt(0)}/QĐ-THADS`,
      parties,
      assets,
    }),
    sent(ref, workday(decidedOn, late ? 15 : 2)),
    ...parties.map((party) => notified(ref, party.ref, told, ref)),
    happened(ref, "conditions-verified", addDays(told, 17), { subject: { kind: "party", id: `@${ref}-d1` } }),
    happened(ref, "asset-seized", addDays(told, 21), { subject: { kind: "asset", id: `@${ref}-car` } }),
  ]);
}
