/** The command that opens an intake; acts are recorded on it as on a case (files/commands.ts). */

import { done } from "../../base/outcome.ts";
import { type IntakeInput, intakeInput } from "./input.ts";
import type { Command } from "../command.ts";
import { streamName } from "../event.ts";
import { decideIntake } from "./opening-intake.ts";

export const openIntake: Command<IntakeInput, "open-intake"> = {
  name: "open-intake",
  input: intakeInput,
  reads: ({ agency, court }) =>
    [agency, court].filter((office) => office !== undefined).map((office) => streamName("office", office)),
  about: (input) => input.agency,
  decide: (input, context) => {
    const opened = decideIntake(input, context);
    return opened.ok ? done({ events: opened.value.events }) : opened;
  },
};
