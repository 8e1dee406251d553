/** Yes and no as people and Excel write them, in the languages whose headings are known. */
const yes = new Set(['yes', 'true', 'ja', 'waar', 'wahr', 'sí', 'si', 'verdadero']);
const no = new Set(['no', 'false', 'nee', 'onwaar', 'nein', 'falsch', 'falso']);

/** The boolean that a word stands for; none for any other word. */
export const yesOrNo = (word: string): boolean | undefined => {
  const plain = word.normalize('NFC').toLowerCase();
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : undefined;
};
