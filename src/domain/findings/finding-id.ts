/**
 * The id of a finding follows from the deadline it judges, so the stream of that judgment has one name. The database refuses
 * a second version 1 of it, and of two procurators who judge the same deadline at once only one is recorded. Nothing secret
 * goes into the id: the ids and the rule stand in the clear in the same leaf.
 */

import type { FileName } from "../event.ts";
import { utf8 } from "../../base/bytes.ts";
import { type FindingId, formatId } from "../../base/ids.ts";
import { digest } from "../../log/hash.ts";

/** findingId is the first 16 bytes of SHA-256("minh-chung/finding/v1\n<kind>/<id>\n<deadline>"). */
export function findingId(about: FileName, deadline: string): FindingId {
  return formatId<FindingId>(
    digest(utf8(`minh-chung/finding/v1\n${about.kind}/${about.id}\n${deadline}`)).subarray(0, 16),
  );
}
