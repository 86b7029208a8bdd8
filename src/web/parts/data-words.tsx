/** The data of an event as people read it: each field and each code by its words, days as dd/mm/yyyy, texts in full. */

import type { Child } from "hono/jsx";
import { parseDay } from "../../base/day.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { Secret } from "../../domain/secret.ts";
import type { Host } from "../../service/host.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { placeholderNumber } from "../../service/reading/preview.ts";
import { formatDay } from "./day-text.ts";
import { short } from "./rows.ts";
import { codeIn, fieldName } from "../words/data.ts";
import { sourceNames, subjectWords } from "../words/files.ts";
import { traitText } from "../words/traits.ts";

export type OfficeNames = ReadonlyMap<string, string>;

/** officesIn names the offices that the data mention. */
export async function officesIn(data: unknown, host: Host): Promise<OfficeNames> {
  const named = await namedOffices([...new Set(idsIn(data, ""))], host);
  return new Map([...named].map(([id, { name }]) => [id, name]));
}

const officeFields = ["agency", "court", "office", "procuracy", "issuer", "addressee", "to", "superior", "successor"];

function idsIn(value: unknown, field: string): readonly OfficeId[] {
  if (typeof value === "string") return officeFields.includes(field) ? asList(parseId<OfficeId>(value)) : [];
  if (typeof value !== "object" || value === null || value instanceof Secret) return [];
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name));
}

function asList<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

export function DataWords({ data, offices }: { readonly data: object; readonly offices: OfficeNames }): Child {
  const corrects = "field" in data && data.field === "traits" ? ["before", "after"] : [];
  const fields: readonly (readonly [string, unknown])[] = Object.entries(data);
  return (
    <dl>
      {fields.flatMap(([name, value]) =>
        value === undefined
          ? []
          : [
              <dt>{fieldName(name)}</dt>,
              <dd>
                {name === "traits" || corrects.includes(name) ? (
                  traitsText(value)
                ) : (
                  <Value name={name} value={value} offices={offices} />
                )}
              </dd>,
            ],
      )}
    </dl>
  );
}

interface ValueParts {
  readonly name: string;
  readonly value: unknown;
  readonly offices: OfficeNames;
}

function Value({ name, value, offices }: ValueParts): Child {
  if (value instanceof Secret) return <SealedValue value={value.value} />;
  if (typeof value === "string") return textOf(name, value, offices);
  if (typeof value === "boolean") return value ? "có" : "không";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return <List name={name} list={value} offices={offices} />;
  if (typeof value !== "object" || value === null) return "";
  return pairText(value) ?? <DataWords data={value} offices={offices} />;
}

function SealedValue({ value }: { readonly value: unknown }) {
  return (
    <>
      {typeof value === "string" ? value : JSON.stringify(value)} <span class="masked">(niêm phong)</span>
    </>
  );
}

/** The page stays small: of a list of a thousand findings it shows the number and the first five. */
const itemsListed = 5;

function List({ name, list, offices }: Omit<ValueParts, "value"> & { readonly list: readonly unknown[] }): Child {
  if (list.length === 0) return "không có";
  if (list.every((item) => typeof item !== "object")) {
    const texts = list.slice(0, itemsListed).map((item) => textOf(name, String(item), offices));
    return `${list.length > itemsListed ? `${list.length}: ` : ""}${texts.join(", ")}${list.length > itemsListed ? ", …" : ""}`;
  }
  return (
    <ol>
      {list.map((item) => (
        <li>
          <Value name={name} value={item} offices={offices} />
        </li>
      ))}
    </ol>
  );
}

function textOf(name: string, text: string, offices: OfficeNames): string {
  const day = parseDay(text);
  if (day !== undefined) return formatDay(day);
  const number = placeholderNumber(text);
  if (number !== undefined) return `mã mới số ${number}, cấp khi ghi`;
  if (parseId(text) !== undefined) return offices.get(text) ?? `mã ${short(text)}`;
  return codeIn(name, text) ?? text;
}

/** pairText writes as one text an object that stands for one thing: a day with its source, a subject with its kind, a commitment. */
function pairText(value: object): string | undefined {
  if ("sealed" in value) return "(niêm phong)";
  if ("day" in value && "source" in value) {
    const day = parseDay(value.day);
    return day && `${formatDay(day)} (${wordIn(sourceNames, value.source)})`;
  }
  if ("kind" in value && "id" in value)
    return `${wordIn(subjectWords, value.kind)} (${textOf("id", String(value.id), new Map())})`;
  return undefined;
}

function wordIn(words: Readonly<Record<string, string>>, code: unknown): string {
  return words[String(code)] ?? String(code);
}

function traitsText(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const texts = Object.entries(value).map(([name, code]) => traitText([name, String(code)]));
  return texts.length === 0 ? "không có" : texts.join("; ");
}
