/**
 * Rules on postponing, suspending, resuming and ending enforcement, on notice of it, and on delegating it to another agency.
 *
 * Law 26/2008: postponement in 5 working days, at once if a person with the power to protest asks 24 hours or more before, for 3
 * months at most, and resumption in 5 (48); suspension and resumption in 5 (49); termination in 5 (50); certificate in 5 (53);
 * delegation in 5 working days, 24 hours for an interim measure, and 5 for the receiving agency (54-57).
 * Law 106/2025: the same 5 working days (46-50), and notice of a suspension in 5 (47(2)); certificate in 3 (D152/2026 32).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import {
  calendarDays,
  duty,
  goesOn,
  l2008,
  l2008Unamended,
  l2022,
  l2025,
  standstill,
  workingDays,
} from "../phrases.ts";
import { type ActDay, answered, decided, happened, received } from "../../act-day.ts";

const ended = [decided("termination"), happened("case-ended")] as const;

const decision = { ...duty, owner: "agency-head", term: workingDays(5) } as const;

const groundFor = (...decisions: readonly string[]) => answered("ground-established", { for: decisions });

const postponement = {
  ...decision,
  series: "POSTPONE_DECISION",
  starts: [groundFor("postponement")],
  metBy: [decided("postponement")],
  // The ground may be gone before the five days are.
  excusedBy: [
    ...ended,
    decided("suspension", "resumption"),
    answered("resumption-ground-established", { after: ["postponement"] }),
    happened("debtor-complied"),
  ],
  accuses: goesOn,
} as const;

// With less than 24 hours to go, the head may postpone but need not.
const onRequest = {
  ...decision,
  series: "POSTPONE_ON_REQUEST_24H",
  starts: [received("postponement-requested")],
  metBy: [decided("postponement")],
  excusedBy: ended,
  when: { not: { trait: "lead", among: ["less-than-24-hours"] } },
  term: { unit: "immediate" },
  note: { vi: "dưới 24 giờ: tùy Thủ trưởng quyết định", en: "<24h: discretionary" },
} as const;

// Resumption within five working days after this period is a rule of its own, RESUME_AFTER_POSTPONE.
const longest = {
  series: "POSTPONE_MAX",
  mode: "period",
  owner: "agency-head",
  starts: [answered("postponement-requested")],
  metBy: [decided("resumption", "withdrawal", "termination")],
  excusedBy: [happened("case-ended")],
  term: { unit: "month", length: 3 },
  direction: "maximum",
  confidence: "V",
} as const;

/** Where the parties agreed to the postponement, they wrote its last day, and no other halt may have come since. */
const byAgreement: Condition = { trait: "ground", among: ["agreement"] };
const agreed: ActDay = {
  act: "ground-established",
  days: ["plannedFor"],
  where: { for: ["postponement"], ground: ["agreement"] },
};
/** While enforcement is suspended it is not resumed, whatever became of the postponement. */
const suspended = [decided("suspension"), received("cassation-suspension-received")] as const;

const afterPostponement = {
  ...decision,
  series: "RESUME_AFTER_POSTPONE",
  starts: [{ endOf: "POSTPONE_MAX" }, answered("resumption-ground-established", { after: ["postponement"] }), agreed],
  metBy: [decided("resumption")],
  excusedBy: [...ended, ...suspended],
  when: {
    any: [
      { all: [{ not: byAgreement }, { done: decided("postponement"), by: "start" }] },
      {
        all: [
          byAgreement,
          { standing: decided("postponement"), until: [decided("resumption", "withdrawal", "termination")] },
          { not: { fact: "halted-anew" } },
        ],
      },
    ],
  },
  accuses: {
    all: [
      // Another ground may keep the postponement standing, or be the one that it rests on; a suspension may have come before.
      {
        any: [
          byAgreement,
          { not: { done: answered("ground-established", { for: ["postponement", "suspension"] }), by: "due" } },
        ],
      },
      { not: { done: received("cassation-suspension-received"), by: "due" } },
      { not: { done: decided("delegation", "withdrawal", "annulment"), by: "due" } },
    ],
  },
} as const;

const postponements: readonly RuleVersion[] = [
  { ...postponement, ...l2008, citation: cite("26/2008/QH12", "48(3)") },
  { ...postponement, ...l2025, citation: cite("106/2025/QH15", "46(1)") },
  {
    ...onRequest,
    ...l2008,
    citation: citeTogether("Art.48(2),(3)", ["26/2008/QH12", "48(2)"], ["26/2008/QH12", "48(3)"]),
  },
  { ...onRequest, ...l2025, citation: cite("106/2025/QH15", "46(2)") },
  { ...longest, ...l2008, citation: cite("26/2008/QH12", "48(2)") },
  { ...longest, ...l2025, citation: cite("106/2025/QH15", "46(2)") },
  { ...afterPostponement, ...l2008, citation: cite("26/2008/QH12", "48(4)") },
  // Law 106/2025 does not say that an agreement must name its last day, so one that was named is only asked about.
  { ...afterPostponement, ...l2025, accuses: { not: byAgreement }, citation: cite("106/2025/QH15", "46(3)") },
];

const suspension = {
  ...decision,
  series: "SUSPEND_DECISION",
  metBy: [decided("suspension")],
  excusedBy: [...ended, answered("resumption-ground-established", { after: ["suspension"] })],
  accuses: goesOn,
} as const;

const afterSuspension = {
  ...decision,
  series: "RESUME_AFTER_SUSPEND",
  starts: [answered("resumption-ground-established", { after: ["suspension"] })],
  metBy: [decided("resumption")],
  excusedBy: ended,
  accuses: {
    all: [
      // What was not suspended is not resumed, and something else may halt the case all the same.
      { any: suspended.map((done) => ({ done, by: "start" }) as const) },
      { not: { done: answered("ground-established", { for: ["postponement"] }), by: "due" } },
      { not: { done: answered("postponement-requested"), by: "due" } },
      { not: { done: decided("delegation", "withdrawal", "annulment"), by: "due" } },
    ],
  },
} as const;

const suspensions: readonly RuleVersion[] = [
  {
    ...suspension,
    ...l2008Unamended,
    // The ground is the court's notice that it accepted a petition in bankruptcy, so the day of its receipt comes first.
    starts: [{ act: "ground-established", days: ["receivedOn", "happenedOn"], where: { for: ["suspension"] } }],
    citation: cite("26/2008/QH12", "49(2)"),
  },
  { ...suspension, ...l2025, starts: [groundFor("suspension")], citation: cite("106/2025/QH15", "47(1)") },
  {
    ...l2025,
    series: "SUSPEND_NOTICE",
    ...duty,
    owner: "agency",
    starts: [received("cassation-suspension-received")],
    metBy: [{ act: "party-notified", days: ["sentOn", "happenedOn"] }],
    perParty: ["debtor", "creditor", "related"],
    accuses: { fact: "addressee" },
    term: workingDays(5),
    citation: cite("106/2025/QH15", "47(2)"),
    note: { vi: "khoản 1 Điều 49 Luật 2008 không có số ngày", en: "L2008 Art.49(1): no number" },
  },
  { ...afterSuspension, ...l2008Unamended, citation: cite("26/2008/QH12", "49(3)") },
  { ...afterSuspension, ...l2025, citation: cite("106/2025/QH15", "47(3)") },
];

const termination = {
  ...decision,
  series: "TERMINATE_DECISION",
  starts: [groundFor("termination")],
  metBy: [decided("termination")],
  excusedBy: [happened("case-ended")],
} as const;

/** What was sold is delivered first, unless the buyer consents (D62/2015 5(3), D152/2026 14(2)). */
const nothingSold: Condition = { not: { done: happened("buyer-paid"), by: "due" } };

const certificate = {
  series: "CERTIFY_RESULT",
  ...duty,
  owner: "agency-head",
  starts: [received("certificate-requested")],
  metBy: [happened("certificate-issued")],
} as const;

const endings: readonly RuleVersion[] = [
  { ...termination, ...l2008, accuses: nothingSold, citation: cite("26/2008/QH12", "50(2)") },
  {
    ...termination,
    ...l2025,
    // By agreement or on request a case ends after fee and costs are paid (D152/2026 14(5)), of which the file says nothing.
    accuses: { all: [nothingSold, { fact: "own-motion" }] },
    citation: cite("106/2025/QH15", "48"),
  },
  { ...certificate, ...l2008Unamended, term: workingDays(5), citation: cite("26/2008/QH12", "53") },
  { ...certificate, ...l2025, term: workingDays(3), citation: cite("152/2026/NĐ-CP", "32") },
  {
    ...l2025,
    ...decision,
    series: "TRANSFER_RIGHTS_DECISION",
    starts: [answered("transferee-identified")],
    metBy: [decided("rights-transfer")],
    excusedBy: ended,
    term: calendarDays(10),
    citation: cite("106/2025/QH15", "41(4)"),
  },
];

const given = {
  ...decision,
  starts: [answered("ground-established", { for: ["delegation"] })],
  metBy: [decided("delegation")],
  excusedBy: [...standstill, happened("conditions-verified", { result: ["executable"] })],
  // Assets at the seat are dealt with first (26/2008 Art.55(1)(a), 106/2025 Art.49(1)(a)).
  accuses: {
    all: [
      goesOn,
      { not: { done: happened("asset-seized"), by: "due" } },
      { not: { done: happened("freeze-minuted"), by: "due" } },
      { not: { done: happened("custody-minuted"), by: "due" } },
      { not: { done: decided("freeze", "custody", "security", "seizure", "coercion"), by: "due" } },
      { not: { done: happened("exhibit-listed"), by: "due" } },
      { not: { done: happened("money-collected"), by: "due" } },
    ],
  },
} as const;

const delegation = { ...given, series: "DELEGATE_DECISION", when: { not: { fact: "interim" } } } as const;
const ofInterim = {
  ...given,
  series: "DELEGATE_INTERIM",
  when: { fact: "interim" },
  term: { unit: "hour", length: 24 },
} as const;

// A delegation that is clearly mistaken is sent back (26/2008 Art.57(3), D152/2026 26(5)), for which there is no act.
const taken = {
  ...decision,
  accuses: { done: decided("enforcement"), by: "ever" },
  series: "DELEGATE_RECEIVE",
  starts: [received("delegation-received", { delegated: ["enforcement"] })],
  metBy: [decided("enforcement")],
} as const;

// The case in which the asset is handled is opened by an asset-handling decision or by an enforcement decision.
const assetTaken = {
  ...decision,
  series: "DELEGATE_ASSET_RECEIVE",
  accuses: { done: decided("asset-handling", "enforcement"), by: "ever" },
  starts: [received("delegation-received", { delegated: ["asset-handling"] })],
  metBy: [decided("asset-handling", "enforcement")],
} as const;

const remittance = {
  series: "DELEGATE_ASSET_REMIT",
  ...duty,
  owner: "agency",
  starts: [happened("asset-delivered")],
  metBy: [happened("proceeds-remitted")],
  // An asset that the creditor took in place of money brings none.
  when: {
    all: [{ done: decided("asset-handling"), by: "start" }, { not: { done: happened("asset-taken"), by: "start" } }],
  },
  accuses: { fact: "money-traced" },
  term: workingDays(5),
} as const;

const delegations: readonly RuleVersion[] = [
  { ...delegation, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(a)") },
  { ...delegation, ...l2025, citation: cite("106/2025/QH15", "49(2)") },
  { ...ofInterim, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(a)") },
  { ...ofInterim, ...l2025, citation: cite("106/2025/QH15", "49(2)") },
  { ...taken, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(b)") },
  // A delegated interim measure must be decided on at once; the same clause gives no number for it.
  { ...taken, ...l2025, when: { not: { fact: "interim" } }, citation: cite("106/2025/QH15", "49(2)") },
  { ...assetTaken, ...l2022, citation: cite("26/2008/QH12", "57(2)(b)") },
  { ...assetTaken, ...l2025, citation: cite("106/2025/QH15", "50(3)") },
  { ...remittance, ...l2022, citation: cite("26/2008/QH12", "57(2)(c)") },
  { ...remittance, ...l2025, citation: cite("152/2026/NĐ-CP", "27(1)(b)", "D152/2026 Art.27") },
];

export const haltingLimits: readonly RuleVersion[] = [...postponements, ...suspensions, ...endings, ...delegations];
