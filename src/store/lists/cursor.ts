/** Cursors of lists in the order of days: "<day>~<key>" of the last row of the page before. */

export function dayIn(cursor: string): string {
  return cursor.slice(0, cursor.indexOf("~"));
}

export function keyIn(cursor: string): string {
  return cursor.slice(cursor.indexOf("~") + 1);
}
