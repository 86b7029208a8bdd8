/**
 * The pages that each role comes for, the most needed first and at most seven; lists of one kind share a place as tabs. A person
 * with several roles has the pages of all of them.
 */

import type { Role } from "../../domain/event.ts";

interface Tab {
  readonly path: string;
  readonly title: string;
}

export interface MenuItem extends Tab {
  /** The lists that stand side by side at this place, the item's own page first. */
  readonly tabs?: readonly Tab[];
}

const tabs = (...all: readonly [Tab, ...Tab[]]): MenuItem => ({ ...all[0], tabs: all });

const today = { path: "/console/today", title: "Việc hôm nay" };
const files = tabs(
  { path: "/console/cases", title: "Hồ sơ" },
  { path: "/console/intakes", title: "Thụ lý" },
  { path: "/console/registers", title: "Sổ theo dõi" },
);
const detections = { path: "/console/detections", title: "Phát hiện" };
const findings = { path: "/console/findings", title: "Vi phạm" };
const instruments = { path: "/console/instruments", title: "Văn bản" };
const inbox = { path: "/console/inbox", title: "Phải trả lời" };
const log = { path: "/console/log", title: "Nhật ký" };
const audited = tabs(
  { path: log.path, title: "Trạng thái nhật ký" },
  { path: "/console/log/spot-check", title: "Kiểm tra ngẫu nhiên" },
  { path: "/console/log/guide", title: "Khi có sai lệch" },
);
const law = tabs(
  { path: "/console/law", title: "Bộ quy tắc" },
  { path: "/console/law/rules", title: "Quy tắc" },
  { path: "/console/law/calendars", title: "Lịch" },
);
const people = { path: "/console/people", title: "Người dùng" };
const rights = { path: "/console/rights", title: "Ai được làm gì" };
const proposals = { path: "/console/proposals", title: "Đề nghị chờ người thứ hai" };
const offices = { path: "/console/offices", title: "Cơ quan" };

const menus: Readonly<Record<Role, readonly MenuItem[]>> = {
  procurator: [today, files, detections, findings, instruments, log],
  "chief-procurator": [today, files, detections, findings, instruments, log],
  "agency-officer": [inbox, files, instruments, log],
  "agency-head": [inbox, files, instruments, log],
  "court-officer": [inbox, instruments, log],
  "management-agency": [inbox, instruments, files, log],
  auditor: [audited, files, tabs(detections, findings), instruments, law, tabs(offices, rights, proposals)],
  "council-reader": [{ path: "/console/council", title: "Hội đồng nhân dân" }, log],
  "law-keeper": [law, log],
  "directory-administrator": [offices, tabs(people, rights, proposals), log],
  importer: [offices, log],
};

export function menuOf(roles: readonly Role[]): readonly MenuItem[] {
  const items = new Map(roles.flatMap((role) => menus[role]).map((item) => [item.path, item]));
  return [...items.values()];
}

/** Whether the page at this path stands at this place of the menu. */
export function isWithin(item: MenuItem, path: string | undefined): boolean {
  return item.path === path || item.tabs?.some((tab) => tab.path === path) === true;
}

/** homeOf returns the page on which a person with these roles begins: the first of their menu. */
export function homeOf(roles: readonly Role[]): string {
  return menuOf(roles)[0]?.path ?? log.path;
}
