/** The streams on which a command is decided: its own, those of whoever acts, those that say how their office stands to it. */

import type { Acting, Command, States } from "../../domain/command.ts";
import { editionStreams } from "../../domain/editions/adoption.ts";
import { type StreamName, streamName } from "../../domain/event.ts";
import { relationReads } from "../../domain/offices/jurisdiction.ts";
import type { CommandName } from "../../domain/permission.ts";

export function streamsRead<Input>(
  { command, input }: { readonly command: Command<Input, CommandName>; readonly input: Input },
  acting: Acting,
  known: States,
): readonly StreamName[] {
  const about = command.about(input, known);
  const offices = about === undefined ? [] : relationReads(about, acting.office, known);
  const own = [streamName("person", acting.person), streamName("office", acting.office)];
  const law = command.appliesLaw === true ? editionStreams : [];
  return [...new Set([...own, ...offices, ...law, ...command.reads(input, known, acting)])];
}
