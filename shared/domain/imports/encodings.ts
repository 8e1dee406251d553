/** The encodings of text that a file may be said to be in. */

/** By the name that is shown, which is IANA's, the other names of it that are understood. */
const labels: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['utf8', 'unicode-1-1-utf-8', 'us-ascii', 'ascii'],
  'utf-16le': ['utf-16', 'utf16', 'utf16le', 'unicode'],
  'utf-16be': ['utf16be'],
  gb18030: ['gbk', 'gb2312', 'cp936', 'windows-936', 'x-gbk', 'euc-cn', 'chinese'],
  big5: ['big5-hkscs', 'cp950', 'windows-950', 'x-x-big5'],
  shift_jis: ['shift-jis', 'sjis', 'x-sjis', 'windows-31j', 'cp932', 'ms932', 'ms_kanji', 'csshiftjis'],
  'euc-jp': ['eucjp', 'x-euc-jp', 'cseucpkdfmtjapanese'],
  'euc-kr': ['euckr', 'cp949', 'windows-949', 'uhc', 'ks_c_5601-1987', 'ksc5601', 'korean'],
  'windows-1252': ['cp1252', 'x-cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'l1', 'ansi', 'iso_8859-1'],
  'windows-1250': ['cp1250', 'x-cp1250'],
  'windows-1251': ['cp1251', 'x-cp1251'],
  'windows-1253': ['cp1253', 'x-cp1253'],
  'windows-1254': ['cp1254', 'x-cp1254', 'iso-8859-9', 'iso8859-9', 'latin5'],
  'windows-1255': ['cp1255', 'x-cp1255'],
  'windows-1256': ['cp1256', 'x-cp1256'],
  'windows-1257': ['cp1257', 'x-cp1257'],
  'windows-1258': ['cp1258', 'x-cp1258'],
  'windows-874': ['cp874', 'tis-620', 'iso-8859-11', 'dos-874'],
  macintosh: ['mac', 'macroman', 'mac-roman', 'x-mac-roman', 'csmacintosh'],
  'iso-8859-2': ['iso8859-2', 'latin2', 'l2'],
  'iso-8859-3': ['iso8859-3', 'latin3'],
  'iso-8859-4': ['iso8859-4', 'latin4'],
  'iso-8859-5': ['iso8859-5', 'cyrillic'],
  'iso-8859-6': ['iso8859-6', 'arabic'],
  'iso-8859-7': ['iso8859-7', 'greek'],
  'iso-8859-8': ['iso8859-8', 'hebrew', 'iso-8859-8-i'],
  'iso-8859-10': ['iso8859-10', 'latin6'],
  'iso-8859-13': ['iso8859-13'],
  'iso-8859-14': ['iso8859-14'],
  'iso-8859-15': ['iso8859-15', 'latin9', 'l9'],
  'iso-8859-16': ['iso8859-16'],
  'koi8-r': ['koi8', 'koi8r', 'koi'],
  'koi8-u': ['koi8u', 'koi8-ru'],
  ibm437: ['cp437', '437', 'cspc8codepage437'],
  ibm850: ['cp850', '850', 'cspc850multilingual'],
  ibm852: ['cp852', '852', 'cspcp852'],
  ibm855: ['cp855', '855'],
  ibm857: ['cp857', '857'],
  ibm858: ['cp858', 'cp00858', 'ibm00858'],
  ibm862: ['cp862', '862'],
  ibm866: ['cp866', '866', 'csibm866'],
};

const names = new Map(
  Object.entries(labels).flatMap(([name, others]) => [name, ...others].map((label) => [label, name] as const)),
);

/** The names that are shown. */
export const encodings: readonly string[] = Object.keys(labels);

/** The name of an encoding by one of its labels (WHATWG's and IANA's), in any case; undefined where it has none. */
export const encodingNamed = (label: string): string | undefined => names.get(label.trim().toLowerCase());
