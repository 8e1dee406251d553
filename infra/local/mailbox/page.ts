/** The mailbox's page. Everything on it is read from `/mails` and written as text; a mail's HTML stands in a frame that runs nothing. */
export const mailboxPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox of this machine</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; --line: #8885; --quiet: #5b6675; --mark: #0b57b8; --ground: #fff }
  @media (prefers-color-scheme: dark) { :root { --quiet: #a9b4c2; --mark: #8ab8ff; --ground: #1c222a } }
  * { box-sizing: border-box }
  body { margin: 0; display: grid; grid-template: auto 1fr / minmax(18rem, 26rem) 1fr; height: 100dvh }
  header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .75rem 1rem; border-bottom: 1px solid var(--line) }
  h1 { font-size: 1.1rem; margin: 0 } #count { color: var(--quiet); font-size: .9rem }
  input { font: inherit; padding: .45rem .7rem; flex: 1 1 14rem; min-width: 0; border: 1px solid var(--line); border-radius: 6px }
  #list { overflow-y: auto; margin: 0; padding: 0; list-style: none; border-right: 1px solid var(--line) }
  #list a { display: block; padding: .6rem 1rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; overflow-wrap: anywhere }
  #list a[aria-current] { box-shadow: inset 4px 0 var(--mark) } #list a:hover { background: #8881 }
  #list strong { display: block; font-weight: 600 }
  #list span, #facts { color: var(--quiet); font-size: .875rem }
  main { display: flex; flex-direction: column; min-width: 0; min-height: 0 }
  #head { padding: .75rem 1rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
  h2 { font-size: 1.15rem; margin: 0 0 .25rem } h2:focus { outline: 0 } #facts div { margin: .1rem 0 }
  #kinds { margin-top: .5rem; display: flex; gap: .5rem } button, .back { font: inherit; font-size: .9rem; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; text-decoration: none; cursor: pointer }
  button[aria-pressed=true] { border-color: var(--mark); color: var(--mark) }
  iframe { border: 0; width: 100%; flex: 1; background: #fff } pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; overflow-y: auto; font: .9rem/1.5 ui-monospace, monospace }
  .back { display: none } [hidden] { display: none !important } .none { padding: 1rem; color: var(--quiet) }
  @media (max-width: 700px) {
    body { grid-template: auto 1fr / 1fr } #list { border-right: 0 }
    body.open #list, body:not(.open) main, body.open header { display: none }
    body.open main { grid-row: 1 / -1 } .back { display: inline-block; margin-bottom: .6rem }
  }
</style>
<header><h1>Mailbox</h1><input id="search" type="search" placeholder="Search" aria-label="Search in addresses, subjects and texts" autocomplete="off"><span id="count" role="status"></span></header>
<ul id="list" aria-label="Mails, the newest first"></ul>
<main>
  <p class="none" id="nothing">Choose a mail.</p>
  <article id="mail" hidden style="display: contents">
    <div id="head"><a class="back" href="#">‹ All mails</a><h2 id="subject" tabindex="-1"></h2><div id="facts"></div>
      <div id="kinds"><button id="as-html" aria-pressed="true">As sent</button><button id="as-text" aria-pressed="false">As text</button></div></div>
    <iframe id="html" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
    <pre id="text" hidden></pre>
  </article>
</main>
<script>
const at = (id) => document.getElementById(id);
const made = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
const moment = (seconds) => new Date(seconds * 1000).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
const ask = async (path) => { const answer = await fetch(path); return answer.ok ? answer.json() : undefined; };
let shown, listed = '';
const item = ({ messageId, to, subject, at: seconds }) => {
  const link = document.createElement('a');
  link.href = '#' + messageId;
  link.append(made('strong', subject || '(no subject)'), made('span', 'To ' + to.join(', ')), document.createElement('br'), made('span', moment(seconds)));
  if (messageId === shown) link.setAttribute('aria-current', 'true');
  const li = document.createElement('li');
  li.append(link);
  return li;
};
const showList = async () => {
  const search = at('search').value.trim();
  const found = await ask('/mails?search=' + encodeURIComponent(search));
  const now = JSON.stringify([found, shown]);
  if (!found || now === listed) return;
  listed = now;
  at('count').textContent = search ? found.count + ' of ' + found.total : found.total + (found.total === 1 ? ' mail' : ' mails');
  const none = Object.assign(made('li', search ? 'No mail holds all of these words.' : 'No mail yet.'), { className: 'none' });
  const more = found.count > found.mails.length ? [Object.assign(made('li', 'Older ones are found by searching.'), { className: 'none' })] : [];
  at('list').replaceChildren(...(found.mails.length ? found.mails.map(item) : [none]), ...more);
};
const choose = (asText) => {
  at('as-text').setAttribute('aria-pressed', asText); at('as-html').setAttribute('aria-pressed', !asText);
  at('text').hidden = !asText; at('html').hidden = asText;
};
const showMail = async () => {
  shown = location.hash.slice(1) || undefined;
  const mail = shown && await ask('/mails/' + encodeURIComponent(shown));
  document.body.classList.toggle('open', Boolean(mail));
  at('mail').hidden = !mail; at('nothing').hidden = Boolean(mail);
  if (mail) {
    at('subject').textContent = mail.subject;
    at('facts').replaceChildren(made('div', 'To ' + mail.destination.to.join(', ')), made('div', 'From ' + mail.from), made('div', moment(mail.at)));
    at('text').textContent = mail.body.text ?? '';
    at('html').srcdoc = (mail.body.html ?? '').replace(/<head>/i, '<head><base target="_blank">');
    at('as-html').disabled = !mail.body.html;
    choose(!mail.body.html);
    at('subject').focus();
  }
  await showList();
};
at('as-text').onclick = () => choose(true); at('as-html').onclick = () => choose(false);
at('search').oninput = showList;
addEventListener('hashchange', showMail);
const keepShowing = () => showList().catch(() => { at('count').textContent = 'Muster does not answer: is it stopped?'; listed = ''; }).finally(() => setTimeout(keepShowing, 2000));
showMail().finally(keepShowing);
</script>
`;
