/** Pages for those who are not let in: too many requests, not registered, no office chosen, not permitted. */

import type { Context } from "hono";
import type { Refusal } from "../../domain/refusal.ts";
import type { NotAdmitted } from "../../service/admitting/admission.ts";
import { writePage } from "../frame/page.tsx";
import { Refused, refusalPage } from "../parts/refused.tsx";
import { limitedWords } from "../words/denials.ts";
import { officePath } from "./office-path.ts";

export async function refuseEntry(c: Context, denial: NotAdmitted): Promise<Response> {
  if (denial.kind === "refused") return refuseVisit(c, denial.refusal);
  c.header("retry-after", String(denial.retryAfter));
  const children = <Refused text={limitedWords(denial.retryAfter)} />;
  return c.html(await writePage({ title: "Chưa vào được", children }), 429);
}

export async function refuseVisit(c: Context, refusal: Refusal): Promise<Response> {
  if (refusal.code === "office-needed" || refusal.code === "office-not-yours") return c.redirect(officePath, 303);
  return c.html(await writePage({ title: "Không vào được", children: refusalPage(refusal) }), 403);
}
