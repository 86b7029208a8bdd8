/** Answers in JSON. What somebody may see is theirs alone: no cache on the way keeps it. */

import { formatEtag } from "./etag.ts";
import type { Reply } from "./reply.ts";

export interface JsonHeaders {
  /** The version of the stream that is shown. */
  readonly version?: number;
  /** The cursor of the next page, in a URL of this list. */
  readonly next?: string;
}

/** Fields that are undefined are left out. */
export function jsonReply(value: unknown, { version, next }: JsonHeaders = {}): Reply {
  return jsonText(JSON.stringify(value), {
    ...(version === undefined ? {} : { etag: formatEtag(version) }),
    ...(next === undefined ? {} : { link: `<${next}>; rel="next"` }),
  });
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
