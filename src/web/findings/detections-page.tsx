/** The list of detections that nobody has judged, across files: violations and hints apart, with the number of each rule. */

import type { OfficeId } from "../../base/ids.ts";
import { type ChosenDetections, detectionCountsFor, detectionList } from "../../service/listing/detections.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { mayDo } from "../../domain/permission.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { readableOffices } from "../../service/reading/supervised.ts";
import { placeIn } from "../frame/list-place.ts";
import { deadlineKey, More, withQuery } from "../parts/pager.tsx";
import { formatDay } from "../parts/day-text.ts";
import { DayField, fillingOf, Hidden, Select } from "../form/fields.tsx";
import { formValues } from "../form/form-values.ts";
import { ruleName } from "../words/law.ts";
import { Downloads } from "../frame/downloads.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { CountsTable } from "./counts-table.tsx";
import { detectionFilter } from "./detection-filter.ts";
import { subjectsIn } from "../parts/subjects-in.ts";
import { DetectionTable } from "./detection-table.tsx";

const detectionsOnPage = 60;
const path = "/console/detections";

export async function listDetections(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const filter = detectionFilter(c);
  const { office, weight, rule, since } = filter;
  const names = await namedOffices(await readableOffices("read-deadlines", reader, host), host);
  const place = placeIn(c, deadlineKey);
  const list = await detectionList(filter)(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const { rows, next } = await list.value.page(place.after, detectionsOnPage);
  const files = rows.map(({ stream }) => stream);
  const numbers = await numbersOf(files, reader, host);
  const subjects = await subjectsIn(files, host);
  // Only the first page shows the counts, because they cost a pass over all detections.
  const counts = place.after === undefined ? await detectionCountsFor(reader, { office, since }, host) : [];
  const named = { agency: office, since: since && formatDay(since) };
  return showPage(c, {
    title: weight === "hint" ? "Gợi ý chưa xem xét" : "Phát hiện chưa xem xét",
    children: (
      <>
        <p>
          {weight === "hint" ? (
            <a href={pathOf({ ...named, rule })}>Xem vi phạm</a>
          ) : (
            <a href={pathOf({ ...named, rule, weight: "hint" })}>Xem gợi ý</a>
          )}
          . <a href={withQuery(`${path}/gone`, { agency: office })}>Xem phát hiện hết do đính chính</a>. Máy chỉ phát
          hiện; Kiểm sát viên kết luận.
        </p>
        <Choose names={names} filter={filter} />
        <CountsTable
          counts={counts}
          weight={weight}
          pathOf={(ofRule, ofWeight) => pathOf({ ...named, weight: ofWeight, rule: ofRule })}
        />
        {rule === undefined ? undefined : (
          <p>
            Chỉ quy tắc: {ruleName(rule)}. <a href={pathOf({ ...named, weight })}>Xem mọi quy tắc</a>
          </p>
        )}
        <Downloads list="detections" query={{ ...named, rule, weight }} total={await list.value.total()} />
        <DetectionTable
          rows={rows}
          names={names}
          numbers={numbers}
          subjects={subjects}
          today={reader.today}
          caption={weight === "hint" ? "Gợi ý" : "Vi phạm do máy phát hiện"}
          choosing={mayDo(reader.acting.roles, "confirm-detections", "own")}
        />
        <More path={path} query={{ ...named, rule, weight }} after={next} place={place} />
      </>
    ),
  });
}

function pathOf(query: Readonly<Record<string, string | undefined>>): string {
  return withQuery(path, query);
}

interface ChooseParts {
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
  readonly filter: ChosenDetections;
}

/** The filters stand in the address, so that they can be kept and sent to others. */
function Choose({ names, filter: { office, since, weight, rule } }: ChooseParts) {
  const values = formValues([
    ["agency", office ?? ""],
    ["since", since === undefined ? "" : formatDay(since)],
  ]);
  const filling = fillingOf(values);
  const offices = [...names.values()].map(({ state, name }) => ({ value: state.id, label: name }));
  return (
    <form method="get" action={path}>
      <Select
        name="agency"
        label="Cơ quan"
        filling={filling}
        options={[{ value: "", label: "(tất cả)" }, ...offices]}
      />
      <DayField
        name="since"
        label="Từ ngày"
        hint="Đến hạn, hoặc làm việc bị cấm, từ ngày này trở đi; dd/mm/yyyy. Bỏ trống: tất cả."
        filling={filling}
      />
      <Hidden name="weight" value={weight} />
      {rule === undefined ? undefined : <Hidden name="rule" value={rule} />}
      <p class="actions">
        <button type="submit">Xem</button>
      </p>
    </form>
  );
}
