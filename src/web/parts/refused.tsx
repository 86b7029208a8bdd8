/** A refusal at the top of the page: what is wrong, in which input, under which rule and by when, and what to do. */

import type { Day } from "../../base/day.ts";
import { parseDay } from "../../base/day.ts";

import type { Refusal } from "../../domain/refusal.ts";
import { actEntry, isActType } from "../../law/act.ts";
import { dayNameWords } from "../../law/telling/words.ts";
import { EntryLink } from "./entry-link.tsx";
import { formatDay } from "./day-text.ts";
import { ruleName } from "../words/law.ts";
import { codeIn, fieldName } from "../words/data.ts";
import { recorderWords, subjectWords } from "../words/files.ts";
import { refusalWords, type ScreenText } from "../words/denials.ts";

/** A wrong input, and what is wrong with it. */
export interface WrongField {
  readonly label: string;
  readonly wrong: string;
  /** The link to the input; absent when the input is not on the page. */
  readonly link?: string;
  /** The entry of the log that the fault is about. */
  readonly entry?: number;
}

interface RefusedParts {
  readonly text: ScreenText;
  readonly refusal?: Refusal | undefined;
  readonly fields?: readonly WrongField[] | undefined;
}

export function Refused({ text, refusal, fields = [] }: RefusedParts) {
  return (
    <section class="refused" role="alert" aria-labelledby="refused">
      <h2 id="refused">✗ {text.vi}</h2>
      <p lang="en">{text.en}.</p>
      {fields.length === 0 ? undefined : (
        <ul>
          {fields.map(({ label, wrong, link, entry }) => (
            <li>
              {link === undefined ? label : <a href={link}>{label}</a>}: {wrong}
              {entry === undefined ? undefined : (
                <>
                  {" "}
                  (xem <EntryLink index={entry} />)
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {refusal === undefined ? undefined : <Grounds refusal={refusal} />}
      <p>{text.todo}</p>
    </section>
  );
}

/** Codes are for the operator, to whom the person may have to tell them, and are folded away. */
function Grounds({ refusal }: { readonly refusal: Refusal }) {
  const { code, rule, citation, lastDay, detail = {} } = refusal;
  const codes = [code, ...(rule === undefined ? [] : [rule])];
  return (
    <>
      <dl>
        {rule === undefined ? undefined : (
          <Line name="Quy tắc" value={citation === undefined ? ruleName(rule) : `${ruleName(rule)}, ${citation}`} />
        )}
        {lastDay === undefined ? undefined : <Line name="Ngày cuối cùng" value={formatDay(lastDay)} />}
        {Object.entries(detail)
          .filter(isTold)
          .map(([name, value]) => (
            <Line
              name={detailNames[name] ?? fieldName(name)}
              value={name in coded ? codedValue(name, value) : detailValue(name, value)}
            />
          ))}
      </dl>
      <details>
        <summary>Mã cho người vận hành</summary>
        <p class="code">{codes.join(", ")}</p>
      </details>
    </>
  );
}

/** An id tells a person nothing: the words say what it stands for, and the page shows it by name. */
function isTold([, value]: readonly [string, string | number]): boolean {
  return !/[0-9a-f]{32}/.test(String(value));
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

const detailNames: Readonly<Record<string, string>> = {
  day: "Ngày đã ghi",
  notBefore: "Không được trước ngày",
  today: "Hôm nay",
  status: "Trạng thái",
  entries: "Số mục của nhật ký",
  n: "Số hồ sơ có vi phạm (n)",
  of: "Số hồ sơ đã xem (N)",
  findings: "Số vi phạm",
  finding: "Vi phạm",
  most: "Nhiều nhất",
  bytes: "Số byte",
  lines: "Số dòng",
  line: "Dòng",
  refused: "Số dòng bị từ chối",
  owner: "Người có nghĩa vụ",
  running: "Bộ quy tắc mà máy chủ dùng",
  counting: "Bộ quy tắc đang có hiệu lực",
  dispute: "Giai đoạn tranh chấp",
  kind: "Loại",
  settled: "Đã giải quyết xong",
  next: "Số tiếp theo",
  instrument: "Văn bản",
  rule: "Quy tắc",
  version: "Bản của quy tắc",
  proposed: "Hình thức được đề xuất",
  type: "Loại hành vi",
  takes: "Có thể ghi",
  makes: "Hành vi này tự làm phát sinh",
  order: "Thứ tự các ngày",
  source: "Nguồn của ngày",
  recorders: "Ai được ghi",
};

/** The details whose values are codes, each with the words of a code. */
const coded: Readonly<Record<string, (code: string) => string>> = {
  type: catalogueWord,
  takes: catalogueWord,
  makes: catalogueWord,
  order: catalogueWord,
  recorders: (code) => recorderWords[code] ?? code,
};

/** Names a type of act, a kind of subject or a day of an act. */
function catalogueWord(code: string): string {
  if (code === "any") return "hành vi bất kỳ";
  if (isActType(code)) return actEntry(code).vi;
  const words: Readonly<Record<string, string>> = { ...subjectWords, ...dayWords };
  return words[code] ?? code;
}

const dayWords = Object.fromEntries(Object.entries(dayNameWords).map(([name, { vi }]) => [name, vi]));

function codedValue(name: string, value: string | number): string {
  return String(value)
    .split(" ")
    .map((code) => coded[name]?.(code) ?? code)
    .join(", ");
}

function detailValue(name: string, value: string | number): string {
  const day: Day | undefined = parseDay(value);
  if (day !== undefined) return formatDay(day);
  const text = String(value);
  return codeIn(name, text) ?? text;
}

export function refusalPage(refusal: Refusal) {
  return <Refused text={refusalWords(refusal)} refusal={refusal} />;
}
