/**
 * fillDemo fills an empty log with the demonstration: the directory, the edition of the law, the published examples,
 * today's story.
 */

import type { Host } from "../../src/service/host.ts";
import { foundDirectory } from "../../src/service/recording/founding.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { parseId } from "../../src/base/ids.ts";
import { adoptRunning, goOnUnderCurrent, underFirst } from "./edition.ts";
import { doLuong, dongPhu, outOfTime, tuyDuc } from "./examples.ts";
import { haTrung, vinhThanh } from "./inspections.ts";
import { openOffices } from "./offices.ts";
import { registerPeople } from "./people.ts";
import { soldAsset } from "./sold-asset.ts";
import { playToday } from "./today.ts";
import { acrossTheChange } from "./transition.ts";
import { administratorsOf } from "./two-administrators.ts";
import { DemoActors } from "./actors.ts";

export interface Filling {
  readonly issuer: string;
  /** The public keys of the signers, by the subject of their tokens. */
  readonly keys: ReadonlyMap<string, string>;
  readonly progress: (text: string) => void;
}

const operator = "van-hanh";

const scenes = [
  { vi: "một tài sản đã bán", en: "a sold asset", play: soldAsset },
  { vi: "Đô Lương", en: "Đô Lương", play: doLuong },
  { vi: "kháng nghị quá hạn", en: "a protest out of time", play: outOfTime },
  { vi: "Đồng Phú", en: "Đồng Phú", play: dongPhu },
  { vi: "Vĩnh Thạnh", en: "Vĩnh Thạnh", play: vinhThanh },
  { vi: "Tuy Đức", en: "Tuy Đức", play: tuyDuc },
  { vi: "Hà Trung", en: "Hà Trung", play: haTrung },
  { vi: "kéo qua 01/07/2026", en: "across 1 July 2026", play: acrossTheChange },
  { vi: "Đồng Tháp hôm nay", en: "Đồng Tháp today", play: playToday },
];

export async function fillDemo(host: Host, { issuer, keys, progress }: Filling): Promise<void> {
  const administrators = administratorsOf(issuer);
  const first = underFirst(host);
  await foundDirectory({ operator: { code: operator, name: "Đơn vị vận hành hệ thống" }, administrators }, first);
  const actors = new DemoActors(first, issuer, progress);
  const offices = new Map(await openOffices(actors));
  offices.set(operator, await operatorOf(host));
  await registerPeople(actors, offices, keys);
  await adoptRunning(actors);
  for (const [i, { vi, en, play }] of scenes.entries()) {
    progress(`hồ sơ minh họa ${i + 1}/${scenes.length}: ${vi} · example ${i + 1} of ${scenes.length}: ${en}`);
    await play({ actors, offices });
    // What follows rests on the law, and this program applies the current edition alone.
    if (play === soldAsset) await goOnUnderCurrent(actors, host);
  }
}

async function operatorOf(host: Host): Promise<OfficeId> {
  const row = (await host.views.offices()).find(({ code }) => code === operator);
  const id = parseId<OfficeId>(row?.key);
  if (id === undefined) throw new Error("the operator's office is missing");
  return id;
}
