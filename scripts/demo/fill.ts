/** Fills an empty log with the demonstration: the directory, the edition of the law, the published examples, today's story. */

import type { Host } from "../../src/service/host.ts";
import { foundDirectory } from "../../src/service/founding.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { parseId } from "../../src/base/ids.ts";
import { adoptRunning } from "./edition.ts";
import { doLuong, dongPhu, outOfTime, tuyDuc } from "./examples.ts";
import { haTrung, vinhThanh } from "./inspections.ts";
import { openOffices } from "./offices.ts";
import { registerPeople } from "./people.ts";
import { playToday } from "./today.ts";
import { Troupe } from "./troupe.ts";

export interface Filling {
  readonly issuer: string;
  /** Public keys of those who sign, by the subject of their tokens. */
  readonly keys: ReadonlyMap<string, string>;
  readonly progress: (text: string) => void;
}

const operator = "van-hanh";

export async function fillDemo(host: Host, { issuer, keys, progress }: Filling): Promise<void> {
  const administrator = { identity: { issuer, subject: "administrator" }, name: "Quản trị danh bạ" };
  await foundDirectory({ operator: { code: operator, name: "Đơn vị vận hành hệ thống" }, administrator }, host);
  const troupe = new Troupe(host, issuer, progress);
  const offices = new Map(await openOffices(troupe));
  offices.set(operator, await operatorOf(host));
  await registerPeople(troupe, offices, keys);
  await adoptRunning(troupe);
  const scenes = { doLuong, outOfTime, dongPhu, vinhThanh, tuyDuc, haTrung, playToday };
  for (const [name, play] of Object.entries(scenes)) {
    progress(`dữ liệu minh họa: ${name}`);
    await play({ troupe, offices });
  }
}

async function operatorOf(host: Host): Promise<OfficeId> {
  const row = (await host.views.offices()).find(({ code }) => code === operator);
  const id = parseId<OfficeId>(row?.key);
  if (id === undefined) throw new Error("the operator's office is missing");
  return id;
}
