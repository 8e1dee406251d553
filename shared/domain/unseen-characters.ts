/** Characters of a text that nobody sees, and that change what others see. */

/**
 * Those that no text has, wherever they stand, as in a regular expression: control characters, halves of characters,
 * separators of lines; marks that turn the order of all that follows (U+202A to 202E, U+2066 to 2069); and what takes no
 * room: a name with one looks like somebody else's.
 */
export const unseenCharacters =
  '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00ad\\u180e\\u200b\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb';

/**
 * All that has to be looked at: also what is no character (U+FFFF), what stands for one that was lost (U+FFFC, U+FFFD),
 * what each machine shows in its own way (private use), and every other mark that takes no room, some of which a script
 * needs.
 */
const suspicious = `[${unseenCharacters}\\p{Noncharacter_Code_Point}\\p{Co}\\p{Default_Ignorable_Code_Point}\\ufffc\\ufffd]`;
const isSuspicious = new RegExp(suspicious, 'u');
const eachSuspicious = new RegExp(suspicious, 'gu');

/** Whether a text is of nothing but letters and signs of western Europe, as most are: told fast. */
const isOrdinary = (text: string): boolean => !/[^\x20-\x7e\xa1-\xac\xae-\u02ff]/.test(text);

/** The first such character of a text as Unicode writes it (U+202E), if it has one. With `lines` it may have several. */
export const unseenIn = (text: string, { lines = false } = {}): string | undefined => {
  if (isOrdinary(text) || !isSuspicious.test(text)) return undefined;
  const line = lines ? text.replace(/[\r\n]/g, '') : text;
  const isTurned = hasRightToLeft(line);
  for (const { 0: mark, index } of line.matchAll(eachSuspicious)) {
    const [before, after] = [near(line, index), line.slice(index + mark.length, index + mark.length + 2)];
    if (!isNeeded(mark, { before, after, isTurned })) return nameOf(mark);
  }
  return undefined;
};

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What stands before a place, as far as it may matter: a flag with its tags is the longest. */
const near = (text: string, place: number): string => text.slice(Math.max(0, place - 20), place);

/** What is blank at the ends of a text: spaces of every width, and marks that take no room. */
const isEdge = (character: string): boolean => edge.test(character);
const edge = /^[\s\u2800\p{Default_Ignorable_Code_Point}]$/u;
const blankStart = /^[\s\u2800\p{Default_Ignorable_Code_Point}]+/u;

/** Whether a character is neither blank nor a mark: letters of Europe, and those of eastern Asia. */
const isPlain = (unit: number): boolean =>
  (unit > 0x20 && unit < 0x7f) ||
  (unit > 0xad && unit < 0x300) ||
  (unit >= 0x370 && unit < 0x600) ||
  (unit > 0x3000 && unit < 0x3100) ||
  (unit >= 0x4e00 && unit < 0xd7a4);

/**
 * A text without what is blank at its ends: programs that copy put marks around names, addresses and numbers. What the
 * script of its last letters needs stays.
 */
export const visibleText = (text: string): string => {
  if (text === '' || (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)))) return text;
  const rest = text.replace(blankStart, '');
  let end = rest.length;
  while (end > 0) {
    const start = end > 1 && /^[\udc00-\udfff]/.test(rest.charAt(end - 1)) ? end - 2 : end - 1;
    const mark = rest.slice(start, end);
    if (!isEdge(mark) || isNeeded(mark, { before: near(rest, start), after: '', isTurned: false })) break;
    end = start;
  }
  return rest.slice(0, end);
};

/** Whether a text has nothing to be seen. */
export const isBlank = (text: string): boolean => visibleText(text) === '';

/** A text as words are compared that may come with marks inside: without any that take no room. */
export const withoutMarks = (text: string): string =>
  isOrdinary(text) ? text : text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/* Marks that a script cannot do without: there they are part of the text, elsewhere a disguise. */

/** Scripts whose letters change their form by a joiner beside them. */
const joining = ['Arab', 'Syrc', 'Mong', 'Nkoo', 'Mand', 'Phag', 'Adlm', 'Rohg'];
const indic = [
  ...['Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Tibt', 'Khmr', 'Mymr'],
  ...['Limb', 'Bali', 'Java', 'Sund', 'Mtei', 'Newa', 'Tirh', 'Gran'],
];
/** Scripts without spaces, in which an invisible one says where a line may break. */
const unspaced = ['Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Lana', 'Talu'];
const rightToLeft = ['Hebr', 'Arab', 'Syrc', 'Thaa', 'Nkoo', 'Mand', 'Adlm', 'Rohg'];

/** The last, or the first, letter or sign of these scripts; accents and marks that belong to several count as well. */
const ofScripts = (scripts: readonly string[]) =>
  `(?=[\\p{L}\\p{M}])(?!\\p{Default_Ignorable_Code_Point})[${scripts.map((name) => `\\p{Script_Extensions=${name}}`).join('')}]`;
const ending = (scripts: readonly string[]) => new RegExp(`${ofScripts(scripts)}$`, 'u');
const beginning = (scripts: readonly string[]) => new RegExp(`^${ofScripts(scripts)}`, 'u');

const joinedBefore = ending([...joining, ...indic]);
const joinedAfter = beginning([...joining, ...indic]);
const unspacedBefore = ending(unspaced);
const unspacedAfter = beginning(unspaced);
const mongolianBefore = ending(['Mong']);
const hanBefore = ending(['Hani']);
const hebrewBefore = ending(['Hebr']);
const viramaBefore = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]$/;
const pictographBefore = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})\ufe0f?$/u;
const pictographAfter = /^\p{Extended_Pictographic}/u;
const styledBefore = /[\p{Extended_Pictographic}\p{S}\p{Po}\p{Script=Han}]$/u;
const flagBefore = /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u;

/** Whether a text has letters that are written from right to left. */
const hasRightToLeft = (text: string): boolean => turned.test(text);
const turned = new RegExp(`(?=\\p{L})[${rightToLeft.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');

/** Where a mark stands: what is before and behind it, and whether its text has letters from right to left. */
type MarkPlace = { before: string; after: string; isTurned: boolean };

/** Whether a mark belongs to the text at this place. */
const isNeeded = (mark: string, { before, after, isTurned }: MarkPlace): boolean => {
  const code = mark.codePointAt(0) ?? 0;
  if (code === 0x200c || code === 0x200d) return isJoining(before, after);
  if (code === 0x200e || code === 0x200f || code === 0x061c) return isTurned;
  if (code === 0x200b) return unspacedBefore.test(before) && unspacedAfter.test(after);
  if (code === 0x034f) return hebrewBefore.test(before);
  if (code >= 0xfe00 && code <= 0xfe0f) return styledBefore.test(before) || isKeycap(before, after);
  if (code >= 0xe0100 && code <= 0xe01ef) return hanBefore.test(before);
  if (code >= 0x180b && code <= 0x180f) return mongolianBefore.test(before);
  return code >= 0xe0020 && code <= 0xe007f && flagBefore.test(before);
};

/** Behind a virama the joiner is a letter's form, at the end of a name too, as in Malayalam. */
const isJoining = (before: string, after: string): boolean =>
  viramaBefore.test(before) ||
  (joinedBefore.test(before) && joinedAfter.test(after)) ||
  (pictographBefore.test(before) && pictographAfter.test(after));

const isKeycap = (before: string, after: string): boolean => /[#*\d]$/.test(before) && after.startsWith('\u20e3');
