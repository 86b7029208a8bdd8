/** /openapi.json as its readers use it: each schema compiled by a strict validator of JSON Schema 2020-12. */

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly method: "get" | "post";
  /** With names in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The schema of the body by media type. */
  readonly bodies: Readonly<Record<string, Schema>>;
  /** The schema of the answer by status, or `default`, and media type. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

interface Written {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, WrittenOperation>>>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface WrittenOperation {
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

export class Document {
  readonly text: string;
  readonly operations: readonly Operation[];
  readonly #ajv: Ajv2020;

  constructor(text: string) {
    this.text = text;
    const written = JSON.parse(text) as Written;
    this.operations = Object.entries(written.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => read(method, path, operation)),
    );
    // Strict: an unknown keyword or format, or one that says nothing for the type, is an error of the document.
    this.#ajv = new Ajv2020({ strict: true, allErrors: false, unicodeRegExp: true });
    addFormats(this.#ajv);
    this.#ajv.addSchema(rooted({ $id: "document", $defs: written.components.schemas }));
  }

  /** Compiles a schema; throws when it is not strictly right. */
  compile(schema: Schema): ValidateFunction {
    return this.#ajv.compile(rooted(schema));
  }
}

/** References are to the components of the document, which a schema that is compiled alone must name. */
function rooted(schema: Schema): Schema {
  const references = '"$ref":"#/components/schemas/';
  return JSON.parse(JSON.stringify(schema).replaceAll(references, '"$ref":"document#/$defs/')) as Schema;
}

function read(method: string, path: string, { parameters, requestBody, responses }: WrittenOperation): Operation {
  if (method !== "get" && method !== "post") throw new Error(`an operation with the method ${method}`);
  const answers = Object.entries(responses).map(([status, { content }]) => [status, schemasIn(content)]);
  return {
    method,
    path,
    parameters,
    bodies: schemasIn(requestBody?.content ?? {}),
    answers: Object.fromEntries(answers),
  };
}

function schemasIn(content: Content): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema]));
}
