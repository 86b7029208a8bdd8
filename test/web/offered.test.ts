/** The screens offer an act on an instrument where its rule takes it, and nowhere else. */

import { expect, test } from "vitest";
import { actsOpenTo } from "../../src/web/instruments/acts.ts";
import { claim, importedProtest, received, type Sent, stateOf, verify } from "../kit/host/instrument.ts";

const anyone = { issuer: () => true, addressee: () => true, arbiter: () => true, supreme: () => true };

function offered(sent: Sent): readonly string[] {
  return actsOpenTo(stateOf(sent), anyone).map(({ path }) => path);
}

test("a protest received under the law of 2008, which knew no reconsideration, can be reported at once (Art.161(2))", () => {
  expect(offered(importedProtest("2025-03-03", "2025-03-10"))).toContain("report");
});

test("a protest received under the law of 2025 cannot be reported before the procuracy maintained it (Art.113(2))", () => {
  expect(offered(received("protest"))).not.toContain("report");
});

test("a recommendation can be reported under no law", () => {
  expect(offered(received("recommendation"))).not.toContain("report");
});

test("a recommendation can be closed when all its findings are settled, and not before", () => {
  const sent = received("recommendation");
  claim(sent, "2026-11-10");
  verify(sent, "confirmed", [sent.findings[0]]);
  expect(offered(sent)).not.toContain("close");
  verify(sent, "confirmed", [sent.findings[1]]);
  expect(offered(sent)).toContain("close");
});
