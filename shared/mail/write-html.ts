/** A letter as HTML. */

import { html, type Markup } from '../html/markup.ts';
import { light } from '../html/palette.ts';
import type { Block, Fact, Letter, ListColumns, ListRow, Value } from './letter.ts';
import type { Letterhead } from './letterhead.ts';
import { page } from './page.ts';
import { style } from './style.ts';
import { textsIn } from './texts/catalogue.ts';

/** The letter as a whole HTML page, in tables and inline styles, which is all that every mail reader knows. */
export const writeHtml = (letter: Letter, { organisation, language }: Letterhead): string =>
  page({
    language,
    sender: organisation.displayName,
    title: letter.title,
    body: [
      html`<p class="ink" style="${style.paragraph}">${letter.greeting}</p>`,
      ...letter.blocks.map((block) => write(block, language)),
    ],
    footer: letter.footer,
  }).markup;

const write = (block: Block, language: Letterhead['language']): Markup => {
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
    case 'counts':
      return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.table}">
${block.facts.map(writeCount)}
</table>`;
    case 'list':
      return writeList(block.columns, block.rows);
    case 'button':
      return writeButton(block, textsIn(language).label(block.label));
  }
};

const writeFact = ({ label, value }: Fact): Markup => html`<tr><td style="${style.fact}">
<div class="soft" style="${style.label}">${label}</div>
<div class="ink" style="${style.value}">${inline(value)}</div>
</td></tr>`;

const writeCount = ({ label, value }: Fact): Markup => html`<tr>
<th class="ink line" scope="row" align="left" style="${style.counted}">${label}</th>
<td class="ink line" align="right" style="${style.count}">${inline(value)}</td>
</tr>`;

const writeList = (columns: ListColumns, rows: readonly ListRow[]): Markup => {
  const head = [`${columns.name} · ${columns.about}`, columns.detail].map(
    (text) => html`<th class="soft line" scope="col" align="left" style="${style.head}">${text}</th>`,
  );
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.table}">
<thead class="heads"><tr>${head}</tr></thead>
<tbody>
${rows.map(writeRow)}
</tbody>
</table>`;
};

const writeRow = ({ name, about, detail }: ListRow): Markup => html`<tr class="row line">
<td class="cell ink line" width="42%" valign="top" style="${style.who}"><strong>${name}</strong><br>${about}</td>
<td class="cell ink line" valign="top" style="${style.detail}">${inline(detail)}</td>
</tr>`;

const inline = (value: Value): Markup => {
  if (typeof value === 'string') return html`${value}`;
  if ('secret' in value) return html`<span class="secret" style="${style.secret}">${value.secret}</span>`;
  if (!isWebAddress(value.link)) return html`${value.link}`;
  return html`<a class="link" href="${value.link}" style="${style.link}">${value.link}</a>`;
};

/** A link that is no web address is shown and leads nowhere. */
const isWebAddress = (link: string): boolean => /^https?:\/\//i.test(link);

/** A cell with a colour, since Outlook paints no link; the address beneath, for whoever sees no button or trusts none. */
const writeButton = ({ text, link }: Extract<Block, { kind: 'button' }>, labelled: string): Markup => {
  // A text's own blanks at its ends are not kept.
  const gap: Markup = { markup: labelled.endsWith(' ') ? ' ' : '' };
  return isWebAddress(link)
    ? html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${style.buttons}">
<tr><td class="button" align="center" bgcolor="${light.link}" style="${style.button}"><a class="buttonlink" href="${link}" style="${style.buttonLink}">${text}</a></td></tr>
</table>
<p class="soft" style="${style.beneath}">${labelled}${gap}${inline({ link })}</p>`
    : html`<p class="ink" style="${style.paragraph}">${labelled}${gap}${link}</p>`;
};
