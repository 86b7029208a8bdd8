/** The data of an event as people read it: fields, codes and ids by their words, days as dd/mm/yyyy, texts in full. */

import type { Child } from "hono/jsx";
import { parseDay } from "../../base/day.ts";
import { parseId } from "../../base/ids.ts";
import { Secret } from "../../domain/secret.ts";
import { placeholderNumber } from "../../service/reading/preview.ts";
import { formatDay } from "./day-text.ts";
import { type DataNames, itemsNamed } from "./data-names.ts";
import { codeIn, fieldName } from "../words/data.ts";
import { sourceNames, subjectWords } from "../words/files.ts";
import { traitText } from "../words/traits.ts";

export function DataWords({ data, names }: { readonly data: object; readonly names: DataNames }): Child {
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
                  <Value name={name} value={value} names={names} />
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
  readonly names: DataNames;
}

function Value({ name, value, names }: ValueParts): Child {
  if (value instanceof Secret) return <SealedValue value={value.value} />;
  if (typeof value === "string")
    return digest.test(value) ? <span class="code">{value}</span> : textOf(name, value, names);
  if (typeof value === "boolean") return value ? "có" : "không";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return <List name={name} list={value} names={names} />;
  if (typeof value !== "object" || value === null) return "";
  return pairText(value, names) ?? <DataWords data={value} names={names} />;
}

/** A digest is compared digit by digit, and so it is shown whole. */
const digest = /^[0-9a-f]{64}$/;

function SealedValue({ value }: { readonly value: unknown }) {
  return (
    <>
      {typeof value === "string" ? value : JSON.stringify(value)} <span class="masked">(được che)</span>
    </>
  );
}

function List({ name, list, names }: Omit<ValueParts, "value"> & { readonly list: readonly unknown[] }): Child {
  if (list.length === 0) return "không có";
  if (list.every((item) => typeof item !== "object")) {
    const texts = list.slice(0, itemsNamed).map((item) => textOf(name, String(item), names));
    const more = list.length - texts.length;
    return <Texts texts={more > 0 ? [...texts, `và ${more} nữa`] : texts} />;
  }
  return (
    <ol>
      {list.map((item) => (
        <li>
          <Value name={name} value={item} names={names} />
        </li>
      ))}
    </ol>
  );
}

/** Names have commas in them, so each of several stands on a line of its own; numbers stand side by side. */
function Texts({ texts }: { readonly texts: readonly string[] }): Child {
  if (texts.length === 1 || texts.every((text) => /^\d+$/.test(text))) return texts.join(", ");
  return (
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

function textOf(name: string, text: string, names: DataNames): string {
  const day = parseDay(text);
  if (day !== undefined) return formatDay(day);
  const number = placeholderNumber(text);
  if (number !== undefined) return "mới, cấp mã khi ghi";
  if (parseId(text) !== undefined) return names.get(text) ?? nameless;
  return codeIn(name, text) ?? text;
}

/** pairText writes as one text an object that stands for one thing: a day with its source, a subject with its kind, a commitment. */
function pairText(value: object, names: DataNames): string | undefined {
  if ("sealed" in value) return "(được che)";
  if ("day" in value && "source" in value) {
    const day = parseDay(value.day);
    return day && `${formatDay(day)} (${wordIn(sourceNames, value.source)})`;
  }
  if ("kind" in value && "id" in value) return names.get(String(value.id)) ?? wordIn(subjectWords, value.kind);
  return undefined;
}

/** What has no name that people use; its code is in the part of the page that shows the bytes. */
const nameless = "(không có tên gọi; mã ở phần “Đúng như nhật ký”)";

function wordIn(words: Readonly<Record<string, string>>, code: unknown): string {
  return words[String(code)] ?? String(code);
}

function traitsText(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const texts = Object.entries(value).map(([name, code]) => traitText([name, String(code)]));
  return texts.length === 0 ? "không có" : texts.join("; ");
}
