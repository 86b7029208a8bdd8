/** The forms of answers, as /openapi.json describes them: a problem, a receipt, a disclosure, a page of a list. */

import { problemCodes } from "../problem.ts";
import { mostViolations } from "../problems/violation-list.ts";
import { withheldTexts } from "../../service/recording/showing.ts";
import type { AnswerForm } from "../route.ts";

type Schema = Readonly<Record<string, unknown>>;

/** closed describes an object with these members and no others; those of `optional` may be left out. */
function closed(required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema {
  return {
    type: "object",
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

const text = { type: "string" };
const index = { type: "integer", minimum: 0 };
const hash = { type: "string", pattern: "^[0-9a-f]{64}$" };
const day = { type: "string", format: "date" };
const objects = { type: "array", items: { type: "object" } };

/** RFC 9457, with members of our own (src/README.md#conventions-of-the-api). */
const problem = closed(
  { type: text, code: { enum: problemCodes }, status: { type: "integer" }, title: text, detail: text },
  {
    rule: text,
    citation: text,
    lastDay: day,
    current: index,
    recorded: { enum: ["yes", "no", "unknown"] },
    reason: text,
    until: { type: "string", format: "date-time" },
    /** Violations beyond those that are listed. */
    more: index,
    violations: {
      type: "array",
      maxItems: mostViolations,
      items: closed({ pointer: text, code: text, detail: text }, { line: { type: "integer", minimum: 1 } }),
    },
  },
);

/** One receipt for each entry, or one for the range of entries of a bulk (src/log/FORMAT.md#receipts). */
const receipt = {
  oneOf: [
    closed({
      entries: { type: "array", items: closed({ entry: { type: "object" }, leafHash: hash, receipt: text }) },
    }),
    closed({ range: closed({ start: index, end: index }), prev: hash, receipt: text, events: objects }),
  ],
};

const recorded = { $ref: "#/components/schemas/Receipt" };

/** The receipt of the entry that says who looked, and the values by their commitments, or why a repeat shows none. */
const disclosure = {
  oneOf: [
    closed({ recorded, values: { type: "object" } }),
    closed({ recorded, withheld: closed({ code: { enum: Object.keys(withheldTexts) }, detail: text }) }),
  ],
};

/** A page of a list as of a day; `next` is the address of the next page. */
const page = closed({ asOf: day, items: objects }, { next: text });

export const answerSchemas: Readonly<Record<AnswerForm | "Problem", Schema>> = {
  Problem: problem,
  Receipt: receipt,
  Disclosure: disclosure,
  Page: page,
};
