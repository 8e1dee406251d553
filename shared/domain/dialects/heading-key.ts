/** Headings as they are compared. */

/** What marks a heading as required or not, behind it and in round brackets; square ones belong to a heading. */
const remark =
  /\((?:required|optional|mandatory|erforderlich|pflichtfeld|verplicht|optioneel|obligatorio|opcional|requis|obligatoire|obbligatorio|obrigatório|wymagane|必填|必需|必須|選填|选填|可选)\)$/;

/**
 * A heading without case, spaces, marks that nobody sees, hyphens and underscores, full-width forms, kinds of apostrophe,
 * ways to write an accent, and what says that it is required. So `First Name *`, `first_name` and `ＦＩＲＳＴ　ＮＡＭＥ` are one.
 */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\p{Cf}_\u00ad\-\u2010-\u2015\u2212]/gu, '')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/^["'*]+|["'*:]+$/g, '')
    .replace(remark, '')
    .replace(/\*+$/, '');

/** A table of headings, ready to be looked up. */
export const foldedKeys = <Meaning>(headings: Readonly<Record<string, Meaning>>): ReadonlyMap<string, Meaning> =>
  new Map(Object.entries(headings).map(([heading, meaning]) => [headingKey(heading), meaning]));

/** Words for a password in the languages whose headings are known. */
const passwordWord = /passw|kennw|wachtwoord|contraseña|motdepasse|senha|hasło|密码|密碼|口令|パスワード/;

/** Whether the cells under a heading may be passwords: nobody who leaves such a column out wants to find it in a report. */
export const namesPassword = (heading: string): boolean => passwordWord.test(headingKey(heading));
