/** Every page behind the sign-in: first the pages that only show, then those by which something is recorded. */

import { actFileKinds } from "../domain/files/act-file.ts";
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
import { showLaw } from "./law/law-page.tsx";
import { downloadLeaf, downloadProof, goToEntry, showEntry } from "./log/entry-page.tsx";
import { showLog } from "./log/log-page.tsx";
import { listOffices } from "./offices/offices-page.tsx";
import { listPeople } from "./offices/people-page.tsx";
import { listClocks } from "./today/clocks-page.tsx";
import { showCouncil } from "./today/council-page.tsx";
import { showInbox } from "./today/inbox-page.tsx";
import { showToday } from "./today/today-page.tsx";
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
  { path: "/console/log", show: showLog },
  { path: "/console/log/entries", show: goToEntry },
  { path: "/console/log/entries/:index", show: showEntry },
  { path: "/console/log/entries/:index/leaf", show: downloadLeaf },
  { path: "/console/log/entries/:index/proof", show: downloadProof },
  { path: "/console/law", show: showLaw },
  { path: "/console/offices", show: listOffices },
  { path: "/console/people", show: listPeople },
  ...actFileKinds.flatMap((kind): readonly ShownPage[] => [
    { path: `/console/${kind}s/:id/acts`, show: async (c) => chooseAct(c, kind) },
    { path: `/console/${kind}s/:id/corrections`, show: async (c) => chooseCorrected(c, kind) },
  ]),
];

interface ActPath {
  readonly path: string;
  readonly act: (c: ConsoleContext) => Promise<Response>;
}

const onInstrument: Readonly<Record<string, ActPath["act"]>> = {
  sign: signingPage,
  discard: discardPage,
  serve: servePage,
  receive: receivePage,
  contest: contestPage,
  reply: replyPage,
  claim: claimPage,
  unclaim: unclaimPage,
  verify: verifyPage,
  reconsider: reconsiderPage,
  "answer-reconsideration": answerReconsiderationPage,
  report: reportPage,
  bind: bindPage,
  "ask-minister": askMinisterPage,
  "minister-answer": ministerAnswerPage,
  withdraw: withdrawPage,
  close: closePage,
  reopen: reopenPage,
};

/** A GET shows the form; a POST shows the preview or records. */
export const acts: readonly ActPath[] = [
  { path: "/console/judge/confirm", act: confirmPage },
  { path: "/console/judge/dismiss", act: dismissPage },
  { path: "/console/judge/merge", act: mergePage },
  { path: openIntakePath, act: openIntakePage },
  { path: openRegisterPath, act: openRegisterPage },
  { path: "/console/intakes/:id/open-case", act: openCasePage },
  { path: "/console/cases/:id/add-party", act: addPartyPage },
  { path: "/console/cases/:id/add-asset", act: addAssetPage },
  { path: "/console/cases/:id/disclose", act: disclosePage },
  ...actFileKinds.flatMap((kind): readonly ActPath[] => [
    { path: `/console/${kind}s/:id/acts/:type`, act: async (c) => recordActPage(c, kind) },
    { path: `/console/${kind}s/:id/acts/:act/:field`, act: async (c) => correctActPage(c, kind) },
  ]),
  { path: "/console/findings/:id/assess", act: assessPage },
  { path: "/console/instruments/draft", act: draftPage },
  { path: "/console/law/:digest/propose", act: proposeEditionPage },
  { path: "/console/law/:digest/adopt", act: adoptEditionPage },
  ...Object.entries(onInstrument).map(([name, act]) => ({ path: `/console/instruments/:id/${name}`, act })),
];
