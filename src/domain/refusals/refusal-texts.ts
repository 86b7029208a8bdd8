/**
 * The words of every refusal, once for the API and the console. The type makes the table exhaustive: a new code does not
 * compile without its words. http/problems/refusal-status.ts adds the HTTP status of each.
 */

import type { RefusalCode } from "../refusal.ts";
import { accessTexts } from "./access.ts";
import { contentsTexts } from "./contents.ts";
import { existenceTexts } from "./existence.ts";
import { momentTexts } from "./moment.ts";
import { supervisionTexts } from "./supervision.ts";
import type { RefusalText } from "./text.ts";

export const refusalTexts: Readonly<Record<RefusalCode, RefusalText>> = {
  ...accessTexts,
  ...existenceTexts,
  ...contentsTexts,
  ...momentTexts,
  ...supervisionTexts,
};
