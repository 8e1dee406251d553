/** Words that follow a number, in the forms that a language has. */

/** Forms by the plural categories of a language, each with `#` where the number stands. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** Puts numbers into forms: `counted('en')(3, { one: '# person', other: '# people' })` is "3 people". */
export const counted = (language: string) => {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count: number, forms: Forms): string =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count));
};
