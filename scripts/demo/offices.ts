/**
 * The offices of the demonstration: Đồng Tháp with its two tiers until 30/06/2025 and its area offices after, and the
 * offices of the published examples. Only institutions are named; the example that its source leaves nameless stays so.
 */

import { openOffice } from "../../src/domain/offices/commands.ts";
import type { OfficeKind } from "../../src/domain/offices/events.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { idIn, type DemoActors } from "./actors.ts";
import { agree } from "./two-administrators.ts";

interface Planned {
  readonly code: string;
  readonly kind: OfficeKind;
  readonly name: string;
  readonly superior?: string;
  readonly supervisedBy?: string;
  readonly openedOn?: string;
  /** The last day of the two-tier system was 30/06/2025, so its offices close on the day after. */
  readonly successor?: string;
}

const districts = [
  ["tp-cao-lanh", "thành phố Cao Lãnh"],
  ["sa-dec", "thành phố Sa Đéc"],
  ["tp-hong-ngu", "thành phố Hồng Ngự"],
  ["hong-ngu", "huyện Hồng Ngự"],
  ["tan-hong", "huyện Tân Hồng"],
  ["tam-nong", "huyện Tam Nông"],
  ["thap-muoi", "huyện Tháp Mười"],
  ["thanh-binh", "huyện Thanh Bình"],
  ["cao-lanh", "huyện Cao Lãnh"],
  ["lap-vo", "huyện Lấp Vò"],
  ["lai-vung", "huyện Lai Vung"],
  ["chau-thanh", "huyện Châu Thành"],
] as const;

const tiersEnd = "2025-07-01";
const since = "2009-07-01";

const heads: readonly Planned[] = [
  { code: "vksndtc", kind: "supreme-procuracy", name: "Viện kiểm sát nhân dân tối cao" },
  { code: "cql-thads", kind: "management-agency", name: "Cục Quản lý Thi hành án dân sự, Bộ Tư pháp" },
  {
    code: "vks-dong-thap",
    kind: "provincial-procuracy",
    name: "Viện kiểm sát nhân dân tỉnh Đồng Tháp",
    superior: "vksndtc",
  },
  {
    code: "thads-dong-thap",
    kind: "enforcement-agency",
    name: "Cơ quan Thi hành án dân sự tỉnh Đồng Tháp",
    superior: "cql-thads",
    supervisedBy: "vks-dong-thap",
  },
  { code: "hdnd-dong-thap", kind: "peoples-council", name: "Hội đồng nhân dân tỉnh Đồng Tháp" },
  { code: "bcd-dong-thap", kind: "steering-committee", name: "Ban Chỉ đạo thi hành án dân sự tỉnh Đồng Tháp" },
  {
    code: "vks-kv1-dong-thap",
    kind: "area-procuracy",
    name: "Viện kiểm sát nhân dân khu vực 1, tỉnh Đồng Tháp",
    superior: "vks-dong-thap",
    openedOn: tiersEnd,
  },
  {
    code: "thads-kv1-dong-thap",
    kind: "area-enforcement-room",
    name: "Phòng Thi hành án dân sự khu vực 1, tỉnh Đồng Tháp",
    superior: "thads-dong-thap",
    supervisedBy: "vks-kv1-dong-thap",
    openedOn: tiersEnd,
  },
  {
    code: "tand-kv1-dong-thap",
    kind: "court",
    name: "Tòa án nhân dân khu vực 1, tỉnh Đồng Tháp",
    supervisedBy: "vks-kv1-dong-thap",
    openedOn: tiersEnd,
  },
];

const districtOffices = districts.flatMap(([code, name]): Planned[] => [
  {
    code: `vks-${code}`,
    kind: "district-procuracy",
    name: `Viện kiểm sát nhân dân ${name}`,
    superior: "vks-dong-thap",
    successor: "vks-kv1-dong-thap",
  },
  {
    code: `thads-${code}`,
    kind: "enforcement-sub-department",
    name: `Chi cục Thi hành án dân sự ${name}`,
    superior: "thads-dong-thap",
    supervisedBy: `vks-${code}`,
    successor: "thads-kv1-dong-thap",
  },
]);

/** A district of a published example: its procuracy, the superior procuracy and the sub-department. */
function exampleOffices(code: string, district: string, province: readonly [string, string]): readonly Planned[] {
  const [provinceCode, provinceName] = province;
  return [
    {
      code: `vks-${provinceCode}`,
      kind: "provincial-procuracy",
      name: `Viện kiểm sát nhân dân ${provinceName}`,
      superior: "vksndtc",
    },
    {
      code: `vks-${code}`,
      kind: "district-procuracy",
      name: `Viện kiểm sát nhân dân ${district}`,
      superior: `vks-${provinceCode}`,
    },
    {
      code: `thads-${code}`,
      kind: "enforcement-sub-department",
      name: `Chi cục Thi hành án dân sự ${district}`,
      superior: "cql-thads",
      supervisedBy: `vks-${code}`,
    },
  ];
}

const examples: readonly Planned[] = [
  ...exampleOffices("do-luong", "huyện Đô Lương", ["nghe-an", "tỉnh Nghệ An"]),
  ...exampleOffices("huyen-2021", "một huyện (rút kinh nghiệm năm 2021)", [
    "tinh-2021",
    "một tỉnh (rút kinh nghiệm năm 2021)",
  ]),
  ...exampleOffices("dong-phu", "huyện Đồng Phú", ["binh-phuoc", "tỉnh Bình Phước"]),
  ...exampleOffices("vinh-thanh", "huyện Vĩnh Thạnh", ["can-tho", "thành phố Cần Thơ"]),
  ...exampleOffices("tuy-duc", "huyện Tuy Đức", ["dak-nong", "tỉnh Đắk Nông"]),
  { code: "tand-tuy-duc", kind: "court", name: "Tòa án nhân dân huyện Tuy Đức", supervisedBy: "vks-dak-nong" },
  ...exampleOffices("ha-trung", "huyện Hà Trung", ["thanh-hoa", "tỉnh Thanh Hóa"]),
];

export type Offices = ReadonlyMap<string, OfficeId>;

export async function openOffices(actors: DemoActors): Promise<Offices> {
  const planned = [...heads, ...districtOffices, ...examples];
  const opened = new Map<string, OfficeId>();
  for (const { code, kind, name, superior, openedOn } of planned) {
    const input = {
      code,
      kind,
      name,
      openedOn: openedOn ?? since,
      ...(superior === undefined ? {} : { superior: office(opened, superior) }),
    };
    opened.set(
      code,
      idIn(await actors.act("administrator", { command: openOffice, input }), "office-opened", "office"),
    );
  }
  for (const { code, supervisedBy, openedOn } of planned) {
    if (supervisedBy === undefined) continue;
    const input = { office: office(opened, code), procuracy: office(opened, supervisedBy), from: openedOn ?? since };
    await agree(actors, { do: "assign-supervision", ...input });
  }
  for (const { code, successor } of planned) {
    if (successor === undefined) continue;
    const input = { office: office(opened, code), closedOn: tiersEnd, successor: office(opened, successor) };
    await agree(actors, { do: "close-office", ...input });
  }
  actors.progress(`danh bạ: ${planned.length} cơ quan · directory: ${planned.length} offices`);
  return opened;
}

export function office(offices: Offices, code: string): OfficeId {
  const found = offices.get(code);
  if (found === undefined) throw new Error(`no office ${code}`);
  return found;
}
