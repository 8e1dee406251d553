import type { NoteTexts } from './note-texts.ts';

/** What was assumed of a file, in simplified Chinese. */
export const chineseNotes: NoteTexts = {
  columnsByPlace: (columns) => `标题无法识别，因此这 ${columns} 列按 Microsoft 模板的顺序读取。`,
  userNamesFrom: (heading) => `用户名取自“${heading}”列，因为没有专门的用户名列。`,
  columnsLeftOut: (headings) => `以下各列在此处没有用途，已被忽略：${headings}。`,
  displayNamesMade: () => '显示名称由名字和姓氏组成，因为没有显示名称列。',
  headingsOfLine: (line, above) => `标题位于第 ${line} 行；其上方的 ${above} 行文本已被忽略。`,
  headingsInColumn: (column) => `标题从第 ${column} 列开始。`,
  mergedDown: (places) => `有合并的单元格：${places}。其值已用于所涉及的每一行。`,
  mergedAcross: (places) => `有合并的单元格：${places}。其值仅用于所涉及的第一列。`,
  questionMarks: (rows) =>
    `姓名中有问号（例如第 ${rows} 行）：如未另行指定，Windows PowerShell 会以 ASCII 写入文件，其他字符会丢失。请使用 -Encoding UTF8 重新导出列表。`,
  typeNames: (headings) =>
    `以下各列中是类型的名称，而不是 PowerShell 未写出的值，因此这些单元格已被忽略：${headings}。`,
  cutoverLarge: (rows, most) =>
    `此直接转换迁移包含 ${rows} 个邮箱。Microsoft 建议不超过 ${most} 个，因为迁移更多邮箱的邮件需要很长时间；分阶段迁移可能更合适。`,
  more: (count) => ` 以及另外 ${count} 项`,
};
