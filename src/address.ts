/** Writes the address of a server of ours, as a browser takes it. */

/** An IPv6 address stands in brackets (RFC 3986 §3.2.2), or its last part would be read as the port. */
export function httpAddress(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
