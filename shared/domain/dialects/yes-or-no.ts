/** Words in cells that stand for a yes or a no, in the languages whose headings are known. */

/** As people and Excel write them. */
const yes = new Set([
  ...['yes', 'true', 'ja', 'waar', 'wahr', 'sí', 'si', 'verdadero'],
  ...['是', '真', 'oui', 'vrai', 'sì', 'vero', 'sim', 'verdadeiro', 'はい', 'tak', 'prawda'],
]);
const no = new Set([
  ...['no', 'false', 'nee', 'onwaar', 'nein', 'falsch', 'falso'],
  ...['否', '假', 'non', 'faux', 'não', 'いいえ', 'nie', 'fałsz'],
]);

/** The boolean that a word stands for; none for any other word. */
export const yesOrNo = (word: string): boolean | undefined => {
  const plain = word.normalize('NFC').toLowerCase();
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : undefined;
};

/**
 * How Google, Okta and systems of personnel say that somebody may not sign in any more. Whoever is on leave or hired for
 * later is none of these.
 */
const suspended = new Set([
  ...['suspended', 'archived', 'inactive', 'deprovisioned', 'terminated', 'disabled', 'blocked', 'former', 'left'],
  ...['inaktiv', 'ausgeschieden', 'gesperrt', 'archiviert', 'gekündigt'],
  ...['inactief', 'geblokkeerd', 'uit dienst', 'gearchiveerd'],
  ...['inactivo', 'suspendido', 'bloqueado', 'baja', 'inactif', 'sorti'],
  ...['离职', '已离职', '停用', '已停用', '禁用', '已禁用'],
]);

/** The bit of `userAccountControl` that disables an account. */
const accountDisable = 2;

/** Whether a word, or a number of Active Directory, says that an account is not to be used. */
export const isSuspended = (value: string): boolean =>
  /^\d{1,10}$/.test(value) ? (BigInt(value) & BigInt(accountDisable)) !== 0n : suspended.has(value.toLowerCase());
