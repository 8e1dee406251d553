/** How other systems say that somebody may not sign in any more. */

/** Words of Google, Okta and systems of personnel. Whoever is on leave or hired for later is none of these. */
const words = new Set([
  ...['suspended', 'archived', 'inactive', 'deprovisioned', 'terminated', 'disabled', 'blocked', 'former', 'left'],
  ...['inaktiv', 'ausgeschieden', 'gesperrt', 'archiviert', 'gekündigt'],
  ...['inactief', 'geblokkeerd', 'uit dienst', 'gearchiveerd'],
  ...['inactivo', 'suspendido', 'bloqueado', 'baja', 'inactif', 'sorti'],
  ...['离职', '已离职', '停用', '已停用', '禁用', '已禁用'],
]);

/** The bit of `userAccountControl` that disables an account. */
const accountDisable = 2;

/** Whether a word, or a number of Active Directory, says so. */
export const isSuspended = (value: string): boolean =>
  /^\d{1,10}$/.test(value) ? (BigInt(value) & BigInt(accountDisable)) !== 0n : words.has(value.toLowerCase());
