/** The mailbox's page. Everything on it is read from `/mails` and written as text; a mail's HTML stands in a frame that runs nothing. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconAddress, iconLink } from '../../../shared/html/icon.ts';
import { html } from '../../../shared/html/markup.ts';
import { mailboxStyle } from './style.ts';

/** As it lies there: it is plain JavaScript, which a browser runs as it is. */
const script = readFileSync(join(import.meta.dirname, 'in-browser.js'), 'utf8');

const hashed = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;

/** What a browser may do on the page: run its one script, apply its one style, ask where it came from, and show a mail. */
export const mailboxPolicy = [
  "default-src 'none'",
  `script-src ${hashed(script)}`,
  `style-src ${hashed(mailboxStyle)}`,
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The page as text of HTML. */
export const mailboxPage = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${iconLink}
<title>Mailbox of this machine</title>
${{ markup: `<style>${mailboxStyle}</style>` }}
</head>
<body>
<header class="top"><h1><img src="${iconAddress}" alt="">Mailbox</h1>
<input id="search" type="search" placeholder="Search" aria-label="Search in addresses, subjects and texts" autocomplete="off" spellcheck="false">
<span id="count" role="status"></span><button id="clear" type="button" disabled>Delete all</button></header>
<main>
<nav aria-label="Mails, the newest first"><ul id="list"></ul></nav>
<div class="reader">
<p class="none" id="nothing">Choose a mail to read it.</p>
<article id="mail" aria-labelledby="subject" hidden>
<div class="head"><a class="back" href="#">‹ All mails</a><h2 id="subject" tabindex="-1"></h2>
<dl class="facts"><div><dt>To</dt><dd id="to"></dd></div><div><dt>From</dt><dd id="from"></dd></div><div><dt>Sent</dt><dd id="sent"></dd></div></dl>
<div class="kinds" role="group" aria-label="Show the mail"><button type="button" data-kind="html">As sent</button><button type="button" data-kind="text">Text</button><button type="button" data-kind="source">Source</button></div></div>
<iframe id="html" title="The mail as it was sent" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<pre id="plain" tabindex="0" role="region" aria-label="The mail" hidden></pre>
</article>
</div>
</main>
<dialog id="sure" aria-labelledby="sure-text"><p id="sure-text">Delete all mails of this mailbox? They cannot be brought back.</p>
<form method="dialog"><button value="delete">Delete all</button><button value="">Keep them</button></form></dialog>
${{ markup: `<script>${script}</script>` }}
</body>
</html>
`.markup;
