/** Opening a register of an office; acts are recorded in it as on a case (files/commands.ts). */

import { z } from "zod";
import type { RegisterId } from "../../base/ids.ts";
import { done, refused } from "../../base/outcome.ts";
import type { Command, Context } from "../command.ts";
import { streamName } from "../event.ts";
import { day, id } from "../field.ts";
import { agencyKinds, isOpen, procuracyKinds } from "../offices/office.ts";
import type { Refusal } from "../refusal.ts";

const registerInput = z.strictObject({ office: id<"office">(), openedOn: day });
type RegisterInput = z.infer<typeof registerInput>;

export const openRegister: Command<RegisterInput, "open-register"> = {
  name: "open-register",
  input: registerInput,
  reads: ({ office }) => [streamName("office", office)],
  about: ({ office }) => office,
  decide: (input, context) => {
    const refusal = impossibility(input, context);
    if (refusal !== undefined) return refused(refusal);
    const register = context.newId<RegisterId>();
    const event = { type: "register-opened", data: { register, ...input } } as const;
    return done({ events: [{ kind: "register", id: register, event }] });
  },
};

function impossibility({ office: of, openedOn }: RegisterInput, { states, today }: Context): Refusal | undefined {
  const office = states.of("office", of);
  if (office === undefined) return { code: "unknown-office", at: "/office" };
  if (![...agencyKinds, ...procuracyKinds].includes(office.kind)) return { code: "wrong-addressee", at: "/office" };
  if (!isOpen(office, openedOn)) return { code: "office-closed", at: "/office" };
  return openedOn > today ? { code: "day-in-future", at: "/openedOn" } : undefined;
}
