/** Every page behind the sign-in: first the pages that only show, then those by which something is recorded. */

import { actFileKinds } from "../domain/files/act-file.ts";
import { exportedLists } from "./exports/all-exports.ts";
import { administeringActs } from "./administering/acts.ts";
import { showPerson } from "./administering/person-page.tsx";
import { listProposals } from "./administering/proposals-page.tsx";
import { recordActPage } from "./files/act-page.tsx";
import { chooseAct } from "./files/acts-page.tsx";
import { correctActPage } from "./files/correcting-page.tsx";
import { chooseCorrected } from "./files/correctable-page.tsx";
import { addAssetPage, addPartyPage } from "./files/adding-pages.tsx";
import { showCase } from "./files/case-page.tsx";
import { disclosePage } from "./files/disclose-page.tsx";
import { showIntake } from "./files/intake-page.tsx";
import { openCasePage } from "./files/opening-case-page.tsx";
import { openIntakePage, openIntakePath } from "./files/opening-intake-page.tsx";
import { openRegisterPage, openRegisterPath } from "./files/opening-register-page.tsx";
import { listCases, listIntakes } from "./files/list-page.tsx";
import { listRegisters, showRegister } from "./files/register-page.tsx";
import { assessPage } from "./findings/assess-page.tsx";
import { confirmPage } from "./findings/confirm-page.tsx";
import { listDetections } from "./findings/detections-page.tsx";
import { listGone } from "./findings/gone-page.tsx";
import { dismissPage } from "./findings/dismiss-page.tsx";
import { showFinding } from "./findings/finding-page.tsx";
import { mergePage } from "./findings/merge-page.tsx";
import { listFindings } from "./findings/list-page.tsx";
import { claimPage, unclaimPage, verifyPage } from "./instruments/remedying-pages.tsx";
import {
  answerReconsiderationPage,
  askMinisterPage,
  bindPage,
  ministerAnswerPage,
  reconsiderPage,
  reportPage,
} from "./instruments/disputing-pages.tsx";
import { draftPage } from "./instruments/draft-page.tsx";
import { closePage, discardPage, reopenPage, withdrawPage } from "./instruments/ending-pages.tsx";
import { showInstrument } from "./instruments/instrument-page.tsx";
import { listInstruments } from "./instruments/list-page.tsx";
import { replyPage } from "./instruments/reply-page.tsx";
import { contestPage, receivePage, servePage } from "./instruments/serving-pages.tsx";
import { signingPage } from "./instruments/signing-page.tsx";
import { adoptEditionPage, proposeEditionPage } from "./law/edition-pages.ts";
import { showCalendars } from "./law/calendar-page.tsx";
import { showLaw } from "./law/law-page.tsx";
import { showRules } from "./law/rules-page.tsx";
import { downloadLeaf, downloadProof, goToEntry, showEntry } from "./log/entry-page.tsx";
import { printInstrument } from "./printing/instrument-paper.tsx";
import { showGuide } from "./log/guide-page.tsx";
import { showLog } from "./log/log-page.tsx";
import { showSpotCheck } from "./log/spot-check-page.tsx";
import { listOffices } from "./offices/offices-page.tsx";
import { listPeople } from "./offices/people-page.tsx";
import { listRights, rightsPath } from "./offices/rights-page.tsx";
import { listClocks } from "./today/clocks-page.tsx";
import { showCouncil } from "./today/council-page.tsx";
import { showInbox } from "./today/inbox-page.tsx";
import { showToday } from "./today/today-page.tsx";
import type { CommandName } from "../domain/permission.ts";
import type { ConsoleContext } from "./frame/visit.ts";

interface ShownPage {
  readonly path: string;
  readonly show: (c: ConsoleContext) => Response | Promise<Response>;
}

export const pages: readonly ShownPage[] = [
  { path: "/console/today", show: showToday },
  { path: "/console/inbox", show: showInbox },
  { path: "/console/clocks", show: listClocks },
  { path: "/console/council", show: showCouncil },
  { path: "/console/cases", show: listCases },
  { path: "/console/intakes", show: listIntakes },
  { path: "/console/cases/:id", show: showCase },
  { path: "/console/intakes/:id", show: showIntake },
  { path: "/console/registers", show: listRegisters },
  { path: "/console/registers/:id", show: showRegister },
  { path: "/console/detections", show: listDetections },
  { path: "/console/detections/gone", show: listGone },
  { path: "/console/findings", show: listFindings },
  { path: "/console/findings/:id", show: showFinding },
  { path: "/console/instruments", show: listInstruments },
  { path: "/console/instruments/:id{[0-9a-f]{32}}", show: showInstrument },
  { path: "/console/instruments/:id{[0-9a-f]{32}}/print", show: printInstrument },
  { path: "/console/log", show: showLog },
  { path: "/console/log/spot-check", show: showSpotCheck },
  { path: "/console/log/guide", show: showGuide },
  { path: "/console/log/entries", show: goToEntry },
  { path: "/console/log/entries/:index", show: showEntry },
  { path: "/console/log/entries/:index/leaf", show: downloadLeaf },
  { path: "/console/log/entries/:index/proof", show: downloadProof },
  { path: "/console/law", show: showLaw },
  { path: "/console/law/rules", show: showRules },
  { path: "/console/law/calendars", show: showCalendars },
  { path: "/console/offices", show: listOffices },
  { path: "/console/people", show: listPeople },
  { path: "/console/people/:id{[0-9a-f]{32}}", show: showPerson },
  { path: "/console/proposals", show: listProposals },
  { path: rightsPath, show: listRights },
  ...exportedLists,
  ...actFileKinds.flatMap((kind): readonly ShownPage[] => [
    { path: `/console/${kind}s/:id/acts`, show: async (c) => chooseAct(c, kind) },
    { path: `/console/${kind}s/:id/corrections`, show: async (c) => chooseCorrected(c, kind) },
  ]),
];

interface ActPath {
  readonly path: string;
  /** The command that the page records. A form is read only of a person who may do it for some office. */
  readonly command: CommandName;
  readonly act: (c: ConsoleContext) => Promise<Response>;
}

const onInstrument: readonly (readonly [step: string, command: CommandName, act: ActPath["act"]])[] = [
  ["sign", "issue-instrument", signingPage],
  ["discard", "discard-draft", discardPage],
  ["serve", "serve-instrument", servePage],
  ["receive", "receive-instrument", receivePage],
  ["contest", "contest-day", contestPage],
  ["reply", "give-reply", replyPage],
  ["claim", "claim-correction", claimPage],
  ["unclaim", "withdraw-claim", unclaimPage],
  ["verify", "verify-correction", verifyPage],
  ["reconsider", "request-reconsideration", reconsiderPage],
  ["answer-reconsideration", "answer-reconsideration", answerReconsiderationPage],
  ["report", "report-dispute", reportPage],
  ["bind", "give-binding-answer", bindPage],
  ["ask-minister", "ask-minister", askMinisterPage],
  ["minister-answer", "record-minister-answer", ministerAnswerPage],
  ["withdraw", "withdraw-instrument", withdrawPage],
  ["close", "close-instrument", closePage],
  ["reopen", "reopen-instrument", reopenPage],
];

/** A GET shows the form; a POST shows the preview or records. */
export const acts: readonly ActPath[] = [
  { path: "/console/judge/confirm", command: "confirm-detections", act: confirmPage },
  { path: "/console/judge/dismiss", command: "dismiss-detection", act: dismissPage },
  { path: "/console/judge/merge", command: "merge-findings", act: mergePage },
  { path: openIntakePath, command: "open-intake", act: openIntakePage },
  { path: openRegisterPath, command: "open-register", act: openRegisterPage },
  { path: "/console/intakes/:id/open-case", command: "open-case", act: openCasePage },
  { path: "/console/cases/:id/add-party", command: "add-party", act: addPartyPage },
  { path: "/console/cases/:id/add-asset", command: "add-asset", act: addAssetPage },
  { path: "/console/cases/:id/disclose", command: "disclose-personal", act: disclosePage },
  ...actFileKinds.flatMap((kind): readonly ActPath[] => [
    { path: `/console/${kind}s/:id/acts/:type`, command: "record-act", act: async (c) => recordActPage(c, kind) },
    {
      path: `/console/${kind}s/:id/acts/:act/:field`,
      command: "correct-act",
      act: async (c) => correctActPage(c, kind),
    },
  ]),
  { path: "/console/findings/:id/assess", command: "assess-seriousness", act: assessPage },
  { path: "/console/instruments/draft", command: "draft-instrument", act: draftPage },
  { path: "/console/law/:digest/propose", command: "propose-edition", act: proposeEditionPage },
  { path: "/console/law/:digest/adopt", command: "adopt-edition", act: adoptEditionPage },
  ...administeringActs,
  ...onInstrument.map(([step, command, act]) => ({ path: `/console/instruments/:id/${step}`, command, act })),
];
