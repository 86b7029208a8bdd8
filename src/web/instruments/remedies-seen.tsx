/** What a person must see before they verify a remedy: the demand, what the machine sees today, the evidence, the agency's words. */

import type { FindingId } from "../../base/ids.ts";
import type { CommittedField } from "../../domain/field.ts";
import { isSent, type SentInstrument } from "../../domain/instruments/instrument.ts";
import { isStillOpen, obligationsSeen } from "../../domain/instruments/seen-today.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import type { Visit } from "../frame/visit.ts";
import { CommittedText } from "../parts/committed-text.tsx";
import { formatDay } from "../parts/day-text.ts";
import { fileOf } from "../parts/finding-name.ts";
import { Mark } from "../parts/mark.tsx";
import { MetDay, ObligationMark } from "../parts/obligation.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { EvidenceList, type EvidenceWords, evidenceIn, filesOf } from "./evidence-words.tsx";
import { type ItemFinding, nameFindings, type NamedFinding } from "./finding-names.ts";

/** With evidence and texts in each row, 40 findings keep the page under 100 kB. */
const rowsListed = 40;
/** Evidence of one claim that is described; a claim may name 200 entries. */
const entriesListed = 20;

export async function remediesSeen(claimed: readonly ItemFinding[], page: InstrumentPage, visit: Visit) {
  const { state, opened } = page;
  if (!isSent(state) || claimed.length === 0) return undefined;
  const listed = claimed.slice(0, rowsListed);
  const findings = listed.flatMap((each) => each.state ?? []);
  const { states } = await loadStates(() => findings.map(fileOf), visit.host);
  const named = await nameFindings(listed, visit);
  const claims = new Map(listed.map(({ id }) => [id, claimOf(state, id)]));
  const remedies = {
    opened,
    demandOf: (item: number) => state.items[item - 1]?.demand,
    seen: obligationsSeen(findings, { states, today: visit.reader.today }),
    evidence: await evidenceIn([...claims.values()].flatMap(shownEntries), visit),
  };
  const rows = named.map((name, i) => ({ ...name, claim: claims.get(name.id), finding: listed[i] }));
  return (
    <section aria-labelledby="remedies">
      <h2 id="remedies">Điều phải xem trước khi kết luận</h2>
      <Table
        caption={`Báo cáo khắc phục, máy xem hồ sơ ngày ${formatDay(visit.reader.today)}`}
        rows={rows}
        columns={columnsOf(remedies)}
      />
      {claimed.length > listed.length ? (
        <p>
          Chỉ liệt kê {listed.length} trong {claimed.length} vi phạm đã báo khắc phục: kiểm chứng các vi phạm này trước,
          rồi mở lại trang để xem các vi phạm khác.
        </p>
      ) : undefined}
    </section>
  );
}

interface Row extends NamedFinding {
  readonly claim: Claim | undefined;
  readonly finding: ItemFinding | undefined;
}

interface Remedies {
  readonly opened: InstrumentPage["opened"];
  readonly demandOf: (item: number) => CommittedField | undefined;
  readonly seen: ReadonlyMap<FindingId, Obligation>;
  readonly evidence: ReadonlyMap<number, EvidenceWords>;
}

function columnsOf({ opened, demandOf, seen, evidence }: Remedies): readonly Column<Row>[] {
  return [
    {
      head: "Vi phạm",
      cell: ({ id, item, name }) => (
        <>
          Mục {item}. <a href={`/console/findings/${id}`}>{name}</a>
        </>
      ),
    },
    { head: "Đã yêu cầu", cell: ({ item }) => <CommittedText field={demandOf(item)} opened={opened} /> },
    { head: "Máy thấy hôm nay", cell: ({ id }) => <SeenToday obligation={seen.get(id)} /> },
    { head: "Bằng chứng", cell: (row) => <Evidence {...row} evidence={evidence} /> },
    { head: "Cơ quan báo", cell: ({ claim }) => <Claimed claim={claim} opened={opened} /> },
  ];
}

function Evidence({ claim, finding, evidence }: Pick<Row, "claim" | "finding"> & Pick<Remedies, "evidence">) {
  const entries = shownEntries(claim);
  const more = (claim?.entries.length ?? 0) - entries.length;
  if (entries.length === 0) return <>không nêu mục nhật ký nào</>;
  return (
    <>
      <EvidenceList indexes={entries} evidence={evidence} files={filesOf(finding === undefined ? [] : [finding])} />
      {more > 0 ? `và ${more} mục nữa` : undefined}
    </>
  );
}

function Claimed({ claim, opened }: Pick<Row, "claim"> & Pick<Remedies, "opened">) {
  if (claim === undefined) return <></>;
  return (
    <>
      ngày {formatDay(claim.on.day)}
      {claim.note === undefined ? undefined : (
        <>
          : <CommittedText field={claim.note} opened={opened} />
        </>
      )}
    </>
  );
}

type Claim = SentInstrument["claims"][number];

function claimOf({ tracks, claims }: SentInstrument, id: ItemFinding["id"]): Claim | undefined {
  const remedy = tracks[id]?.remedy;
  return remedy?.status === "claimed" ? claims.find(({ version }) => version === remedy.version) : undefined;
}

function shownEntries(claim: Claim | undefined): readonly number[] {
  return claim?.entries.slice(0, entriesListed) ?? [];
}

function SeenToday({ obligation }: { readonly obligation: Obligation | undefined }) {
  if (obligation === undefined) return <Mark word="hồ sơ không còn vi phạm này" tone="plain" />;
  if (!isStillOpen(obligation))
    return (
      <>
        đã làm: <MetDay obligation={obligation} /> <ObligationMark {...obligation} />
      </>
    );
  const word = obligation.state === "forbidden" ? "máy vẫn thấy việc bị cấm còn đó" : "máy vẫn thấy chưa làm";
  return (
    <>
      <Mark word={word} tone="bad" /> <ObligationMark {...obligation} />
    </>
  );
}
