/** A mail before it is written as text and as HTML: one content, so that both tell the same. */

/** A value of a fact or cell. A `secret` is shown so that it can be copied and typed; a `link` is its own text. */
export type Value = string | { secret: string } | { link: string };

/** A value with its name. */
export type Fact = { label: string; value: Value };

/** A part of a mail. */
export type Block =
  | { kind: 'paragraph' | 'warning' | 'heading'; text: string }
  | { kind: 'facts' | 'counts'; facts: readonly Fact[] }
  | { kind: 'list'; columns: ListColumns; rows: readonly ListRow[] }
  | { kind: 'button'; text: string; label: string; link: string };

/** Headings of a list of people or things: two for which one it is, and one for what the list tells of it. */
export type ListColumns = { name: string; about: string; detail: string };

/** A person or thing in a list. */
export type ListRow = { name: string; about: string; detail: Value };

/** A mail's content. Its texts may hold names as people wrote them: whoever writes it out escapes them. */
export type Letter = {
  subject: string;
  title: string;
  greeting: string;
  blocks: readonly Block[];
  footer: readonly string[];
};

/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A paragraph that stands out. */
export const warning = (text: string): Block => ({ kind: 'warning', text });

/** A heading within the mail. */
export const heading = (text: string): Block => ({ kind: 'heading', text });

/** Facts below each other. */
export const facts = (...list: readonly Fact[]): Block => ({ kind: 'facts', facts: list });

/** Numbers below each other, each behind what it counts. */
export const counts = (...list: readonly { label: string; value: string }[]): Block => ({
  kind: 'counts',
  facts: list,
});

/** A list of people or things, with one fact about each. */
export const list = (columns: ListColumns, rows: readonly ListRow[]): Block => ({ kind: 'list', columns, rows });

/** What to do next, with the address that it leads to beneath, by its name, for readers that show no buttons. */
export const button = (text: string, label: string, link: string): Block => ({ kind: 'button', text, label, link });
