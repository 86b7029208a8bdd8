/** What `npm start` says when everything runs: one screen, each line works as printed. */

export interface Welcome {
  readonly url: string;
  readonly people: readonly string[];
}

export function welcome({ url, people }: Welcome): string {
  return `
Minh Chứng  ${url}   (ctrl-C ends everything; npm start goes on with the same data; npm run reset removes it)

Pages       ${url}/console        sign in with the token of a file below
Tokens      .dev/tokens/<role>    ${wrapped(people)}

Try         curl -s ${url}/health
            curl -s ${url}/checkpoint
            curl -s -H "Authorization: Bearer $(cat .dev/tokens/procurator)" ${url}/v1/me
            curl -s -H "Authorization: Bearer $(cat .dev/tokens/auditor)" '${url}/v1/log/entries?start=0&end=1'
Verify      npm run -s verify -- ${url} --token-file .dev/tokens/auditor
Recompute   npm run -s audit
`;
}

function wrapped(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > 64) lines.push(name);
    else lines[lines.length - 1] = `${last} ${name}`;
  }
  return lines.join(`\n${" ".repeat(34)}`);
}
