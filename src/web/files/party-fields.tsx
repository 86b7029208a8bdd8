/** The inputs of a party and of an asset, alone on a page of their own or as a numbered row when a case is opened. */

import { given } from "../../base/given.ts";
import { Checkbox, type Filling, Select, TextArea, TextField } from "../form/fields.tsx";
import { optionsOf } from "../form/fields.tsx";
import { filled, type FormValues } from "../form/form-values.ts";
import { assetWords, sideWords } from "../words/files.ts";

interface RowParts {
  /** The number of the row; undefined when there is only one. */
  readonly row?: number;
  readonly filling: Filling;
}

const personalHint = "Dữ liệu cá nhân: được che, mỗi lần mở xem là một mục nhật ký.";
const choose = { value: "", label: "— chọn một —" };

export function PartyFields({ row, filling }: RowParts) {
  const { name, label } = naming("parties", "đương sự", row);
  return (
    <>
      <Select
        name={name("side")}
        label={label("Tư cách")}
        filling={filling}
        options={[choose, ...optionsOf(sideWords)]}
      />
      <TextField name={name("name")} label={label("Họ tên")} hint={personalHint} filling={filling} />
      <Checkbox
        name={name("inPrison")}
        label={label("Còn phải chấp hành án phạt tù từ hai năm trở lên")}
        filling={filling}
      />
      <Checkbox name={name("addressUnknown")} label={label("Chưa rõ nơi cư trú")} filling={filling} />
    </>
  );
}

export function typedParty(values: FormValues, row?: number): object {
  const { name } = naming("parties", "", row);
  return given({
    side: filled(values, name("side")),
    inPrison: filled(values, name("inPrison")) !== undefined,
    addressUnknown: filled(values, name("addressUnknown")) !== undefined,
    name: filled(values, name("name")),
  });
}

export function partyLabels(row?: number): Readonly<Record<string, string>> {
  const { name, label } = naming("parties", "đương sự", row);
  return { [name("side")]: label("Tư cách"), [name("name")]: label("Họ tên") };
}

export function AssetFields({ row, filling }: RowParts) {
  const { name, label } = naming("assets", "tài sản", row);
  return (
    <>
      <Select
        name={name("kind")}
        label={label("Loại")}
        filling={filling}
        options={[choose, ...optionsOf(assetWords)]}
      />
      <TextArea name={name("description")} label={label("Mô tả")} hint={personalHint} filling={filling} />
    </>
  );
}

export function typedAsset(values: FormValues, row?: number): object {
  const { name } = naming("assets", "", row);
  return given({ kind: filled(values, name("kind")), description: filled(values, name("description")) });
}

export function assetLabels(row?: number): Readonly<Record<string, string>> {
  const { name, label } = naming("assets", "tài sản", row);
  return { [name("kind")]: label("Loại"), [name("description")]: label("Mô tả") };
}

/** naming adds the row to each label, because two inputs that a screen reader reads alike cannot be told apart. */
function naming(list: string, what: string, row: number | undefined) {
  if (row === undefined) return { name: (part: string) => part, label: (words: string) => words };
  return {
    name: (part: string) => `${list}.${row}.${part}`,
    label: (words: string) => `${words} (${what} ${row + 1})`,
  };
}
