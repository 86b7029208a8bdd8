/** The pages on which a law keeper proposes an edition, and a second one adopts it. The preview shows what the edition is. */

import { adoptEdition, type EditionInput, proposeEdition } from "../../domain/editions/commands.ts";
import { offerOf } from "../../domain/editions/offer.ts";
import type { Command } from "../../domain/command.ts";
import type { CommandName } from "../../domain/permission.ts";
import { withKnown } from "../../service/reading/law-page.ts";
import { actPage } from "../form/act-form.tsx";
import type { ConsoleContext } from "../frame/visit.ts";

export async function proposeEditionPage(c: ConsoleContext): Promise<Response> {
  const button = "Đề nghị bộ quy tắc, ghi vào nhật ký";
  return editionPage(c, { command: proposeEdition, title: "Đề nghị bộ quy tắc", button });
}

export async function adoptEditionPage(c: ConsoleContext): Promise<Response> {
  const button = "Thông qua bộ quy tắc, ghi vào nhật ký";
  return editionPage(c, { command: adoptEdition, title: "Thông qua bộ quy tắc", button });
}

interface EditionAct {
  readonly command: Command<EditionInput, CommandName>;
  readonly title: string;
  readonly button: string;
}

async function editionPage(c: ConsoleContext, { command, title, button }: EditionAct): Promise<Response> {
  const { host } = c.var.visit;
  const digest = c.req.param("digest");
  // The command refuses a digest that this program does not have, whatever the number.
  const edition = host.law.known.map(offerOf).find((offer) => offer.digest === digest)?.edition ?? 1;
  return actPage(c, {
    title,
    command,
    input: () => ({ edition, digest }),
    labels: { edition: "Bộ quy tắc số", digest: "Mã băm" },
    complete: async (input) => withKnown(input, host),
    button,
    next: () => "/console/law",
  });
}
