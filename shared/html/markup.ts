/** HTML that cannot be injected into: the only way to make it escapes every text that is put in. */
import { oneLine } from '../domain/one-line.ts';

/** HTML made by `html`. */
export type Markup = { readonly markup: string };

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML, within an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** A template of HTML. Texts put into it are escaped; markup stays as it is, and a list of markup is joined. */
export const html = (
  parts: TemplateStringsArray,
  ...values: (string | number | Markup | readonly Markup[])[]
): Markup => {
  const put = (value: (typeof values)[number] | undefined): string => {
    if (value === undefined) return '';
    if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
    return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('\n');
  };
  return { markup: parts.map((part, index) => part + put(values[index])).join('') };
};
