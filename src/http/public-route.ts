/** Routes without a token: the log's checkpoint, hash tiles and key, its health, the API's own description. */

import type { BothTongues } from "../domain/refusals/text.ts";
import type { OpenRoute } from "./route.ts";

interface PublicRoute extends Pick<OpenRoute, "path" | "seals" | "answer"> {
  readonly summary: BothTongues;
  readonly type: string;
}

export function publicRoute({ path, summary, type, seals, answer }: PublicRoute): OpenRoute {
  return { method: "get", path, summary, access: { kind: "public" }, seals, answers: { type, status: 200 }, answer };
}
