/** The page on which a person says how serious a finding is. It may be said again; the last word proposes the instrument. */

import { type FindingId, parseId } from "../../base/ids.ts";
import { assessSeriousness } from "../../domain/findings/commands.ts";
import { seriousnesses } from "../../domain/findings/events.ts";
import { proposedInstrument } from "../../domain/instruments/proposal.ts";
import { findingPage } from "../../service/reading/finding-page.ts";
import { actPage } from "../form/act-form.tsx";
import { Radios, TextArea } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { calledIn, fileOf, findingName } from "../parts/finding-name.ts";
import { seriousnessWords } from "../words/findings.ts";
import { kindWords } from "../words/instruments.ts";

export async function assessPage(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const finding = c.req.param("id");
  const id = parseId<FindingId>(finding);
  const page = id && (await findingPage(id, reader, host));
  const state = page?.ok === true ? page.value.state : undefined;
  const called = state && (await calledIn([fileOf(state)], { reader, host }));
  return actPage(c, {
    title: "Đánh giá mức độ nghiêm trọng",
    command: assessSeriousness,
    input: (values) => ({ finding, seriousness: filled(values, "seriousness"), reason: filled(values, "reason") }),
    labels: { seriousness: "Mức độ", reason: "Lý do", finding: "Vi phạm" },
    fields: (filling) => (
      <>
        <Radios
          name="seriousness"
          label="Mức độ"
          filling={filling}
          options={seriousnesses.map((value) => ({
            value,
            label: `${seriousnessWords[value]}: đề xuất ${kindWords[proposedInstrument(value)].toLowerCase()}`,
          }))}
        />
        <TextArea name="reason" label="Lý do" hint="Không bắt buộc." filling={filling} />
      </>
    ),
    aside: state && called && (
      <p>
        <a href={`/console/findings/${finding}`}>{findingName(state.rule, state, called)}</a>
      </p>
    ),
    button: "Ghi đánh giá vào nhật ký",
    next: () => `/console/findings/${finding}`,
  });
}
