/** A mail before it is written as text and as HTML: one content, so that both tell the same. */

/** A value of a fact or cell. A `secret` is shown so that it can be copied and typed; a `link` is its own text. */
export type Value = string | { secret: string } | { link: string };

/** A value with its name. */
export type Fact = { label: string; value: Value };

/** A part of a mail. */
export type Block =
  | { kind: 'paragraph' | 'warning' | 'heading'; text: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'table'; headings: readonly string[]; rows: readonly (readonly Value[])[] };

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

/** A table; its first column names the row. */
export const table = (headings: readonly string[], rows: readonly (readonly Value[])[]): Block => ({
  kind: 'table',
  headings,
  rows,
});
