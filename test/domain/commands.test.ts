/** The commands on findings and instruments, against the names that the permission table knows. */

import { expect, it } from "vitest";
import { findingCommands } from "../../src/domain/findings/commands.ts";
import { instrumentCommands } from "../../src/domain/instruments/commands.ts";
import { commandNames } from "../../src/domain/permission.ts";

it("every name of a finding's or an instrument's command has one command, and no command has another name", () => {
  const first = commandNames.indexOf("confirm-detections");
  const names = [...findingCommands, ...instrumentCommands].map(({ name }) => name);
  expect(names.toSorted()).toEqual(commandNames.slice(first).toSorted());
});
