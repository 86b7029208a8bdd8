/** The links to recording and correcting acts on a file, for a person who may. */

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
