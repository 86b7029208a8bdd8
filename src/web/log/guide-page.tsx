/** What an auditor does on the day when a check fails, in the order of the steps. */

import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { Table } from "../parts/table.tsx";

interface Sign {
  readonly sign: string;
  readonly means: string;
  readonly first: string;
}

const signs: readonly Sign[] = [
  {
    sign: "Lệnh kiểm tra kết thúc với mã 1: băm, mắt xích hoặc gốc không khớp",
    means: "Có mục bị sửa, xóa hoặc chèn sau khi ký, hoặc đường truyền làm hỏng dữ liệu.",
    first: "Chạy lại từ một mạng khác. Vẫn sai thì làm theo các bước dưới.",
  },
  {
    sign: "Nhật ký không nối tiếp điểm kiểm tra đã giữ",
    means: "Quá khứ đã được viết lại, hoặc máy chủ đưa cho hai người hai nhật ký khác nhau.",
    first: "Giữ cả hai điểm kiểm tra: hai chữ ký của một khóa lên hai gốc trái nhau là bằng chứng đủ.",
  },
  {
    sign: "Chữ ký của điểm kiểm tra không đúng với khóa đã giữ",
    means: "Khóa đã đổi mà không có mục mở lại, hoặc không phải nhật ký này.",
    first: "So khóa với khóa đã công bố; hỏi người vận hành về mục mở lại (log-reopened).",
  },
  {
    sign: "Mục do người không có quyền ghi",
    means: "Một quyền bị dùng trước khi được cấp, sau khi hết, hoặc máy chủ ghi sai.",
    first: "Ghi số mục, người ghi và lý do mà lệnh nêu; chạy kiểm toán từ bên trong để so.",
  },
  {
    sign: "Máy chủ đã dừng nhận",
    means: "Máy chủ tự thấy cơ sở dữ liệu cũ hơn hoặc khác điều đã ký.",
    first: "Không mở lại trước khi giữ bản sao của cơ sở dữ liệu và của kho trí nhớ người ký.",
  },
];

export async function showGuide(c: ConsoleContext): Promise<Response> {
  return showPage(c, {
    title: "Khi có sai lệch",
    children: (
      <>
        <Table
          caption="Dấu hiệu, ý nghĩa và việc đầu tiên"
          rows={signs}
          columns={[
            { head: "Dấu hiệu", cell: ({ sign }) => sign },
            { head: "Có thể là", cell: ({ means }) => means },
            { head: "Việc đầu tiên", cell: ({ first }) => first },
          ]}
        />
        <h2>Các bước</h2>
        <ol>
          <li>Không xóa gì, không chạy lại lệnh có --save lên tệp đã giữ: chép tệp điểm kiểm tra cũ ra nơi khác.</li>
          <li>Tải và giữ điểm kiểm tra hiện tại, lời lệnh in ra, giờ và địa chỉ máy chủ.</li>
          <li>Nhờ một người khác chạy cùng lệnh từ máy của họ: hai kết quả khác nhau là máy chủ trả lời khác nhau.</li>
          <li>
            Báo Thủ trưởng đơn vị vận hành và Viện kiểm sát bằng văn bản, kèm số mục, điểm kiểm tra và lời của lệnh.
          </li>
          <li>
            Đơn vị vận hành giữ bản sao cơ sở dữ liệu trước khi làm bất cứ việc gì; cách mở lại nằm trong
            scripts/README.md.
          </li>
          <li>Kết luận chỉ nêu điều đã chứng minh: mục nào, khác ở đâu, từ điểm kiểm tra nào còn tin được.</li>
        </ol>
      </>
    ),
  });
}
