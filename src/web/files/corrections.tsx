/** Đính chính: the old stays readable beside the new, with the reason and the day. */

import type { Acts } from "../../domain/cases/recorded.ts";
import { actEntry } from "../../law/act.ts";
import type { Opened } from "../../service/opened.ts";
import { formatDay } from "../day-text.ts";
import { SealedText } from "../sealed-text.tsx";

const fieldWords = {
  happenedOn: "ngày thực hiện",
  sentOn: "ngày gửi",
  receivedOn: "ngày nhận",
  plannedFor: "ngày dự kiến",
  subject: "đối tượng",
  answers: "hành vi được trả lời",
  traits: "đặc điểm",
} as const;

export function Corrections({ state, opened }: { readonly state: Acts; readonly opened: Opened }) {
  if (state.corrections.length === 0) return undefined;
  return (
    <>
      <h2>Đính chính</h2>
      <ul>
        {state.corrections.map((correction) => {
          const act = state.acts.find(({ id }) => id === correction.act);
          return (
            <li>
              {formatDay(correction.correctedOn)}:{" "}
              {act === undefined ? "quyết định thi hành án" : actEntry(act.type).vi}, {fieldWords[correction.field]}:{" "}
              <del>{written(correction.before)}</del> → <ins>{written(correction.after)}</ins>. Lý do:{" "}
              <SealedText field={correction.reason} opened={opened} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function written(value: unknown): string {
  return value === undefined ? "không có" : JSON.stringify(value);
}
