/** A letter as HTML. */
import type { Block, Fact, Letter, Value } from './letter.ts';
import type { Letterhead } from './letterhead.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';
import { style } from './style.ts';

/** The letter as a whole HTML page, in tables and inline styles, which is all that every mail reader knows. */
export const writeHtml = (letter: Letter, { organisation, language }: Letterhead): string =>
  page({
    language,
    sender: organisation.displayName,
    title: letter.title,
    body: [html`<p class="ink" style="${style.paragraph}">${letter.greeting}</p>`, ...letter.blocks.map(write)],
    footer: letter.footer,
  }).markup;

const write = (block: Block): Markup => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="ink" style="${style.paragraph}">${block.text}</p>`;
    case 'warning':
      return html`<p class="warning" style="${style.warning}">${block.text}</p>`;
    case 'heading':
      return html`<h2 class="ink" style="${style.heading}">${block.text}</h2>`;
    case 'facts':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.facts}">
${block.facts.map(writeFact)}
</table>`;
    case 'table':
      return writeTable(block.headings, block.rows);
  }
};

const writeFact = ({ label, value }: Fact): Markup => html`<tr><td style="${style.fact}">
<div class="soft" style="${style.label}">${label}</div>
<div class="ink" style="${style.value}">${inline(value)}</div>
</td></tr>`;

const writeTable = (headings: readonly string[], rows: readonly (readonly Value[])[]): Markup => {
  const head = headings.map(
    (text) => html`<th class="soft line" scope="col" align="left" style="${style.head}">${text}</th>`,
  );
  const body = rows.map((row) => html`<tr class="row">${row.map(writeCell)}</tr>`);
  return html`<table class="table" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.table}">
<thead class="heads"><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>`;
};

const writeCell = (value: Value): Markup =>
  html`<td class="cell ink line" valign="top" style="${style.cell}">${inline(value)}</td>`;

const inline = (value: Value): Markup => {
  if (typeof value === 'string') return html`${value}`;
  if ('secret' in value) return html`<span class="secret" style="${style.secret}">${value.secret}</span>`;
  // A link that is no web address is shown and leads nowhere.
  if (!/^https?:\/\//i.test(value.link)) return html`${value.link}`;
  return html`<a class="link" href="${value.link}" style="${style.link}">${value.link}</a>`;
};
