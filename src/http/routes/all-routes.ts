/** Every route of the API, the description of the API included. */

import { actRoutes } from "./acts.ts";
import { caseRoutes } from "./cases.ts";
import { detectionRoutes } from "./detections.ts";
import { directoryRoutes } from "./directory.ts";
import { findingRoutes } from "./findings.ts";
import { healthRoutes } from "./health.ts";
import { instrumentRoutes } from "./instruments.ts";
import { intakeRoutes } from "./intakes.ts";
import { lawRoutes } from "./law.ts";
import { logRoutes } from "./log.ts";
import { openApiRoute } from "./openapi.ts";
import { officeRoutes } from "./offices.ts";
import { peopleRoutes } from "./people.ts";
import { problemRoutes } from "./problem-pages.ts";
import { registerRoutes } from "./registers.ts";
import type { Route } from "../route.ts";

const described: readonly Route[] = [
  ...logRoutes,
  ...officeRoutes,
  ...peopleRoutes,
  ...directoryRoutes,
  ...lawRoutes,
  ...intakeRoutes,
  ...caseRoutes,
  ...registerRoutes,
  ...actRoutes,
  ...detectionRoutes,
  ...findingRoutes,
  ...instrumentRoutes,
  ...healthRoutes,
  ...problemRoutes,
];

export const routes: readonly Route[] = [...described, openApiRoute(described)];
