/** New moons, to compare the tables of lunar days with the moon itself. */

import { type Day, dayOf, parseInstant } from "../../../src/base/day.ts";

/** The day of a new moon in Vietnam (UTC+7), by the largest terms of Meeus, Astronomical Algorithms, ch. 49: exact to ten minutes. */
export function newMoon(k: number): Day {
  const [t, degrees] = [k / 1236.85, Math.PI / 180];
  const sun = (2.5534 + 29.1053567 * k) * degrees;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * degrees;
  const latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * degrees;
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const moved =
    -0.4072 * Math.sin(moon) +
    0.17241 * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * latitude) +
    0.00739 * Math.sin(moon - sun) -
    0.00514 * Math.sin(moon + sun) +
    0.00208 * Math.sin(2 * sun);
  const at = parseInstant(new Date((mean + moved - 2440587.5) * 86_400_000).toISOString());
  if (at === undefined) throw new Error(`no instant of moon ${k}`);
  return dayOf(at);
}
