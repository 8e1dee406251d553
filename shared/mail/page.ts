/** The page that every mail stands on. */
import type { MailLanguage } from '../domain/organisation.ts';
import { html, type Markup } from '../html/markup.ts';
import { style, styleSheet } from './style.ts';

/** What a page shows: who sends it, its title, its body and the small print below. */
export type Page = {
  language: MailLanguage;
  sender: string;
  title: string;
  body: readonly Markup[];
  footer: readonly string[];
};

// Outlook for Windows knows no max-width, so it alone gets a table of 600 pixels around the card.
const outlookBegins: Markup = {
  markup:
    '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
};
const outlookEnds: Markup = { markup: '<!--[if mso]></td></tr></table><![endif]-->' };
const sheet: Markup = { markup: `<style>${styleSheet}</style>` };

/** The page: one card of at most 600 pixels, readable without a style sheet, with nothing fetched from elsewhere. */
export const page = ({ language, sender, title, body, footer }: Page): Markup => html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${title}</title>
${sheet}
</head>
<body class="page" style="${style.body}">
<table class="page" role="presentation" lang="${language}" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="outside" align="center" style="${style.outside}">
${outlookBegins}
<table class="card" role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.card}">
<tr><td class="side soft" style="${style.sender}">${sender}</td></tr>
<tr><td class="side ink" style="${style.title}"><h1 style="${style.h1}">${title}</h1></td></tr>
<tr><td class="side" style="${style.content}">
${body}
</td></tr>
<tr><td class="side soft line" style="${style.footer}">${footer.map((line) => html`<div>${line}</div>`)}</td></tr>
</table>
${outlookEnds}
</td></tr>
</table>
</body>
</html>
`;
