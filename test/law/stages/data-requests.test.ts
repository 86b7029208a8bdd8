/** A person asks what a case holds of them: the agency that keeps the file answers (decree 13/2023, decree 356/2025); read at second hand, so a hint. */

import { expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, file, obligations, states, subject } from "../given.ts";

const [first, second] = [subject("data-request", "first"), subject("data-request", "second")];
const asked = (of: typeof first, receivedOn: string): Act => act("data-request-received", of, { receivedOn });

test("from 2026 on it is answered within two working days, each request for itself", () => {
  const acts = [
    asked(first, "2026-11-20"),
    asked(second, "2026-11-20"),
    act("data-request-acknowledged", second, "2026-11-25"),
  ];
  expect(obligations("PDP_ACK", file(acts), "2026-11-26")).toMatchObject([
    { subject: first, dueOn: "2026-11-25", state: "missed", weight: "hint", owner: "data-controller" },
    { subject: second, dueOn: "2026-11-25", state: "met" },
  ]);
});

test("until 2025 it was carried out within 72 hours, on days off too", () => {
  const acts = [
    asked(first, "2025-01-25"),
    asked(second, "2025-01-25"),
    act("data-request-carried-out", first, "2025-01-28"),
  ];
  expect(states("PDP_72H", file(acts), "2025-01-29")).toEqual({ first: "met", second: "missed" });
});
