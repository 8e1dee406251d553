/** Numbers and the words that follow them. */

/** The forms of a text by its number: `one` where the language has such a form, `other` for the rest. */
export type Forms = { one?: string; other: string };

/** Tells how a language counts; `#` in a form stands for the number. */
export const counting = (locale: string): ((count: number, forms: Forms) => string) => {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, { one, other }) => {
    const form = rules.select(count) === 'one' ? (one ?? other) : other;
    return form.replace('#', () => numbers.format(count));
  };
};
