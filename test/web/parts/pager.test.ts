/** Cursors in addresses: the place after a row, which its own page takes again, and nothing else. */

import { expect, test } from "vitest";
import { cursorIn, deadlineKey, idKey } from "../../../src/web/parts/pager.tsx";

const id = "0123456789abcdef".repeat(2);

test.each([
  [`2026-11-30~PROTEST_REPLY/${id}/${id}`, deadlineKey],
  [`infinity~PROTEST_REPLY/${id}/${id}`, deadlineKey],
  [`2026-11-30~${id}`, idKey],
  [`infinity~${id}`, idKey],
])("%s is a place in a list, also after a row without a day", (text, key) => {
  expect(cursorIn(text, key)).toBe(text);
});

test.each(["", "infinity", `2026-02-30~${id}`, `-infinity~${id}`, `2026-11-30~${id}~`, `2026-11-30~x`, id])(
  "“%s” is none",
  (text) => {
    expect(cursorIn(text, idKey)).toBeUndefined();
  },
);
