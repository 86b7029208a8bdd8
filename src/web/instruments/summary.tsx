/** The head of an instrument's page: who writes to whom, what, and when, with the source of each day. */

import type { OfficeId } from "../../base/ids.ts";
import { type InstrumentState, isSent, receiptOf, type SentInstrument } from "../../domain/instruments/instrument.ts";
import { countsOf } from "../../domain/instruments/settled.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { formatDay } from "../parts/day-text.ts";
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
  const { kind, issuer, addressee, level, deviation, asks, groundOn } = state;
  return (
    <>
      <dl>
        <dt>Hình thức</dt>
        <dd>
          {kindWords[kind]}
          {asks === undefined ? "" : `: ${demandWords[asks]}`}
          {level === undefined ? "" : ` (${levelWords[level]})`}
          {deviation === undefined ? "" : `; chọn khác đề xuất: ${deviationWords[deviation]}`}
        </dd>
        <dt>Nơi ban hành</dt>
        <dd>{names.get(issuer)?.name}</dd>
        <dt>Nơi nhận</dt>
        <dd>{names.get(addressee)?.name}</dd>
        <dt>Trạng thái</dt>
        <dd>{statusWords[state.status]}</dd>
        {groundOn === undefined ? undefined : (
          <>
            <dt>Ngày căn cứ</dt>
            <dd>
              {formatDay(groundOn.day)} ({sourceNames[groundOn.source]})
            </dd>
          </>
        )}
        {isSent(state) ? <SentDays state={state} /> : undefined}
      </dl>
      <h2>Nội dung</h2>
      <p>
        <CommittedText field={state.body} opened={opened} />
      </p>
      <ol>
        {state.items.map((item) => (
          <li>
            {ruleName(item.rule)} ({item.rule} {item.version}): {item.n}/{item.of} hồ sơ.{" "}
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

function SentDays({ state }: { readonly state: SentInstrument }) {
  const { issue, service, contests } = state;
  const receipt = receiptOf(state);
  return (
    <>
      <dt>Ban hành</dt>
      <dd>
        {formatDay(issue.issuedOn)} ({sourceNames[issue.source]})
        {issue.signature === undefined ? "; không có chữ ký số" : "; đã ký số"}
        {issue.window === undefined
          ? ""
          : `; hạn kháng nghị ${formatDay(issue.window.lastDay)}: ${issue.window.inTime ? "trong hạn" : "quá hạn"} (quy tắc ${issue.window.rule}, bản ${issue.window.version})`}
      </dd>
      {service === undefined ? undefined : (
        <>
          <dt>Tống đạt</dt>
          <dd>
            {formatDay(service.on.day)} ({sourceNames[service.on.source]}), {channelWords[service.channel]}
          </dd>
        </>
      )}
      {receipt === undefined ? undefined : (
        <>
          <dt>Nhận</dt>
          <dd>
            {formatDay(receipt.on.day)} ({sourceNames[receipt.on.source]})
          </dd>
        </>
      )}
      {contests.map((contest) => (
        <>
          <dt>Phản đối ngày</dt>
          <dd>
            {contest.day === "sentOn" ? "ngày gửi" : "ngày nhận"}: nơi nhận nói là {formatDay(contest.stated)}; thời hạn
            vẫn tính và được đánh dấu
          </dd>
        </>
      ))}
    </>
  );
}
