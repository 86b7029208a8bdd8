/** A form as it was sent, read within its size and a time before anything is borrowed for it. */

import type { Context } from "hono";
import { type BodyFault, readBody } from "../../service/admitting/sent-body.ts";
import { mostFormBytes } from "../form/form-values.ts";
import { writePage } from "../frame/page.tsx";
import type { ConsoleEnv } from "../frame/visit.ts";
import { Refused } from "../parts/refused.tsx";
import { bodyWords } from "../words/denials.ts";

/** Reads the form of a POST into the context; returns the page that refuses it, if it cannot be read. */
export async function takeForm(c: Context<ConsoleEnv>): Promise<Response | undefined> {
  if (c.req.method !== "POST") return undefined;
  const sent = await readBody(c.req.raw, { most: mostFormBytes });
  if (!sent.ok) return refuseForm(c, sent.refusal);
  c.set("sent", sent.value);
  return undefined;
}

const statuses = { "body-too-large": 413, "body-too-slow": 408, "body-cut-off": 400 } as const;

async function refuseForm(c: Context, fault: BodyFault): Promise<Response> {
  const page = await writePage({
    title: "Không nhận được nội dung gửi",
    children: <Refused text={bodyWords[fault]} />,
  });
  return c.html(page, statuses[fault]);
}
