/** Only a request says what it asks for, and it must (law 63/2014 as amended, Art.28). */

interface Asking {
  readonly kind: string;
  readonly asks?: string | undefined;
}

export function saysWhatItAsks({ kind, asks }: Asking): boolean {
  return (kind === "request") === (asks !== undefined);
}

/** The fault of a draft or an import that does not say it, or says it without being a request. */
export const asksFault = { path: ["asks"], error: "a request, and only a request, says what it asks for" };

/** The same rule in JSON Schema, for /openapi.json. */
export const asksSchema = {
  if: { type: "object", properties: { kind: { const: "request" } } },
  // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema, and nobody awaits a schema
  then: { type: "object", properties: { asks: true }, required: ["asks"] },
  else: { type: "object", properties: { asks: false } },
};
