import { likeliestIn } from '../../domain/refusal-facts.ts';
import { counting } from '../words/counting.ts';
import type { FileRefusalTexts } from '../words/refusal-texts.ts';

const counted = counting('zh-Hans');

/** Why a whole file was refused, in simplified Chinese. */
export const chineseFileRefusals: FileRefusalTexts = {
  EmptyFile: () => '文件为空。请将工作表另存为 CSV，其中须包含标题行和至少一位用户。',
  HeaderOnly: () => '文件只有标题行，没有用户。请至少添加一行。',
  ExcelWorkbook: () => '无法读取此工作簿：它设有密码、已损坏或属于其他类型。请不设密码另存为 .xlsx，或另存为 CSV。',
  FormatUnknown: (format) => `此文件不是用户表格，而是 ${format}。请在电子表格程序中打开，然后另存为 .xlsx 或 CSV。`,
  WorkbookTooLarge: () => '此工作簿解压后过大。请另存为 CSV。',
  SheetUnknown: (sheets, sheet) => `工作簿中没有名为 ${sheet} 的工作表。现有工作表：${sheets}。`,
  FileTooLarge: (size) => `文件大于 ${size}。请拆分该文件。`,
  CompressedFile: () => '此文件已压缩。请解压缩，然后上传其中的 CSV 文件。',
  BinaryFile: () => '文件包含非文本内容。请重新另存为 CSV。',
  EncodingUnclear: (readings) =>
    `无法确定该文件的文字编码：${readings}。请将其重新保存为 UTF-8（在 Excel 中选择“CSV UTF-8”），或在导入时使用 encoding 选项指定编码，例如 { "encoding": "${likeliestIn(readings)}" }。`,
  UnclosedQuote: (line) => `第 ${line} 行附近有一个单元格的引号没有闭合。请闭合该引号，或在单元格内将其写成两个引号。`,
  DuplicateHeadings: (headings) => `以下标题重复出现：${headings}。每个标题请只保留一个。`,
  HeadingMissing: (heading, target) =>
    target === 'userPrincipalName'
      ? `文件缺少以下列：${heading}。请添加该列，或用选项 userNamePattern 生成用户名，例如 "{givenName}.{surname}@contoso.com"。`
      : `文件缺少以下列：${heading}。请添加该列。`,
  HeadingsUnknown: (headings, _target, proposal) =>
    proposal
      ? `无法识别以下标题：${headings}。请说明其含义：在 POST /v1.0/imports 的正文中，或在与文件同目录的 NAME.options.json 中，使用选项 ${proposal}（请先修改）重新导入。`
      : `无法识别以下标题：${headings}。请使用模板中的标题，或删除这些列。`,
  UserNamePatternInvalid: (fact) =>
    `无法使用用户名的模式：${fact}。可用 {givenName}、{surname}、{displayName}、{mailNickname}、{employeeId}，{givenName:1} 表示首字母，以及 A-Z、a-z、0-9、' . - _ ! # ^ ~，还可加上 @ 和组织的域名。`,
  MappingInvalid: (fact) => `无法使用列的映射：${fact}。请更正。`,
  CellTooLarge: (line) => `第 ${line} 行附近有一个单元格过大。请缩短其内容。`,
  TooManyColumns: () => '文件的列数超出可读取的范围。请删除空列。',
  TooManyRows: () => '文件的行数超出一次导入可读取的范围。请拆分文件。',
  HeadingsNotFound: () => '在文件开头未找到标题。请删除标题上方的空行。',
  HeadingsTooLong: () => '标题过长。请缩短标题。',
  ImportImpossible: () =>
    '导入无法继续：其中一部分超出 AWS 服务可接受的大小，或被其拒绝。请拆分为较小的文件，并减少和缩短单元格内容。',
  FileUnavailable: () => '文件在读取完成之前被更改或删除。请重新上传。',
  TooManyRefusals: (count) =>
    `${counted(Number(count), { other: '# 行' })}被拒绝，达到了导入应停止的数量。请更正这些行，或继续执行导入。`,
  OwnerGone: () =>
    '此导入所代表的某个人或应用程序已被删除或阻止，或不再有权导入。其余行未作处理。请以您自己的名义导入该文件。',
  PlanOutdated: (_fact, licence) =>
    `试运行的结果已过时：许可证 ${licence} 的可用数量少于当时的数量。未作任何更改。请重新试运行。`,
  OptionsInvalid: (fact) => `无法使用此导入的选项：${fact}。请更正选项，然后重新上传文件。`,
  SynchronizationIncomplete: (fact) => `此次同步的文件不完整：${fact}。未进行任何更改；下一次同步将重新读取。`,
  WatermarkOutdated: () => '此次同步未从上一次结束的位置开始。未进行任何更改；请从当前位置重新开始。',
  SourceChanged: (domain) =>
    `此处的用户来自 ${domain}，而此次同步读取的是另一个目录。未进行任何更改；如要从该目录重新开始，请关闭同步后再打开。`,
  SourceEmpty: (known) =>
    `此次同步未列出任何用户，但已知有 ${known} 位用户来自本地目录。未进行任何更改；请检查同步范围以及代理的读取权限。`,
  CutoverWhileSynchronized: () =>
    '直接转换迁移会在其他人来自本地目录时添加用户，这样每个人都会重复。请先关闭同步，或改用分步迁移。',
  BatchTooLarge: (rows) => `文件的行数超出此类迁移批处理的上限（${rows}）。未添加或更改任何人；请分成多个批处理。`,
  SynchronizationOff: () => '与本地目录的同步已关闭。未进行任何更改。',
  SynchronizationOnHold: (run) => `同步正在等待，因为 ${run} 已撤消。请先修复本地目录，再让同步继续。`,
  SynchronizationRunning: (run) => `另一次同步尚未结束（${run}）。未进行任何更改；请在其结束后重新开始。`,
};
