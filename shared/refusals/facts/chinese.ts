import type { FactTexts } from './fact-texts.ts';

/** What was found, in simplified Chinese. */
export const chineseFacts: FactTexts = {
  cellsOfCutRow: (cells, headings) => `${cells} 个单元格对应 ${headings} 个标题，可能是未加引号的换行将该行分成了两行`,
  cells: (cells, headings) => `${cells} 个单元格对应 ${headings} 个标题`,
  leftOfHeadings: () => '标题左侧还有一个单元格',
  unseenCharacter: (character) => `含有不可见字符 ${character}`,
  unreadable: () => '含有无法读取的字符；请将文件重新保存为 UTF-8',
  formula: () => '这是一个公式；请填写其结果',
  uncalculated: () => '公式从未计算过；请在电子表格程序中打开并保存该工作簿',
  sheetError: (error) => `工作表中该处为错误 ${error}`,
  narrowColumn: () => '列宽不足以显示该值；请加宽该列并重新保存工作表',
  shortenedNumber: (number) => `电子表格缩短了该数字（${number}）；请将该列设为文本，重新输入并保存工作表`,
  madeDate: (date) => `电子表格将其变成了日期（${date}）；请将该列设为文本，重新输入并保存工作表`,
  notCleared: () => '该值不能清除',
  onlyAscii: () => '只能使用不含空格的 ASCII 字符',
  mostNumbers: (most) => `最多 ${most} 个号码`,
  mostAddresses: (most) => `最多 ${most} 个地址`,
  mostLicences: (most, given) => `最多 ${most} 个许可证，而此处有 ${given} 个`,
  misread: (shown, meant) => `“${shown}”，可能应为“${meant}”`,
  readBy: (shown, encoding) => `按 ${encoding} 读作“${shown}”`,
  nameNeedsMandarin: (property, character) => `${property} 含有 ${character}，它只能按普通话读音，而该姓名不是`,
  notSpelled: (property, character) => `${property} 含有 ${character}，无法用用户名的字母拼写`,
  noLetters: (property) => `${property} 既无字母也无数字`,
  propertyMissing: (property) => `缺少 ${property}`,
  nameFreeBeside: (who, name, free) => `${someone(who)} 已使用 ${name}；${free} 可用`,
  nameHeld: (who, name) => `${someone(who)} 已使用 ${name}`,
  idAndName: (ofId, ofName) => `编号属于 ${ofId}，名称属于 ${ofName}`,
  plannedOther: (planned, now) => `计划为 ${planned}，而现在将为 ${now}`,
  changesOther: () => '将更改其他内容',
  licenceMaybe: (name, meant, all) => `${name}，可能应为 ${either(meant)}；现有：${list(all)}`,
  licenceOther: (name, all) => `${name}；现有：${list(all)}`,
  countryUnion: (written) => `${written}，它对应不止一个`,
  countryMaybe: (written, meant) => `${written}，可能应为 ${either(meant)}`,
};

const someone = (who: string): string => (who === 'somebody' ? '他人' : who);
const either = (proposals: string): string => proposals.replaceAll(' or ', ' 或 ');
const list = (all: string): string => (all === 'none' ? '无' : all.replace(/ and (\d+) more$/, ' 以及另外 $1 个'));
