/** Where a list is read on, "<day>~<key>" of the last row before: its two parts. */

export function dayIn(cursor: string): string {
  return cursor.slice(0, cursor.indexOf("~"));
}

export function keyIn(cursor: string): string {
  return cursor.slice(cursor.indexOf("~") + 1);
}
