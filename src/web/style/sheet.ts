/** The one style sheet of the console, served as a file: the policy of the pages forbids inline style. */

import { form } from "./form.ts";
import { narrow } from "./narrow.ts";
import { parts } from "./parts.ts";
import { print } from "./print.ts";
import { shell } from "./shell.ts";
import { table } from "./table.ts";
import { tokens } from "./tokens.ts";

export const stylePath = "/console/style.css";

export const style = [tokens, shell, table, form, parts, narrow, print].join("");
