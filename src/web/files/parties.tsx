/** The parties and assets of a case. Names and descriptions are covered unless their disclosure was just recorded. */

import type { CaseAsset, CaseParty } from "../../domain/files/case.ts";
import type { CommittedField } from "../../domain/field.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { textBehind } from "../parts/committed-text.tsx";
import { assetWords, sideWords } from "../words/files.ts";
import { Table } from "../parts/table.tsx";

export function Parties({
  parties,
  names,
}: {
  readonly parties: readonly CaseParty[];
  readonly names: Opened | undefined;
}) {
  return (
    <Table
      caption="Đương sự"
      rows={parties}
      columns={[
        { head: "Số", cell: (_party, i) => i + 1 },
        { head: "Tư cách", cell: ({ side }) => sideWords[side] },
        {
          head: "Họ tên",
          cell: ({ name }) => <Personal field={name} names={names} covered="(họ tên được che)" />,
        },
        { head: "Ghi chú", cell: notesOn },
      ]}
    />
  );
}

function notesOn({ inPrison, addressUnknown }: CaseParty): string {
  const notes = [
    inPrison === true ? "đang chấp hành án phạt tù" : undefined,
    addressUnknown === true ? "chưa rõ nơi cư trú" : undefined,
  ];
  return notes.filter((note) => note !== undefined).join("; ");
}

export function Assets({
  assets,
  names,
}: {
  readonly assets: readonly CaseAsset[];
  readonly names: Opened | undefined;
}) {
  if (assets.length === 0) return <p>Chưa ghi nhận tài sản.</p>;
  return (
    <Table
      caption="Tài sản"
      rows={assets}
      columns={[
        { head: "Số", cell: (_asset, i) => i + 1 },
        { head: "Loại", cell: ({ kind }) => assetWords[kind] },
        {
          head: "Mô tả",
          cell: ({ description }) => <Personal field={description} names={names} covered="(mô tả được che)" />,
        },
      ]}
    />
  );
}

function Personal({
  field,
  names,
  covered,
}: {
  readonly field: CommittedField | undefined;
  readonly names: Opened | undefined;
  readonly covered: string;
}) {
  if (field === undefined) return <>không ghi</>;
  const text = names && textBehind(field, names);
  if (text !== undefined) return <>{text}</>;
  return <span class="masked">{names === undefined ? covered : "(đã xóa)"}</span>;
}
