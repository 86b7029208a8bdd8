/** Answers in JSON. No cache on the way keeps them, because what a reader may see is for that reader alone. */

import { given } from "../base/given.ts";
import { formatEtag } from "./etag.ts";
import type { Reply } from "./reply.ts";

export interface JsonHeaders {
  /** Version of the stream that is shown. */
  readonly version?: number;
  /** URL of the next page of a list. */
  readonly next?: string;
}

/** Leaves out fields that are undefined. */
export function jsonReply(value: unknown, { version, next }: JsonHeaders = {}): Reply {
  const etag = version === undefined ? undefined : formatEtag(version);
  const link = next === undefined ? undefined : `<${next}>; rel="next"`;
  return jsonText(JSON.stringify(value), given({ etag, link }));
}

export function jsonText(text: string, headers: Readonly<Record<string, string>> = {}, status = 200): Reply {
  return {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      vary: "authorization, acting-office",
      ...headers,
    },
    body: text,
  };
}
