/** Requests of data subjects, which the agency that keeps the file answers (decrees 13/2023, 356/2025); read at second hand, so hints. */

import { expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, file, obligations, states, subject } from "../given.ts";

const [first, second] = [subject("data-request", "first"), subject("data-request", "second")];
const asked = (of: typeof first, receivedOn: string): Act => act("data-request-received", of, { receivedOn });

test("each request from 2026 on must be answered within two working days", () => {
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

test("a request until 2025 had to be carried out within 72 hours, days off included", () => {
  const acts = [
    asked(first, "2025-01-25"),
    asked(second, "2025-01-25"),
    act("data-request-carried-out", first, "2025-01-28"),
  ];
  expect(states("PDP_72H", file(acts), "2025-01-29")).toEqual({ first: "met", second: "missed" });
});
