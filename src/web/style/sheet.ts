/** The one style sheet of the console, served as a file: the policy of the pages forbids inline style. */

import { formStyle } from "./form.ts";
import { narrowStyle } from "./narrow.ts";
import { paperStyle } from "./paper.ts";
import { partsStyle } from "./parts.ts";
import { printStyle } from "./print.ts";
import { shellStyle } from "./shell.ts";
import { tableStyle } from "./table.ts";
import { tokensStyle } from "./tokens.ts";

export const stylePath = "/console/style.css";

export const style = [
  tokensStyle,
  shellStyle,
  tableStyle,
  formStyle,
  partsStyle,
  narrowStyle,
  printStyle,
  paperStyle,
].join("");
