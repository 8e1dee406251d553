/** Marks that nobody sees and that a script cannot do without: there they are part of the text, elsewhere a disguise. */

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
export const hasRightToLeft = (text: string): boolean => turned.test(text);
const turned = new RegExp(`(?=\\p{L})[${rightToLeft.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');

/** Where a mark stands: what is before and behind it, and whether its text has letters from right to left. */
export type MarkPlace = { before: string; after: string; isTurned: boolean };

/** Whether a mark belongs to the text at this place. */
export const isNeeded = (mark: string, { before, after, isTurned }: MarkPlace): boolean => {
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
