/** Routes that are open to anyone: the log's checkpoint, hash tiles and key, its health, the API's own description. */

import type { Outcome } from "../base/outcome.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import type { Asked, Route } from "./route.ts";

interface Open {
  readonly path: string;
  readonly summary: BothTongues;
  readonly type: string;
  readonly answer: (asked: Asked) => Promise<Outcome<Reply, Problem>>;
}

export function open({ path, summary, type, answer }: Open): Route {
  return { method: "get", path, summary, access: { kind: "open" }, answers: { type, status: 200 }, answer };
}
