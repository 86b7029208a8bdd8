/** Parties and assets of a case. Names and descriptions are covered unless their disclosure was just recorded. */

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
    <Table caption="Đương sự" heads={["Số", "Tư cách", "Họ tên", "Ghi chú"]}>
      {parties.map((party, i) => (
        <tr>
          <th scope="row">{i + 1}</th>
          <td>{sideWords[party.side]}</td>
          <td>
            <Personal field={party.name} names={names} covered="(họ tên được che)" />
          </td>
          <td>
            {[
              party.inPrison === true ? "đang chấp hành án phạt tù" : undefined,
              party.addressUnknown === true ? "chưa rõ nơi cư trú" : undefined,
            ]
              .filter((note) => note !== undefined)
              .join("; ")}
          </td>
        </tr>
      ))}
    </Table>
  );
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
    <Table caption="Tài sản" heads={["Số", "Loại", "Mô tả"]}>
      {assets.map((asset, i) => (
        <tr>
          <th scope="row">{i + 1}</th>
          <td>{assetWords[asset.kind]}</td>
          <td>
            <Personal field={asset.description} names={names} covered="(mô tả được che)" />
          </td>
        </tr>
      ))}
    </Table>
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
