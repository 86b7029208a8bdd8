/** Reads the outer fields of an event from its bytes; nothing in them makes it throw. */

import { z } from "zod";
import { parseJson } from "../../base/unknown-json.ts";
import { actor } from "../event.ts";
import { instant } from "../field.ts";

/** The fields that authority looks at; the rest of the envelope is checked by the log and by the schemas. */
const head = z.object({
  actor,
  at: instant,
  data: z.unknown(),
  stream: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  type: z.string(),
  v: z.literal(1),
});
export type ReadHead = z.infer<typeof head>;

export function readHead(event: Uint8Array): ReadHead | undefined {
  return head.safeParse(parseJson(event)).data;
}
