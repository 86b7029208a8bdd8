/** A register (sổ theo dõi) of an agency or a procuracy, for acts about no case: statistical reports and requests of data subjects. */

import type { Day } from "../../base/day.ts";
import type { OfficeId, RegisterId } from "../../base/ids.ts";
import { type Acts, withAct, withCorrection } from "./recorded.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";

export interface RegisterState extends Acts {
  readonly id: RegisterId;
  readonly office: OfficeId;
  readonly openedOn: Day;
}

export function evolveRegister(
  state: RegisterState | undefined,
  event: EventOf<"register">,
  { recordedOn }: { readonly recordedOn: Day },
): RegisterState {
  if (event.type === "register-opened") {
    if (state !== undefined) throw new ImpossibleEvent(event.type, "the register exists");
    const { register, ...rest } = event.data;
    return { id: register, ...rest, acts: [], corrections: [], version: 1 };
  }
  if (state === undefined) throw new ImpossibleEvent(event.type, "no such register");
  const version = state.version + 1;
  switch (event.type) {
    case "act-recorded":
      return { ...state, version, acts: withAct(state.acts, event.data, recordedOn) };
    case "act-corrected": {
      const correcting = { recordedOn, version, stood: { acts: state.acts.length } };
      return { ...state, version, ...withCorrection(state, event.data, correcting) };
    }
  }
}
