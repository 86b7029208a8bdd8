/** To the acts that may be recorded and corrected on a file, for whoever may. */

import type { May } from "../frame/permitted.ts";

export function RecordLink({ path, may }: { readonly path: string; readonly may: May }) {
  if (!may("record-act")) return undefined;
  return (
    <p>
      <a href={`${path}/acts`}>Ghi hành vi thi hành án</a>
      {may("correct-act") ? (
        <>
          {" · "}
          <a href={`${path}/corrections`}>Đính chính mục đã ghi</a>
        </>
      ) : undefined}
    </p>
  );
}
