import { counting } from '../../refusals/words/counting.ts';
import type { ImportTexts } from './import-texts.ts';

const counted = counting('zh-Hans');
const number = (count: number) => counted(count, { other: '# 个' });
const rows = (count: number) => counted(count, { other: '# 行' });
const people = (count: number) => counted(count, { other: '# 位用户' });
const waiting = (count: number) => `${people(count)}正在等待许可证。购买足够的数量后，将按顺序自动分配。`;

/** The mails about imports in simplified Chinese. */
export const chineseImports: ImportTexts = {
  import: {
    subject: (file, told) => `导入 ${file}：${told}`,
    shortly: {
      created: (n) => `已创建 ${number(n)}`,
      updated: (n) => `已更新 ${number(n)}`,
      unchanged: (n) => `未更改 ${number(n)}`,
      refused: (n) => `被拒绝 ${number(n)}`,
      skipped: (n) => `已跳过 ${number(n)}`,
    },
    title: '导入已完成',
    mostRefused: '大部分行被拒绝',
    allRefused: '所有行均被拒绝：未导入任何用户',
    refusedIntroduction: (file, count, duration) =>
      `文件 ${file} 已读取：共 ${rows(count)}，用时 ${duration}。其中半数以上被拒绝。`,
    introduction: (file, count, duration) => `文件 ${file} 已导入：共 ${rows(count)}，用时 ${duration}。`,
    counted: {
      created: '已创建',
      updated: '已更新',
      unchanged: '未更改',
      refused: '被拒绝',
      skipped: '已跳过（不属于任何人）',
      waiting: '等待许可证',
    },
    refused: (count) => `${rows(count)}被拒绝。`,
    reportSaysWhy: '报告中列出了每一行被拒绝的原因。',
    waiting,
    cancelled: {
      subject: (file) => `导入 ${file} 已取消`,
      title: '导入已取消',
      introduction: (file, duration) => `文件 ${file} 的导入进行 ${duration} 后被取消。`,
    },
    stopped: {
      subject: (file) => `导入 ${file} 已中止`,
      title: '导入已中止',
      introduction: (file, duration) => `文件 ${file} 的导入进行 ${duration} 后中止，原因如下：`,
    },
    soFar: '此前已完成的更改将保留：',
    nothing: '未创建或更改任何用户。',
  },
  dryRun: {
    subject: (file, told) => `试运行 ${file}：${told}`,
    shortly: {
      created: (n) => `将创建 ${number(n)}`,
      updated: (n) => `将更新 ${number(n)}`,
      unchanged: (n) => `将保持不变 ${number(n)}`,
      refused: (n) => `将拒绝 ${number(n)}`,
      skipped: (n) => `已跳过 ${number(n)}`,
    },
    title: '试运行已完成：未作任何更改',
    mostRefused: '大部分行将被拒绝：未作任何更改',
    allRefused: '所有行都将被拒绝：未作任何更改',
    refusedIntroduction: (file, count, duration) =>
      `文件 ${file} 仅作试运行：共 ${rows(count)}，用时 ${duration}。未作任何更改。正式导入将拒绝半数以上的行：`,
    introduction: (file, count, duration) =>
      `文件 ${file} 仅作试运行：共 ${rows(count)}，用时 ${duration}。未作任何更改。正式导入的结果将如下：`,
    counted: {
      created: '将创建',
      updated: '将更新',
      unchanged: '将保持不变',
      refused: '将被拒绝',
      skipped: '将跳过（不属于任何人）',
      waiting: '将等待许可证',
      mails: '登录信息邮件',
    },
    refused: (count) => `将有 ${rows(count)}被拒绝。`,
    reportSaysWhy: '报告中列出了每一行被拒绝的原因。',
    waiting: (count) => `将有 ${people(count)}等待许可证，直至购买足够的数量。`,
    cancelled: {
      subject: (file) => `试运行 ${file} 已取消`,
      title: '试运行已取消',
      introduction: (file, duration) => `文件 ${file} 的试运行进行 ${duration} 后被取消。`,
    },
    stopped: {
      subject: (file) => `试运行 ${file} 已中止`,
      title: '试运行已中止',
      introduction: (file, duration) => `文件 ${file} 的试运行进行 ${duration} 后中止，原因如下：`,
    },
    soFar: '未作任何更改。此前得出的结果如下：',
    nothing: '未作任何更改。',
  },
  undo: {
    subject: (file, told) => `撤销 ${file}：${told}`,
    shortly: {
      done: (n) => `已撤销 ${number(n)}`,
      unchanged: (n) => `${number(n)}无需撤销`,
      refused: (n) => `保留原状 ${number(n)}`,
    },
    title: '撤销已完成',
    mostRefused: '大部分用户保留原状',
    allRefused: '未恢复任何用户',
    refusedIntroduction: (file, count, duration) =>
      `此前对文件 ${file} 的操作，半数以上的用户无法撤销：共 ${rows(count)}，用时 ${duration}。`,
    introduction: (file, count, duration) =>
      `此前对文件 ${file} 执行的操作已尽可能撤销：共 ${rows(count)}，用时 ${duration}。`,
    counted: {
      deleted: '已删除',
      updated: '已改回',
      restored: '已恢复',
      unchanged: '无需撤销',
      refused: '保留原状',
    },
    refused: (count) => `${people(count)}保留原状。`,
    reportSaysWhy: '报告中列出了其中每位用户的原因，例如该用户之后登录过或被更改过。',
    waiting,
    cancelled: {
      subject: (file) => `撤销 ${file} 的操作已取消`,
      title: '撤销操作已取消',
      introduction: (file, duration) => `文件 ${file} 的撤销操作进行 ${duration} 后被取消。`,
    },
    stopped: {
      subject: (file) => `撤销 ${file} 的操作已中止`,
      title: '撤销操作已中止',
      introduction: (file, duration) => `文件 ${file} 的撤销操作进行 ${duration} 后中止，原因如下：`,
    },
    soFar: '此前已撤销的内容保持不变：',
    nothing: '未撤销任何内容。',
  },
  onHold: {
    subject: (file) => `导入 ${file} 正在等待许可证`,
    title: '导入正在等待许可证',
    introduction: (file, count) =>
      `文件 ${file} 共 ${rows(count)}，所需的许可证多于可用数量。在许可证足够之前，不会创建或更改任何用户。`,
    goesOn: '许可证足够后，导入将自动继续。',
    beginWithout: '立即继续，让用户等待许可证',
  },
  deletionsHeld: {
    subject: (count) => `同步正在等待：将删除 ${count} 位用户`,
    title: '同步正在等待',
    introduction: (count) =>
      `本地目录中有 ${count} 位用户被删除或已不在同步范围内，超过了无需确认即可删除的数量。未更改任何用户。以下是其中的前几位：`,
    goesOn: '如果这是误操作，请在本地目录中更正：下一次同步将自动完成。',
    deleteThem: '如果确实要删除，请执行',
  },
  runsMissing: {
    subject: '本地目录已有一天没有同步',
    title: '同步已停止',
    introduction: '一天以来没有任何同步成功完成。在此期间本地目录中新增、更改或离开的用户，在此处尚未更新。',
    whatToDo: '请检查代理是否正在运行，并查看其日志的最后内容。此通知只发送一次；下一次同步会补上所有遗漏的更改。',
  },
  refusedFile: {
    subject: (file) => `${file} 未导入`,
    title: '文件被拒绝',
    introduction: (file) => `文件 ${file} 被拒绝，原因如下：`,
  },
  comma: '，',
  refusedRows: {
    title: '被拒绝的行',
    wouldTitle: '将被拒绝的行',
    rowName: '行',
    row: (rowNumber) => `第 ${rowNumber} 行`,
    userName: '用户名',
    reason: '原因',
    more: (count) => counted(count, { other: '另有 # 行，见报告。' }),
  },
  notDone: (count) => `${rows(count)}未处理。`,
  report: '报告',
  encoding: '文本读取编码',
  seatsToBuy: '需购买的许可证',
  roles: {
    given: '以下用户获得了管理员角色',
    wouldGive: '以下用户将获得管理员角色',
    taken: '以下用户失去了管理员角色',
    column: '角色',
    more: (count) => `另有${people(count)}；审核日志列出了全部用户。`,
  },
  steps: { apply: '按此结果执行', resume: '继续执行', undo: '撤销已执行的操作' },
};
