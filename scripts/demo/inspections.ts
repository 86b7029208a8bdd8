/**
 * The published examples 4 and 8: conclusions of direct inspections, with n of N files. A comment says what a source
 * does not print.
 */

import { addDays, addMonths, type Day } from "../../src/base/day.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { workday } from "./days.ts";
import { day, decided, happened, type Line, notified, pastFile, sent } from "./lines.ts";
import { office } from "./offices.ts";
import { breaches, debtor, importLines, issuePast, type Scene } from "./past.ts";

/**
 * Example 4, Vĩnh Thạnh: 22 of 159 files not verified again, 1 of 60 valuation contracts late, 4 of 60 auction
 * contracts late.
 */
export async function vinhThanh(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-vinh-thanh");
  // The source does not print the period of the inspection: decisions of spring 2021 stand in.
  await importLines(scene, Array.from({ length: 159 }, (_, i) => verifiedFile(agency, i, i >= 22)).flat());
  await importLines(scene, Array.from({ length: 60 }, (_, i) => soldFile(agency, i)).flat());
  const found = [];
  // What an import does not state is a hint, so the inspectors cite what they read in the files.
  found.push(await breaches(scene, "vinh-thanh", "VERIFY_REPEAT", "khoản 2 Điều 44: ít nhất 06 tháng một lần"));
  for (const rule of ["VALUATION_CONTRACT", "AUCTION_CONTRACT"]) found.push(await breaches(scene, "vinh-thanh", rule));
  const days = { issuedOn: "2022-03-15", served: { channel: "hand", sentOn: "2022-03-15" }, receivedOn: "2022-03-15" };
  const words = {
    demand: "Khắc phục, phòng ngừa vi phạm; nêu nguyên nhân.",
    body: "Kết luận trực tiếp kiểm sát: 22/159, 1/60, 4/60.",
  };
  await issuePast(scene, "vinh-thanh", { kind: "recommendation", number: "03/KN-VKS", found, ...days, ...words });
}

function verifiedFile(agency: OfficeId, i: number, again: boolean): readonly Line[] {
  const [ref, party] = [`v${i}`, `v${i}-p`];
  const decidedOn = workday(day("2021-03-01"), i % 20);
  const verifiedOn = addDays(decidedOn, 16);
  const verified = (on: Day, result: string): Line =>
    happened(ref, "conditions-verified", on, { subject: { kind: "party", id: `@${party}` }, traits: { result } });
  const againOn = workday(addMonths(verifiedOn, 5), 1);
  return [
    ...pastFile({ ref, agency, decidedOn, number: `${100 + i}/QĐ-CCTHADS`, parties: [debtor(party)] }),
    sent(ref, workday(decidedOn, 1)),
    notified(ref, party, workday(decidedOn, 1), ref),
    verified(verifiedOn, "not-yet-executable"),
    ...decided(ref, "not-yet-executable", workday(verifiedOn, 1), { party, document: `${500 + i}/QĐ-CCTHADS` }),
    happened(ref, "no-condition-published", workday(verifiedOn, 3), {
      subject: { kind: "decision", id: `@${ref}-not-yet-executable` },
    }),
    ...(again
      ? [
          verified(againOn, "executable"),
          ...decided(ref, "resumption", againOn, { party, document: `${900 + i}/QĐ-CCTHADS` }),
        ]
      : []),
  ];
}

function soldFile(agency: OfficeId, i: number): readonly Line[] {
  const [ref, asset] = [`s${i}`, `s${i}-a`];
  const decidedOn = workday(day("2021-03-01"), i % 20);
  const on = (type: string, at: Day): Line => happened(ref, type, at, { subject: { kind: "asset", id: `@${asset}` } });
  const seizedOn = workday(decidedOn, 30);
  const pricedOn = workday(seizedOn, 20);
  return [
    ...pastFile({ ref, agency, decidedOn, number: `${300 + i}/QĐ-CCTHADS`, assets: [{ ref: asset, kind: "movable" }] }),
    sent(ref, workday(decidedOn, 1)),
    on("asset-seized", seizedOn),
    on("valuation-contract-signed", workday(seizedOn, i === 0 ? 9 : 4)),
    on("price-fixed", pricedOn),
    on("auction-contract-signed", addDays(pricedOn, i >= 1 && i <= 4 ? 25 : 7)),
  ];
}

/**
 * Example 8, Hà Trung, 01/12/2022 to 30/04/2023: 70 not-yet-executable files. The source does not print how many files
 * show each breach.
 */
export async function haTrung(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-ha-trung");
  await importLines(scene, Array.from({ length: 70 }, (_, i) => haTrungFile(agency, i)).flat());
  const found = [];
  const read = {
    NOTIFY_PARTIES: "khoản 2 Điều 39: 03 ngày làm việc",
    NO_CONDITION_PUBLISH: "khoản 1 Điều 11 Nghị định 62/2015/NĐ-CP: 05 ngày làm việc",
    VERIFY_FIRST: "khoản 1 Điều 44: 10 ngày",
  };
  for (const [rule, cited] of Object.entries(read)) found.push(await breaches(scene, "ha-trung", rule, cited));
  const days = { issuedOn: "2023-06-02", served: { channel: "hand", sentOn: "2023-06-02" }, receivedOn: "2023-06-02" };
  const words = {
    demand: "Khắc phục vi phạm nêu trong kết luận.",
    body: "Kết luận trực tiếp kiểm sát theo quyết định 02/QĐ-VKSHT ngày 24/04/2023.",
  };
  await issuePast(scene, "ha-trung", { kind: "recommendation", number: "04/KN-VKS", found, ...days, ...words });
}

function haTrungFile(agency: OfficeId, i: number): readonly Line[] {
  const [ref, party] = [`h${i}`, `h${i}-p`];
  const decidedOn = workday(day("2022-12-01"), i % 15);
  const verifiedOn = addDays(decidedOn, i % 7 === 0 ? 40 : 16);
  const nye = workday(verifiedOn, 1);
  return [
    ...pastFile({ ref, agency, decidedOn, number: `${i + 1}/QĐ-CCTHADS`, parties: [debtor(party)] }),
    sent(ref, workday(decidedOn, 1)),
    notified(ref, party, workday(decidedOn, 1), ref),
    happened(ref, "conditions-verified", verifiedOn, {
      subject: { kind: "party", id: `@${party}` },
      traits: { result: "not-yet-executable" },
    }),
    ...decided(ref, "not-yet-executable", nye, {
      ...(i % 5 === 0 ? {} : { party }),
      document: `${i + 1}/QĐ-CCTHADS-CĐK`,
    }),
    ...(i % 4 === 0
      ? []
      : [
          happened(ref, "no-condition-published", workday(nye, 2), {
            subject: { kind: "decision", id: `@${ref}-not-yet-executable` },
          }),
        ]),
  ];
}
