/** Changes of the directory that two administrators make: proposed by one, adopted by another, in the same words. */

import { z } from "zod";
import { bytesToHex, utf8 } from "../../../base/bytes.ts";
import { canonicalJson, type Json } from "../../../base/canonical-json.ts";
import type { Id } from "../../../base/ids.ts";
import { digest } from "../../../log/hash.ts";
import { roles } from "../../event.ts";
import { commitment, day, id, publicKey } from "../../field.ts";

export type ProposalId = Id<"proposal">;

const office = id<"office">();
const person = id<"person">();

/** Without `from` the role begins on the day of the adoption. */
const grant = {
  do: z.literal("grant-role"),
  person,
  office,
  role: z.enum(roles),
  from: z.exactOptional(day),
  until: z.exactOptional(day),
};
const registerKey = z.strictObject({ do: z.literal("register-key"), person, publicKey });
const supervision = z.strictObject({
  do: z.literal("assign-supervision"),
  office,
  procuracy: office,
  from: day,
  until: z.exactOptional(day),
});
const closing = z.strictObject({
  do: z.literal("close-office"),
  office,
  closedOn: day,
  successor: z.exactOptional(office),
});

/** A change as an administrator asks for it. */
export const askedChange = z.discriminatedUnion("do", [z.strictObject(grant), registerKey, supervision, closing]);
export type AskedChange = z.infer<typeof askedChange>;

/**
 * A change as it is proposed. A grant names the person's login and their signing keys in force, so that whoever adopts it
 * answers for these too, whenever and by whomever they were registered.
 */
export const proposedChange = z.discriminatedUnion("do", [
  z.strictObject({ ...grant, login: id<"login">(), keys: z.array(id<"key">()) }),
  registerKey,
  supervision,
  closing,
]);
export type ProposedChange = z.infer<typeof proposedChange>;

/** digestOf returns SHA-256 of the change's canonical JSON: what was proposed is adopted in the same words. */
export function digestOf(change: ProposedChange): z.infer<typeof commitment> {
  return commitment.parse(bytesToHex(digest(utf8(canonicalJson(change satisfies Json)))));
}
