/** The head of an instrument's page: who writes to whom, what, and when, with the source of each day. */

import type { OfficeId } from "../../base/ids.ts";
import { type InstrumentState, isSent, receiptOf, type SentInstrument } from "../../domain/instruments/instrument.ts";
import { countsOf } from "../../domain/instruments/settled.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { formatDay } from "../parts/day-text.ts";
import { type ListedFact, Facts } from "../parts/facts.tsx";
import { ruleName } from "../words/law.ts";
import { CommittedText } from "../parts/committed-text.tsx";
import { sourceNames } from "../words/files.ts";
import { channelWords, demandWords, deviationWords, kindWords, levelWords, statusWords } from "../words/instruments.ts";

interface SummaryParts {
  readonly state: InstrumentState;
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
  readonly opened: Opened;
}

export function Summary({ state, names, opened }: SummaryParts) {
  const { issuer, addressee, groundOn } = state;
  return (
    <>
      <Facts
        facts={[
          { term: "Hình thức", value: formOf(state) },
          { term: "Nơi ban hành", value: names.get(issuer)?.name },
          { term: "Nơi nhận", value: names.get(addressee)?.name },
          { term: "Trạng thái", value: statusWords[state.status] },
          groundOn && {
            term: "Ngày căn cứ",
            value: `${formatDay(groundOn.day)} (${sourceNames[groundOn.source]})`,
          },
          ...(isSent(state) ? sentDays(state) : []),
        ]}
      />
      <h2>Nội dung</h2>
      <p>
        <CommittedText field={state.body} opened={opened} />
      </p>
      <ol>
        {state.items.map((item) => (
          <li>
            {ruleName(item.rule)}: {item.n}/{item.of} hồ sơ.{" "}
            {isSent(state)
              ? `${countsOf(state, { items: [item] }).verified}/${item.findings.length} đã kiểm chứng. `
              : ""}
            Yêu cầu: <CommittedText field={item.demand} opened={opened} />
            {item.correctBy === undefined ? "" : ` (hạn khắc phục ${formatDay(item.correctBy)})`}
          </li>
        ))}
      </ol>
    </>
  );
}

function formOf({ kind, asks, level, deviation }: InstrumentState): string {
  return [
    kindWords[kind],
    asks === undefined ? "" : `: ${demandWords[asks]}`,
    level === undefined ? "" : ` (${levelWords[level]})`,
    deviation === undefined ? "" : `; chọn khác đề xuất: ${deviationWords[deviation]}`,
  ].join("");
}

function sentDays(state: SentInstrument): readonly (ListedFact | undefined)[] {
  const { issue, service, contests } = state;
  const receipt = receiptOf(state);
  return [
    { term: "Ban hành", value: issueWords(issue) },
    service && {
      term: "Tống đạt",
      value: `${formatDay(service.on.day)} (${sourceNames[service.on.source]}), ${channelWords[service.channel]}`,
    },
    receipt && { term: "Nhận", value: `${formatDay(receipt.on.day)} (${sourceNames[receipt.on.source]})` },
    ...contests.map((contest) => ({
      term: "Phản đối ngày",
      value: `${contest.day === "sentOn" ? "ngày gửi" : "ngày nhận"}: nơi nhận nói là ${formatDay(contest.stated)}; thời hạn vẫn tính và được đánh dấu`,
    })),
  ];
}

function issueWords({ issuedOn, source, signature, window }: SentInstrument["issue"]): string {
  const signed = signature === undefined ? "; không có chữ ký số" : "; đã ký số";
  const until =
    window === undefined
      ? ""
      : `; hạn kháng nghị ${formatDay(window.lastDay)}: ${window.inTime ? "trong hạn" : "quá hạn"} (quy tắc ${window.rule}, bản ${window.version})`;
  return `${formatDay(issuedOn)} (${sourceNames[source]})${signed}${until}`;
}
