/** What an export says of the log at its head: how many entries it had, and the root that covers them. */

import { given } from "../../base/given.ts";
import { formatHashBase64 } from "../../log/hash.ts";
import { newestSize, rootIn } from "../sealing/own-checkpoint.ts";
import { shownCheckpoint, type ShowingHost } from "../sealing/shown-checkpoint.ts";

export interface VouchedLog {
  readonly size: number;
  /** In base64, as a checkpoint writes it; absent for an empty log, and where this process can vouch for no root. */
  readonly root?: string;
}

export async function vouchedLog(host: ShowingHost): Promise<VouchedLog> {
  const newest = await newestSize(host);
  if (newest === undefined || newest.isOther) return { size: newest?.size ?? 0 };
  const shown = await shownCheckpoint(host);
  const root = shown && rootIn(shown.note);
  return { size: shown?.size ?? 0, ...given({ root: root && formatHashBase64(root) }) };
}
