/** The page of the editions of the law: which one counts, which one this server applies, who proposed and who adopted each. */

import type { PersonId } from "../../base/ids.ts";
import type { EditionProposal } from "../../domain/editions/adoption.ts";
import { type EditionOffer, isSameEdition } from "../../domain/editions/offer.ts";
import { mayDo } from "../../domain/permission.ts";
import { crossingWords } from "../../law/telling/words.ts";
import { type LawPage, lawPage } from "../../service/reading/law-page.ts";
import { namesOfPersons } from "../../service/reading/rights.ts";
import { formatDay } from "../parts/day-text.ts";
import { BeforeCommands, ownFiles, PrintedCommand } from "../parts/commands.tsx";
import { Mark } from "../parts/mark.tsx";
import { nameText } from "../parts/person-name.ts";
import { type May, mayWith } from "../frame/permitted.ts";
import { showPage } from "../frame/show.tsx";
import { Table } from "../parts/table.tsx";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { lawStatusMarks } from "../words/law.ts";
import { ChangesTables } from "./changes-table.tsx";
import { roleWords } from "../words/roles.ts";

export async function showLaw(c: ConsoleContext): Promise<Response> {
  const { host, reader, identity, development } = c.var.visit;
  const page = await lawPage(host);
  const names = await keeperNames(page, c.var.visit);
  const visitor = { page, may: await mayWith(undefined, c.var.visit), person: reader.acting.person };
  return showPage(c, {
    title: "Bộ quy tắc",
    children: (
      <>
        <Standing page={page} />
        <Table
          caption="Bộ quy tắc mà máy chủ này có"
          rows={page.known}
          columns={[
            { head: "Số", cell: ({ edition }) => edition },
            { head: "Mã băm toàn văn (SHA-256)", class: "code", cell: ({ digest }) => digest },
            { head: "Bảng quy tắc", cell: ({ rules }) => <Rules rules={rules} /> },
            { head: "Lịch ngày nghỉ", cell: ({ calendars }) => <Calendars calendars={calendars} /> },
            { head: "Thời hạn vắt qua 01/07/2026", cell: ({ crossing }) => crossingWords[crossing].vi },
            { head: "Việc", cell: (offer) => <Step offer={offer} visitor={visitor} /> },
          ]}
        />
        <Adoptions page={page} names={names} />
        <ChangesTables known={host.law.known} />
        <h2>Tự tính lại các mã băm</h2>
        <p>
          Một người giữ quy tắc đề nghị, người thứ hai so lại rồi thông qua; cả hai việc đều là mục trong nhật ký. Lệnh
          dưới in ra các mã băm như bảng trên, không hỏi máy chủ này.
        </p>
        <BeforeCommands files={ownFiles(identity.subject, development)} named={false} />
        <PrintedCommand line="npm run -s law -- editions" />
      </>
    ),
  });
}

function Standing({ page: { status, running, counting } }: { readonly page: LawPage }) {
  return (
    <dl>
      <dt>Máy chủ này tính theo</dt>
      <dd>
        bộ quy tắc số {running.edition} <Mark {...lawStatusMarks[status]} />
      </dd>
      <dt>Đang có hiệu lực</dt>
      <dd>{counting === undefined ? "chưa có" : `bộ quy tắc số ${counting.edition}`}</dd>
    </dl>
  );
}

interface Visitor {
  readonly page: LawPage;
  readonly may: May;
  readonly person: string;
}

function Rules({ rules: { versions, digest } }: Pick<EditionOffer, "rules">) {
  return (
    <>
      {versions} phiên bản quy tắc, <span class="code">{digest}</span>
    </>
  );
}

function Calendars({ calendars: { firstYear, lastYear, digest } }: Pick<EditionOffer, "calendars">) {
  return (
    <>
      {firstYear} đến {lastYear}, <span class="code">{digest}</span>
    </>
  );
}

/** The next step of an edition, if this person may take it. */
function Step({ offer, visitor }: { readonly offer: EditionOffer; readonly visitor: Visitor }) {
  const { page, may, person } = visitor;
  const { counting } = page;
  const proposal = page.proposals.find((candidate) => isSameEdition(candidate, offer));
  if (proposal !== undefined)
    return <Proposed proposal={proposal} mayAdopt={may("adopt-edition") && proposal.by !== person} />;
  const isCounting = counting !== undefined && isSameEdition(counting, offer);
  if (isCounting && counting.by === "adoption") return <>đang có hiệu lực</>;
  if (!isCounting && counting !== undefined && counting.edition >= offer.edition) return <>đã bị thay thế</>;
  if (!may("propose-edition")) return <>chưa ai đề nghị</>;
  return <a href={`/console/law/${offer.digest}/propose`}>Đề nghị bộ quy tắc số {offer.edition}</a>;
}

function Proposed({ proposal, mayAdopt }: { readonly proposal: EditionProposal; readonly mayAdopt: boolean }) {
  return (
    <>
      <Mark word={`đã đề nghị ngày ${formatDay(proposal.on)}, chờ người thứ hai`} tone="wait" />{" "}
      {mayAdopt ? (
        <a href={`/console/law/${proposal.digest}/adopt`}>Thông qua bộ quy tắc số {proposal.edition}</a>
      ) : undefined}
    </>
  );
}

type KeeperName = (person: PersonId) => string;

/** Auditors read who proposed and who adopted; to others it is only told that both were law keepers. */
async function keeperNames({ adoptions }: LawPage, { reader, host }: Visit): Promise<KeeperName> {
  if (!mayDo(reader.acting.roles, "read-rights", "other")) return () => `${roleWords["law-keeper"]} (họ tên được che)`;
  const nameOf = await namesOfPersons(
    adoptions.flatMap(({ by, proposedBy }) => [by, proposedBy]),
    reader,
    host,
  );
  return (person) => nameText(nameOf(person));
}

interface AdoptionsParts {
  readonly page: LawPage;
  readonly names: KeeperName;
}

function Adoptions({ page: { adoptions, superseding }, names }: AdoptionsParts) {
  if (adoptions.length === 0) return <p>Chưa bộ quy tắc nào được thông qua.</p>;
  return (
    <Table
      caption="Đã thông qua"
      rows={adoptions}
      columns={[
        { head: "Bộ quy tắc số", cell: ({ edition }) => edition },
        { head: "Ngày", cell: ({ on }) => formatDay(on) },
        { head: "Người đề nghị", cell: ({ proposedBy }) => names(proposedBy) },
        { head: "Người thông qua", cell: ({ by }) => names(by) },
        {
          head: "Thay cho",
          cell: ({ supersedes }) => (supersedes === undefined ? "" : `bộ quy tắc số ${supersedes.edition}`),
        },
        {
          head: "Thời hạn thay đổi",
          cell: (adoption) => movedWords(superseding.find(({ to }) => isSameEdition(to, adoption))),
        },
      ]}
    />
  );
}

function movedWords(told: LawPage["superseding"][number] | undefined): string {
  if (told === undefined) return "";
  const counted = `${told.moved} thời hạn đổi ngày trong ${told.files} hồ sơ đã rà`;
  return told.complete ? counted : `${counted}, chưa rà xong`;
}
