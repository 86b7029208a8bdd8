/** A detection in one line, for the person who judges it: what was to be done, on which file. */

import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import { FileLink } from "../parts/file-link.tsx";
import { ruleName } from "../words/law.ts";
import { fileIn, parseDetectionValue } from "../parts/detection-value.ts";

export function DetectionLine({ value, numbers }: { readonly value: string; readonly numbers: FileNumbers }) {
  const [rule = ""] = parseDetectionValue(value).deadline.split("/");
  const file = fileIn(value);
  return (
    <>
      {ruleName(rule)} <span class="code">({rule})</span>
      {file === undefined ? undefined : (
        <>
          {" "}
          · <FileLink file={file} numbers={numbers} />
        </>
      )}
    </>
  );
}
