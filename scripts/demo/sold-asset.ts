/**
 * A file of Đồng Tháp in which land was sold in 2021. Edition 1 counted the days for paying its price from the collection and
 * called the agency late; decree 62/2015 Art.27(4) counts them from the delivery, and so does edition 2.
 */

import { workday } from "./days.ts";
import { day, happened, notified, pastFile, sent } from "./lines.ts";
import { office } from "./offices.ts";
import { importLines, type Scene } from "./past.ts";

export async function soldAsset(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-dong-thap");
  const [ref, decidedOn] = ["sold", day("2021-03-01")];
  const [land, money] = ["sold-land", "sold-price"];
  const parties = [{ ref: "sold-debtor", side: "debtor" }];
  const assets = [{ ref: land, kind: "immovable" }];
  const asset = { subject: { kind: "asset", id: `@${land}` } };
  await importLines(scene, [
    ...pastFile({ ref, agency, decidedOn, number: "31/QĐ-CCTHADS", parties, assets }),
    sent(ref, workday(decidedOn, 1)),
    notified(ref, "sold-debtor", workday(decidedOn, 1), ref),
    happened(ref, "conditions-verified", workday(decidedOn, 8), {
      subject: { kind: "party", id: "@sold-debtor" },
      traits: { result: "executable" },
    }),
    happened(ref, "buyer-paid", day("2021-09-06"), asset),
    happened(ref, "money-collected", day("2021-09-06"), {
      ref: money,
      subject: { kind: "sum" },
      traits: { origin: "asset-sale" },
    }),
    happened(ref, "asset-delivered", day("2021-10-20"), asset),
    happened(ref, "paid-out", day("2021-10-26"), { subject: { kind: "sum", id: `@${money}` } }),
  ]);
}
