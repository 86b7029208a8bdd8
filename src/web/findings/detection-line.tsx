/** A detection in one line, for the person who judges it: what was to be done, on which file, for whom. */

import { FileLink } from "../parts/file-link.tsx";
import type { Called } from "../parts/finding-name.ts";
import { ruleName } from "../words/law.ts";
import { fileIn, parseDetectionValue } from "../parts/detection-value.ts";

export function DetectionLine({ value, called }: { readonly value: string; readonly called: Called }) {
  const [rule = "", , subject = ""] = parseDetectionValue(value).deadline.split("/");
  const file = fileIn(value);
  const whose = file && called.subjects(file, subject);
  return (
    <>
      {ruleName(rule)}
      {file === undefined ? undefined : (
        <>
          {" "}
          · <FileLink file={file} numbers={called.numbers} />
        </>
      )}
      {whose === undefined ? undefined : `, ${whose}`}
    </>
  );
}
