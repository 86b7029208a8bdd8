/**
 * What the address of a list asks for. A filter that cannot be meant is refused with its name and how it is written: a list
 * that seems narrowed and is not would be read as the answer to another question.
 */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { isSeries } from "../../law/series.ts";
import { stages } from "../../law/stages/stages.ts";
import { clockLists } from "../../service/reading/clock-lists.ts";
import { findingStatuses } from "../../service/listing/findings.ts";
import { dayOrders, instrumentSteps } from "../../service/views.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { cursorIn, deadlineKey, firstPage, idKey, mostBack } from "../parts/pager.tsx";
import { calendarYearsShown, parseTypedDay } from "../parts/day-text.ts";
import { Refused, type WrongField } from "../parts/refused.tsx";
import { isSpotCount, isSpotSeed, mostSpots } from "../parts/spots.ts";
import { showPage } from "./show.tsx";
import type { ConsoleContext, Visit } from "./visit.ts";

interface Asked {
  readonly label: string;
  readonly wrong: string;
  readonly fits: (text: string, visit: Visit) => boolean | Promise<boolean>;
}

const day: Asked = {
  label: "Từ ngày",
  wrong: "viết ngày có thật dạng dd/mm/yyyy, ví dụ 23/11/2026",
  fits: (text) => parseTypedDay(text) !== undefined,
};
const agency: Asked = {
  label: "Cơ quan",
  wrong: "không có cơ quan này trong danh bạ; chọn trong danh sách",
  fits: async (text, { host }) => {
    const id = parseId<OfficeId>(text);
    return id !== undefined && (await namedOffices([id], host)).has(id);
  },
};
const rule: Asked = { label: "Quy tắc", wrong: "không có quy tắc này; chọn trong bảng các quy tắc", fits: isSeries };
const page: Asked = { label: "Trang", wrong: "viết số trang, từ 1", fits: (text) => /^[1-9]\d{0,4}$/.test(text) };
const count: Asked = { label: "Số mục", wrong: `viết số từ 1 đến ${mostSpots}`, fits: isSpotCount };
const seed: Asked = { label: "Chuỗi chọn", wrong: "viết từ 8 đến 100 ký tự", fits: isSpotSeed };
const order: Asked = oneOf("Thứ tự", dayOrders);
const afterId: Asked = after((text) => parseId(text) !== undefined);
const afterFile: Asked = after((text) => cursorIn(text, idKey) !== undefined);
const afterDeadline: Asked = after((text) => cursorIn(text, deadlineKey) !== undefined);

function after(fits: (text: string) => boolean): Asked {
  return { label: "Chỗ xem tiếp", wrong: "không phải chỗ của danh sách này; mở lại danh sách từ đầu", fits };
}

function oneOf(label: string, codes: readonly string[]): Asked {
  return { label, wrong: `chỉ có: ${codes.join(", ")}`, fits: (text) => codes.includes(text) };
}

const pagesOfFile = { limits: page, acts: page, gone: page };

type Filters = Readonly<Record<string, Asked>>;

/** The filters of each page, by the path of its route. A name that is not here is of no page, and asks for nothing. */
const filters: Readonly<Record<string, Filters>> = {
  "/console/detections": {
    agency,
    since: day,
    rule,
    weight: oneOf("Loại phát hiện", ["violation", "hint"]),
    after: afterDeadline,
  },
  "/console/detections/gone": { agency, after: afterDeadline },
  "/console/findings": {
    status: oneOf("Trạng thái", findingStatuses),
    order,
    after: afterFile,
  },
  "/console/cases": { agency, order, after: afterFile },
  "/console/intakes": { agency, order, after: afterFile },
  "/console/registers": { order, after: afterFile },
  "/console/cases/:id": pagesOfFile,
  "/console/intakes/:id": { ...pagesOfFile, cases: page },
  "/console/registers/:id": pagesOfFile,
  "/console/instruments": { step: oneOf("Việc chờ", instrumentSteps), order, after: afterFile },
  "/console/instruments/:id": { findings: page },
  "/console/clocks": { list: oneOf("Danh sách", clockLists), after: afterDeadline },
  "/console/law/rules": {
    stage: oneOf(
      "Giai đoạn",
      stages.map(({ name }) => name),
    ),
  },
  "/console/law/calendars": { year: oneOf("Năm", calendarYearsShown.map(String)) },
  "/console/log/spot-check": { k: count, seed },
  "/console/offices": { page },
  "/console/people": { after: afterId },
  "/console/rights": { after: afterId },
};

/** An export has the filters of its list, and is always of the whole. A list that is read on remembers the pages before. */
function filtersOf(path: string): Filters {
  const [, list] = /^\/console\/exports\/([a-z]+)\./.exec(path) ?? [];
  const found = filters[list === undefined ? path : `/console/${list === "gone" ? "detections/gone" : list}`] ?? {};
  const { after: place } = found;
  return place === undefined
    ? found
    : { ...found, back: { ...place, fits: (text, visit) => areAll(place, text, visit) } };
}

async function areAll({ fits }: Asked, text: string, visit: Visit): Promise<boolean> {
  const places = text.split(",");
  for (const place of places) if (place !== firstPage && !(await fits(place, visit))) return false;
  return places.length <= mostBack;
}

/** withFilters shows the page, or says which filter cannot be meant. A filter left empty asks for nothing. */
export function withFilters(path: string, show: (c: ConsoleContext) => Response | Promise<Response>) {
  return async (c: ConsoleContext): Promise<Response> => {
    const wrong: WrongField[] = [];
    for (const [name, asked] of Object.entries(filtersOf(path))) {
      const text = c.req.query(name)?.trim() ?? "";
      if (text !== "" && !(await asked.fits(text, c.var.visit)))
        wrong.push({ label: asked.label, wrong: `“${text.slice(0, 64)}”: ${asked.wrong}` });
    }
    return wrong.length === 0 ? show(c) : refuseFilters(c, wrong);
  };
}

async function refuseFilters(c: ConsoleContext, fields: readonly WrongField[]): Promise<Response> {
  return showPage(c, {
    title: "Không lọc được",
    status: 422,
    children: (
      <>
        <Refused text={unmeant} fields={fields} />
        <p>
          <a href={c.req.path}>Mở danh sách không lọc</a>
        </p>
      </>
    ),
  });
}

const unmeant = {
  vi: "Điều kiện lọc không đúng",
  en: "A filter of this list cannot be meant",
  todo: "Bấm nút quay lại của trình duyệt để sửa, hoặc mở danh sách không lọc.",
};
