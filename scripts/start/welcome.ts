/** The one screen that `npm start` prints when everything runs. Each line of it works as printed (test/worker/walk.test.ts). */

export interface Welcome {
  readonly url: string;
  readonly people: readonly string[];
}

export function welcome({ url, people }: Welcome): string {
  return `
Minh Chứng  ${url}
            Ctrl-C dừng tất cả; npm start chạy tiếp với dữ liệu ấy; npm run reset xóa hết
            Ctrl-C ends everything; npm start goes on with the same data; npm run reset removes it

Trang · pages
            ${url}/console  đăng nhập bằng nội dung một tệp mã · sign in with what a token file holds
Tệp mã · token files, .dev/tokens/<…>
            ${wrapped(people)}
Thử · try
            curl -s ${url}/health
            curl -s ${url}/checkpoint
            curl -s -H "Authorization: Bearer $(cat .dev/tokens/procurator)" ${url}/v1/me
            curl -s -H "Authorization: Bearer $(cat .dev/tokens/auditor)" '${url}/v1/log/entries?start=0&end=1'
Kiểm tra từ bên ngoài, tính lại từ bên trong · verify from outside, recompute from inside
            npm run -s verify -- ${url} --token-file .dev/tokens/auditor
            npm run -s audit
Việc chính, từng bước · the main job, step by step: test/worker/walk.md
`;
}

function wrapped(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > 86) lines.push(name);
    else lines[lines.length - 1] = `${last} ${name}`;
  }
  return lines.join(`\n${" ".repeat(12)}`);
}
