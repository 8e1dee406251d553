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

const ofScripts = (scripts: readonly string[]) => scripts.map((name) => `\\p{Script_Extensions=${name}}`).join('');
/** Marks without a script of their own, such as accents, belong to every one of these: letters alone tell. */
const letterOf = (scripts: readonly string[]) => new RegExp(`^[${ofScripts(scripts)}]$`, 'u');

const joins = letterOf([...joining, ...indic]);
const isUnspaced = letterOf(unspaced);
const isMongolian = letterOf(['Mong']);
const isHan = letterOf(['Hani']);
const isHebrew = letterOf(['Hebr']);
const hasRightToLeft = new RegExp(`[${rightToLeft.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');
const virama = /^[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]$/;
const pictograph = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]$/u;
const hasStyles = /^[\p{Extended_Pictographic}\p{S}\p{Po}\p{Script=Han}]$/u;
const isTag = /^[\u{e0020}-\u{e007f}]$/u;

/** Whether a mark belongs to the text between these characters, which are empty at its ends. */
export const isNeeded = (mark: string, before: string, after: string, text: string): boolean => {
  const code = mark.codePointAt(0) ?? 0;
  if (code === 0x200c || code === 0x200d) return isJoining(before, after);
  if (code === 0x200e || code === 0x200f || code === 0x061c) return hasRightToLeft.test(text);
  if (code === 0x200b) return isUnspaced.test(before) && isUnspaced.test(after);
  if (code === 0x034f) return isHebrew.test(before);
  if (code >= 0xfe00 && code <= 0xfe0f)
    return hasStyles.test(before) || (after === '\u20e3' && /^[#*\d]$/.test(before));
  if (code >= 0xe0100 && code <= 0xe01ef) return isHan.test(before);
  if (code >= 0x180b && code <= 0x180f) return isMongolian.test(before);
  return isTag.test(mark) && (before === '\u{1f3f4}' || isTag.test(before));
};

/** Behind a virama the joiner is a letter's form, at the end of a name too, as in Malayalam. */
const isJoining = (before: string, after: string): boolean =>
  virama.test(before) ||
  (joins.test(before) && joins.test(after)) ||
  ((pictograph.test(before) || before === '\ufe0f') && pictograph.test(after));
