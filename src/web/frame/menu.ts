/** The pages that each role comes for, the most needed first. A person with several roles has the pages of all of them. */

import type { Role } from "../../domain/event.ts";

export interface MenuItem {
  readonly path: string;
  readonly title: string;
}

const today = { path: "/console/today", title: "Việc hôm nay" };
const cases = { path: "/console/cases", title: "Hồ sơ" };
const intakes = { path: "/console/intakes", title: "Thụ lý" };
const registers = { path: "/console/registers", title: "Sổ theo dõi" };
const detections = { path: "/console/detections", title: "Phát hiện" };
const findings = { path: "/console/findings", title: "Vi phạm" };
const instruments = { path: "/console/instruments", title: "Văn bản" };
const inbox = { path: "/console/inbox", title: "Phải trả lời" };
const log = { path: "/console/log", title: "Trạng thái nhật ký" };
const law = { path: "/console/law", title: "Bộ quy tắc" };
const people = { path: "/console/people", title: "Người dùng" };
const rights = { path: "/console/rights", title: "Ai được làm gì" };
const offices = { path: "/console/offices", title: "Cơ quan" };

const menus: Readonly<Record<Role, readonly MenuItem[]>> = {
  procurator: [today, cases, intakes, registers, detections, findings, instruments, log],
  "chief-procurator": [today, cases, intakes, registers, detections, findings, instruments, log],
  "agency-officer": [inbox, intakes, cases, registers, instruments, log],
  "agency-head": [inbox, intakes, cases, registers, instruments, log],
  "court-officer": [inbox, instruments, log],
  "management-agency": [inbox, instruments, cases, intakes, registers, log],
  auditor: [log, law, cases, intakes, registers, detections, findings, instruments, offices, rights],
  "council-reader": [{ path: "/console/council", title: "Hội đồng nhân dân" }, log],
  "law-keeper": [law, log],
  "directory-administrator": [offices, people, rights, log],
  importer: [offices, log],
};

export function menuOf(roles: readonly Role[]): readonly MenuItem[] {
  const items = new Map(roles.flatMap((role) => menus[role]).map((item) => [item.path, item]));
  return [...items.values()];
}

/** homeOf returns the page on which a person with these roles begins: the first of their menu. */
export function homeOf(roles: readonly Role[]): string {
  return menuOf(roles)[0]?.path ?? log.path;
}
