/** The open proposals to change the directory: each waits for another administrator, who adopts or refuses it in the same words. */

import { type OfficeId, parseId, type PersonId } from "../../base/ids.ts";
import type { ProposalId, ProposedChange } from "../../domain/offices/changes/change.ts";
import { changeCommands } from "../../domain/offices/changes/commands.ts";
import {
  type ChangeProposal,
  directoryId,
  directoryStream,
  expiresOn,
  openProposals,
} from "../../domain/offices/changes/directory-state.ts";
import { mayDo } from "../../domain/permission.ts";
import { namesOfPersons } from "../../service/reading/rights.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { actPage } from "../form/act-form.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { formatDay } from "../parts/day-text.ts";
import { nameText } from "../parts/person-name.ts";
import { Table } from "../parts/table.tsx";
import { changeWords, roleWords } from "../words/roles.ts";

const path = "/console/proposals";

export async function listProposals(c: ConsoleContext): Promise<Response> {
  const { reader } = c.var.visit;
  if (!mayDo(reader.acting.roles, "read-rights", "other")) return showRefusal(c, { code: "not-permitted" });
  const open = await openIn(c.var.visit);
  const words = await wordsFor(open, c.var.visit);
  const mayAct = mayDo(reader.acting.roles, "adopt-change", "other");
  return showPage(c, {
    title: "Đề nghị chờ người thứ hai",
    children: (
      <>
        <p>
          Vai trò trọng yếu, khóa ký của người giữ vai trò ấy và thay đổi có hiệu lực từ ngày đã qua cần hai quản trị
          danh bạ: một người đề nghị, một người khác thông qua trong 30 ngày.
        </p>
        {open.length === 0 ? (
          <p>Không có đề nghị nào đang chờ.</p>
        ) : (
          <Table
            caption={`${open.length} đề nghị đang mở`}
            rows={open}
            columns={[
              { head: "Đề nghị", cell: ({ change }) => words.change(change) },
              { head: "Người đề nghị", cell: ({ by }) => words.person(by) },
              { head: "Ngày", cell: ({ on }) => formatDay(on) },
              { head: "Hết hạn", cell: (proposal) => formatDay(expiresOn(proposal)) },
              {
                head: "Việc",
                cell: (proposal) =>
                  mayAct ? <Step proposal={proposal} own={proposal.by === reader.acting.person} words={words} /> : "",
              },
            ]}
          />
        )}
      </>
    ),
  });
}

interface StepParts {
  readonly proposal: ChangeProposal;
  readonly own: boolean;
  readonly words: ProposalWords;
}

function Step({ proposal: { proposal, change }, own, words }: StepParts) {
  const what = words.change(change);
  if (own)
    return (
      <a href={`${path}/${proposal}/withdraw`} aria-label={`Rút đề nghị: ${what}`}>
        rút đề nghị
      </a>
    );
  return (
    <>
      <a href={`${path}/${proposal}/adopt`} aria-label={`Thông qua: ${what}`}>
        thông qua
      </a>{" "}
      ·{" "}
      <a href={`${path}/${proposal}/refuse`} aria-label={`Bác: ${what}`}>
        bác
      </a>
    </>
  );
}

export async function adoptChangePage(c: ConsoleContext): Promise<Response> {
  const asked = await askedProposal(c);
  return actPage(c, {
    title: "Thông qua đề nghị",
    command: changeCommands["adopt-change"],
    input: () => ({ proposal: asked.id, digest: asked.proposal?.digest }),
    labels: { proposal: "Đề nghị", digest: "Nội dung đề nghị" },
    aside: asked.aside,
    button: "Thông qua, ghi vào nhật ký",
    next: () => path,
  });
}

export async function refuseChangePage(c: ConsoleContext): Promise<Response> {
  const asked = await askedProposal(c);
  return actPage(c, {
    title: "Bác đề nghị",
    command: changeCommands["refuse-change"],
    input: () => ({ proposal: asked.id }),
    labels: { proposal: "Đề nghị" },
    aside: asked.aside,
    button: "Bác, ghi vào nhật ký",
    next: () => path,
  });
}

export async function withdrawChangePage(c: ConsoleContext): Promise<Response> {
  const asked = await askedProposal(c);
  return actPage(c, {
    title: "Rút đề nghị",
    command: changeCommands["withdraw-change"],
    input: () => ({ proposal: asked.id }),
    labels: { proposal: "Đề nghị" },
    aside: asked.aside,
    button: "Rút đề nghị, ghi vào nhật ký",
    next: () => path,
  });
}

async function askedProposal(c: ConsoleContext) {
  const id = parseId<ProposalId>(c.req.param("proposal"));
  const proposal = (await openIn(c.var.visit)).find((each) => each.proposal === id);
  const words = await wordsFor(proposal === undefined ? [] : [proposal], c.var.visit);
  const aside = (
    <p>
      {proposal === undefined ? "" : `${words.change(proposal.change)}; ${words.person(proposal.by)} đề nghị. `}
      <a href={path}>Các đề nghị</a>
    </p>
  );
  return { id, proposal, aside };
}

async function openIn({ reader, host }: Visit): Promise<readonly ChangeProposal[]> {
  const { states } = await loadStates(() => [directoryStream], host);
  return openProposals(states.of("directory", directoryId), reader.today);
}

interface ProposalWords {
  readonly change: (change: ProposedChange) => string;
  readonly person: (person: PersonId) => string;
}

async function wordsFor(open: readonly ChangeProposal[], { reader, host }: Visit): Promise<ProposalWords> {
  const persons = open.flatMap(({ by, change }) => ("person" in change ? [by, change.person] : [by]));
  const nameOf = await namesOfPersons([...new Set(persons)], reader, host);
  const offices = await namedOffices([...new Set(open.flatMap(({ change }) => officesIn(change)))], host);
  const office = (id: OfficeId): string => offices.get(id)?.name ?? "";
  const person = (id: PersonId): string => nameText(nameOf(id));
  return { person, change: (change) => `${changeWords[change.do]}: ${objectOf(change, person, office)}` };
}

function officesIn(change: ProposedChange): readonly OfficeId[] {
  if (!("office" in change)) return [];
  return "procuracy" in change ? [change.office, change.procuracy] : [change.office];
}

function objectOf(change: ProposedChange, person: (id: PersonId) => string, office: (id: OfficeId) => string): string {
  switch (change.do) {
    case "grant-role": {
      const from = change.from === undefined ? "" : `, từ ${formatDay(change.from)}`;
      return `${person(change.person)}, ${roleWords[change.role]}, ${office(change.office)}${from}`;
    }
    case "register-key":
      return person(change.person);
    case "assign-supervision":
      return `${office(change.office)}, do ${office(change.procuracy)}, từ ${formatDay(change.from)}`;
    case "close-office":
      return `${office(change.office)}, từ ${formatDay(change.closedOn)}`;
  }
}
