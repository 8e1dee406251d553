/** The control page. Everything on it is read from `/_local/state` and written as text, never as markup. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconAddress, iconLink } from '../../../shared/html/icon.ts';
import { html } from '../../../shared/html/markup.ts';
import { controlStyle } from './style.ts';

/** As it lies there: it is plain JavaScript, which a browser runs as it is. */
const script = readFileSync(join(import.meta.dirname, 'in-browser.js'), 'utf8');

const hashed = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;

/** What a browser may do on the page: run its one script, apply its one style, and ask where it came from. */
export const controlPolicy = [
  "default-src 'none'",
  `script-src ${hashed(script)}`,
  `style-src ${hashed(controlStyle)}`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Where one can go from here, the first as the main way: the button is there where the console can be opened. */
const waysOn = html`<nav class="actions" aria-label="Ways on">
<button type="button" id="console" class="main" hidden>Open the console</button>
<a class="button" href="/signin">Sign in</a>
<a class="button" id="mailbox" href="#">Mailbox</a>
<a class="button" href="/reference">API reference</a>
</nav>`;

const time = html`<section aria-labelledby="time"><h2 id="time">Time</h2>
<p class="now" id="now"></p>
<p class="soft" id="zone"></p>
<div class="actions"><button type="button" data-days="1">+1 day</button><button type="button" data-days="7">+7 days</button><button type="button" data-days="30">+30 days</button><button type="button" id="back" disabled>Back to now</button></div>
<form id="clock" class="fields"><label>Date <input type="date" id="date" required></label><label>Time <input type="time" id="hour" required></label><button>Move time</button></form>
<label class="choice"><input type="checkbox" id="sweeps" checked> Sweep afterwards, so that what is due by then is done</label></section>`;

/** The page as text of HTML. */
export const controlPage = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${iconLink}
<title>Muster on this machine</title>
${{ markup: `<style>${controlStyle}</style>` }}
</head>
<body>
<header><div><h1><img src="${iconAddress}" alt="">Muster on this machine</h1>
${waysOn}</div></header>
<main>
<p id="message" class="whole" role="status"></p>
<section id="results" class="whole" aria-labelledby="results-title" hidden><div class="headline"><h2 id="results-title" tabindex="-1"></h2><a href="#">Close</a></div>
<p class="soft" id="results-told"></p><table class="rows" aria-labelledby="results-title"><thead><tr><th scope="col">Row</th><th scope="col">User name</th><th scope="col">Outcome</th><th scope="col">What it says</th></tr></thead><tbody id="rows"></tbody></table></section>
<div class="side">
<section aria-labelledby="imports-title"><h2 id="imports-title">Imports</h2>
<ul id="imports" class="imports"></ul><p id="no-imports" class="soft" hidden>No file yet. Drop a CSV file or a workbook into the folder inbox in the data folder, or start with one: <code>npm start -- samples/people.csv</code></p></section>
<section aria-labelledby="queues-title"><h2 id="queues-title">Work under way</h2>
<table aria-labelledby="queues-title"><thead><tr><th scope="col">What</th><th scope="col" class="number">Waiting</th><th scope="col" class="number">Running</th><th scope="col" class="number">Given up</th></tr></thead><tbody id="queues"></tbody></table></section>
<section aria-labelledby="programs"><h2 id="programs">For programs</h2>
<dl><dt>API</dt><dd><code id="api"></code></dd><dt>Token and addresses for a shell</dt><dd><code id="environment"></code></dd><dt>Logs</dt><dd><code id="logs"></code></dd></dl></section>
</div>
<div class="side">
${time}
<div id="schedules" class="side"></div>
</div>
</main>
${{ markup: `<script>${script}</script>` }}
</body>
</html>
`.markup;
