/** Findings to be chosen: each by its box, or all of them; of very many only the first are listed, the box for all counts them. */

import { Boxes, type Filling } from "../fields.tsx";
import { chosen, filled, type FormValues } from "../form-values.ts";
import { findingOptions, type NamedFinding } from "./finding-names.ts";

/** A box for each keeps the page under 100 kB. */
const listed = 250;

interface ChoosingParts {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly named: readonly NamedFinding[];
  readonly filling: Filling;
}

export function ChooseFindings({ label, hint, named, filling }: ChoosingParts) {
  if (named.length === 0) return <p>{label}: không có vi phạm nào.</p>;
  return (
    <>
      <Boxes
        name="findings"
        label={label}
        hint={hint}
        filling={filling}
        options={findingOptions(named.slice(0, listed))}
      />
      {named.length > 1 ? (
        <label class="box">
          <input type="checkbox" name="every" value="yes" checked={filled(filling.values, "every") === "yes"} /> tất cả{" "}
          {named.length} vi phạm
        </label>
      ) : undefined}
    </>
  );
}

/** Spelled out by the preview, so that the same act sent twice names the same findings. */
const spelledOut = "findings.spelled-out";

export function chosenFindings(values: FormValues, named: readonly NamedFinding[]): readonly string[] {
  if (values.has(spelledOut)) return chosen(values, spelledOut);
  return filled(values, "every") === "yes" ? named.map(({ id }) => id) : chosen(values, "findings");
}

/** What the preview carries on to the recording. */
export function spellOut(values: FormValues, named: readonly NamedFinding[]): FormValues {
  return new Map([...values, [spelledOut, chosenFindings(values, named)]]);
}
