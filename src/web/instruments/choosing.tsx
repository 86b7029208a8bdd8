/** A choice of findings: each by its box, or all of them by one box. Of very many only the first are listed; the one box counts all. */

import { Checkboxes, type Filling } from "../form/fields.tsx";
import { chosen, filled, type FormValues } from "../form/form-values.ts";
import { cutWords, hintOf } from "../parts/cut.ts";
import type { Visit } from "../frame/visit.ts";
import { findingOptions, type ItemFinding, nameFindings } from "./finding-names.ts";

/** With 250 boxes the page stays under 100 kB. */
const findingsListed = 250;

interface ChoosingParts {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly findings: readonly ItemFinding[];
  readonly filling: Filling;
}

export async function chooseFindings({ label, hint, findings, filling }: ChoosingParts, visit: Visit) {
  if (findings.length === 0) return <p>{label}: không có vi phạm nào.</p>;
  const listed = findings.slice(0, findingsListed);
  const [total, others] = [findings.length, "ô “tất cả” gồm cả các vi phạm khác"];
  return (
    <>
      <Checkboxes
        name="findings"
        label={label}
        hint={hintOf(hint, cutWords({ listed: listed.length, total, what: "vi phạm", others }))}
        filling={filling}
        options={findingOptions(await nameFindings(listed, visit))}
      />
      {findings.length > 1 ? (
        <label class="box">
          <input type="checkbox" name="every" value="yes" checked={filled(filling.values, "every") === "yes"} /> tất cả{" "}
          {findings.length} vi phạm
        </label>
      ) : undefined}
    </>
  );
}

/** The preview spells out the findings that "all" stands for, so that the same act sent twice names the same findings. */
const spelledOut = "findings.spelled-out";

export function chosenFindings(values: FormValues, findings: readonly ItemFinding[]): readonly string[] {
  if (values.has(spelledOut)) return chosen(values, spelledOut);
  return filled(values, "every") === "yes" ? findings.map(({ id }) => id) : chosen(values, "findings");
}

/** spellOut returns the values that the preview carries on to the recording. */
export function spellOut(values: FormValues, findings: readonly ItemFinding[]): FormValues {
  return new Map([...values, [spelledOut, chosenFindings(values, findings)]]);
}
