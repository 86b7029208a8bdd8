/** The pages that add a party or an asset which became known after the case was opened. */

import { caseCommands } from "../../domain/files/commands.ts";
import { actPage } from "../form/act-form.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { actFileFor, actFilePath } from "./asked-file.ts";
import { backToFile } from "./file-ways.tsx";
import { AssetFields, assetLabels, PartyFields, partyLabels, typedAsset, typedParty } from "./party-fields.tsx";

export async function addPartyPage(c: ConsoleContext): Promise<Response> {
  const file = await actFileFor(c, "case", "add-party");
  if (!file.ok) return file.refusal;
  return actPage(c, {
    title: "Thêm đương sự",
    command: caseCommands["add-party"],
    input: (values) => ({ case: file.value.state.id, ...typedParty(values) }),
    labels: { ...partyLabels(), case: "Hồ sơ" },
    fields: (filling) => <PartyFields filling={filling} />,
    aside: await backToFile(file.value, c.var.visit),
    button: "Thêm, ghi vào nhật ký",
    next: () => `${actFilePath(file.value)}#parties`,
  });
}

export async function addAssetPage(c: ConsoleContext): Promise<Response> {
  const file = await actFileFor(c, "case", "add-asset");
  if (!file.ok) return file.refusal;
  return actPage(c, {
    title: "Thêm tài sản",
    command: caseCommands["add-asset"],
    input: (values) => ({ case: file.value.state.id, ...typedAsset(values) }),
    labels: { ...assetLabels(), case: "Hồ sơ" },
    fields: (filling) => <AssetFields filling={filling} />,
    aside: await backToFile(file.value, c.var.visit),
    button: "Thêm, ghi vào nhật ký",
    next: () => `${actFilePath(file.value)}#parties`,
  });
}
