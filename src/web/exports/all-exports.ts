/** Every list that can be taken away, in each format. */

import { calendar } from "./calendar.ts";
import { clocks } from "./clocks.ts";
import { csv } from "./csv.ts";
import { detections, gone } from "./detections.ts";
import { exportRoutes } from "./exported.ts";
import { cases, intakes, registers } from "./files.ts";
import { findings } from "./findings.ts";
import type { Format } from "./format.ts";
import { instruments } from "./instruments.ts";
import { jsonLines } from "./json-lines.ts";
import { xlsx } from "./xlsx.ts";

const formats: readonly Format[] = [csv, xlsx, jsonLines];

export const exportedLists = [
  ...exportRoutes(detections, formats),
  ...exportRoutes(gone, formats),
  ...exportRoutes(findings, formats),
  ...exportRoutes(instruments, formats),
  ...exportRoutes(clocks, [...formats, calendar]),
  ...exportRoutes(cases, formats),
  ...exportRoutes(intakes, formats),
  ...exportRoutes(registers, formats),
];
