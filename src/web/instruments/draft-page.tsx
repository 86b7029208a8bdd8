/** The page that drafts a request, a recommendation or a protest from confirmed findings, whose seriousness proposes the kind. */

import { given } from "../../base/given.ts";
import { type FindingId, type OfficeId, parseId } from "../../base/ids.ts";
import { draftInstrument } from "../../domain/instruments/commands/drafting.ts";
import { type Proposal, proposalFor, type ProposedItem } from "../../service/reading/draft-proposal.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { actPage } from "../form/act-form.tsx";
import { DayField, type Filling, Hidden, Radios, Select, TextArea, TextField, optionsOf } from "../form/fields.tsx";
import { chosen, filled, type FormValues } from "../form/form-values.ts";
import { ruleName } from "../words/law.ts";
import { recordedStream } from "../form/recorded.ts";

import { StatedDay, typedDay } from "../form/stated-day.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { demandWords, deviationWords, kindWords } from "../words/instruments.ts";
import { itemCount, itemsOf, proposedValues } from "./items.ts";

export async function draftPage(c: ConsoleContext): Promise<Response> {
  return actPage(c, {
    title: "Soạn văn bản",
    command: draftInstrument,
    input: inputOf,
    labels,
    fields: async (filling) => fieldsFor(c, filling),
    button: "Ghi dự thảo vào nhật ký",
    next: (recorded) => `/console/instruments/${recordedStream(recorded, "instrument") ?? ""}`,
  });
}

function inputOf(values: FormValues): unknown {
  return given({
    kind: filled(values, "kind"),
    addressee: filled(values, "addressee"),
    items: itemsOf(values),
    body: filled(values, "body"),
    asks: filled(values, "asks"),
    deviation: filled(values, "deviation"),
    groundOn: typedDay(values, "groundOn"),
  });
}

/** The labels of 50 items, the most that an instrument may have. */
const labels: Readonly<Record<string, string>> = {
  kind: "Hình thức",
  addressee: "Cơ quan nhận",
  items: "Các mục",
  asks: "Yêu cầu việc gì",
  deviation: "Lý do chọn khác đề xuất",
  groundOn: "Ngày căn cứ kháng nghị",
  body: "Nội dung chung",
  ...Object.fromEntries(Array.from({ length: 50 }, (_, i) => itemLabels(i)).flat()),
};

function itemLabels(i: number): readonly (readonly [name: string, label: string])[] {
  return [
    [`items.${i}.of`, `Mục ${i + 1}: số hồ sơ đã xem (N)`],
    [`items.${i}.demand`, `Mục ${i + 1}: yêu cầu`],
    [`items.${i}.correctBy`, `Mục ${i + 1}: hạn khắc phục`],
    [`items.${i}.findings`, `Mục ${i + 1}: vi phạm`],
  ];
}

/** At first only the chosen findings are known; the proposal fills in the rest. */
async function fieldsFor(c: ConsoleContext, typed: Filling) {
  const { values } = typed;
  const { reader, host } = c.var.visit;
  const first = itemCount(values) === 0;
  const ids = first
    ? chosen(values, "findings")
    : Array.from({ length: itemCount(values) }, (_, i) => chosen(values, `items.${i}.findings`)).flat();
  const proposal = await proposalFor(
    ids.flatMap((id) => parseId<FindingId>(id) ?? []),
    reader,
    host,
  );
  const filling = first ? { ...typed, values: proposedValues(proposal) } : typed;
  const addressee = parseId<OfficeId>(filled(filling.values, "addressee"));
  const names = await namedOffices(addressee === undefined ? [] : [addressee], host);
  if (proposal.items.length === 0) return <p>Chưa chọn vi phạm nào: quay lại trang Vi phạm và đánh dấu.</p>;
  return (
    <Fields
      filling={filling}
      proposal={proposal}
      addressee={addressee === undefined ? "" : (names.get(addressee)?.name ?? "")}
    />
  );
}

interface DraftFields {
  readonly filling: Filling;
  readonly proposal: Proposal;
  readonly addressee: string;
}

function Fields({ filling, proposal, addressee }: DraftFields) {
  return (
    <>
      <p>
        Cơ quan nhận: <strong>{addressee}</strong>
      </p>
      <Hidden name="addressee" value={filled(filling.values, "addressee") ?? ""} />
      <Choices filling={filling} proposed={proposal.kind} />
      {proposal.items.map((item, i) => (
        <ItemFields item={item} number={i} filling={filling} />
      ))}
      <TextArea name="body" label="Nội dung chung của văn bản" filling={filling} />
    </>
  );
}

function Choices({ filling, proposed }: { readonly filling: Filling; readonly proposed: Proposal["kind"] }) {
  const hint =
    proposed === undefined
      ? "Có vi phạm chưa đánh giá mức độ: chỉ soạn được yêu cầu."
      : `Đề xuất theo mức độ: ${kindWords[proposed].toLowerCase()}.`;
  return (
    <>
      <Radios name="kind" label="Hình thức" hint={hint} filling={filling} options={optionsOf(kindWords)} />
      <Select
        name="deviation"
        label="Lý do chọn khác đề xuất"
        hint="Chỉ khi chọn khác hình thức được đề xuất."
        filling={filling}
        options={[nothing, ...optionsOf(deviationWords)]}
      />
      <Select
        name="asks"
        label="Yêu cầu việc gì"
        hint="Chỉ cho yêu cầu."
        filling={filling}
        options={[nothing, ...optionsOf(demandWords)]}
      />
      <StatedDay
        name="groundOn"
        label="Ngày căn cứ kháng nghị"
        hint="Chỉ cho kháng nghị: ngày nhận quyết định hoặc ngày phát hiện hành vi."
        filling={filling}
      />
    </>
  );
}

interface ItemFieldsParts {
  readonly item: ProposedItem;
  readonly number: number;
  readonly filling: Filling;
}

function ItemFields({ item, number, filling }: ItemFieldsParts) {
  const name = `items.${number}`;
  return (
    <fieldset>
      <legend>
        Mục {number + 1}: {ruleName(item.rule)} ({item.rule} {item.version})
      </legend>
      {item.findings.map((finding) => (
        <Hidden name={`${name}.findings`} value={finding} />
      ))}
      <p>
        {item.findings.length} vi phạm trong {item.n} hồ sơ (n). Nhật ký có {item.arose} lần phát sinh nghĩa vụ này.
      </p>
      <TextField name={`${name}.of`} label="Số hồ sơ đã xem (N)" filling={filling} />
      <TextArea name={`${name}.demand`} label="Yêu cầu khắc phục" filling={filling} />
      <DayField name={`${name}.correctBy`} label="Hạn khắc phục, nếu ấn định" filling={filling} />
    </fieldset>
  );
}

const nothing = { value: "", label: "(không)" };
