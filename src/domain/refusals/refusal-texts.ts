/** The words of every refusal, once for API and console; a code without its words does not compile. */

import type { RefusalCode } from "../refusal.ts";
import { accessTexts } from "./access.ts";
import { contentsTexts } from "./contents.ts";
import { directoryTexts } from "./directory.ts";
import { existenceTexts } from "./existence.ts";
import { momentTexts } from "./moment.ts";
import { supervisionTexts } from "./supervision.ts";
import type { RefusalText } from "./text.ts";

export const refusalTexts: Readonly<Record<RefusalCode, RefusalText>> = {
  ...accessTexts,
  ...directoryTexts,
  ...existenceTexts,
  ...contentsTexts,
  ...momentTexts,
  ...supervisionTexts,
};
