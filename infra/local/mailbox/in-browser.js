// What runs on the mailbox's page. It reads the list every two seconds, and writes everything as text.

const at = (id) => document.getElementById(id);
const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });
const short = new Intl.DateTimeFormat([], { dateStyle: 'short', timeStyle: 'short' });
const long = new Intl.DateTimeFormat([], { dateStyle: 'full', timeStyle: 'long' });
const instant = (seconds) => new Date(seconds * 1000);

const ask = async (path) => {
  const answer = await fetch(path);
  return answer.ok ? answer.json() : undefined;
};

let shown;
let listed = '';

const item = ({ messageId, to, subject, at: seconds }) => {
  const link = Object.assign(document.createElement('a'), { href: `#${messageId}` });
  const time = Object.assign(made('time', short.format(instant(seconds))), {
    dateTime: instant(seconds).toISOString(),
  });
  link.append(made('strong', subject || '(no subject)'), made('span', `To ${to.join(', ')}`), time);
  if (messageId === shown) link.setAttribute('aria-current', 'true');
  const line = document.createElement('li');
  line.append(link);
  return line;
};

const note = (text) => Object.assign(made('li', text), { className: 'none' });

const showList = async () => {
  const search = at('search').value.trim();
  const found = await ask(`/mails?search=${encodeURIComponent(search)}`);
  const present = JSON.stringify([found, shown]);
  if (!found || present === listed) return;
  listed = present;
  const { count, total, mails } = found;
  at('count').textContent = search ? `${count} of ${total}` : `${total} ${total === 1 ? 'mail' : 'mails'}`;
  at('clear').disabled = total === 0;
  const focused = document.activeElement?.getAttribute('href');
  const none = search
    ? 'No mail holds all of these words.'
    : 'No mail yet. Whatever Muster sends on this machine comes here, and goes to nobody.';
  const more = count > mails.length ? [note('Older ones are found by searching.')] : [];
  at('list').replaceChildren(...(mails.length > 0 ? mails.map(item) : [note(none)]), ...more);
  if (focused)
    at('list')
      .querySelector(`a[href="${CSS.escape(focused)}"]`)
      ?.focus();
};

const sourceOf = ({ from, destination, subject, body, at: seconds }) =>
  [
    `From: ${from}`,
    `To: ${destination.to.join(', ')}`,
    `Date: ${instant(seconds).toUTCString()}`,
    `Subject: ${subject}`,
    '',
    body.html ?? body.text ?? '',
  ].join('\n');

let mail;

const choose = (kind) => {
  for (const button of document.querySelectorAll('[data-kind]')) {
    button.setAttribute('aria-pressed', String(button.dataset.kind === kind));
  }
  at('html').hidden = kind !== 'html';
  at('plain').hidden = kind === 'html';
  at('plain').textContent = kind === 'source' ? sourceOf(mail) : (mail.body.text ?? '');
};

const showMail = async () => {
  shown = location.hash.slice(1) || undefined;
  const path = shown && `/mails/${encodeURIComponent(shown)}`;
  mail = path && (await ask(path));
  document.body.classList.toggle('open', Boolean(mail));
  at('mail').hidden = !mail;
  at('nothing').hidden = Boolean(mail);
  if (mail) {
    at('subject').textContent = mail.subject;
    at('to').textContent = mail.destination.to.join(', ');
    at('from').textContent = mail.from;
    at('sent').textContent = long.format(instant(mail.at));
    // A new frame: another address in the same one would be a step of its own in the browser's history.
    at('html').replaceWith(Object.assign(at('html').cloneNode(), { src: `${path}/html` }));
    document.querySelector('[data-kind=html]').disabled = !mail.body.html;
    choose(mail.body.html ? 'html' : 'text');
    at('subject').focus();
  }
  await showList();
};

for (const button of document.querySelectorAll('[data-kind]')) button.onclick = () => choose(button.dataset.kind);
at('search').oninput = showList;
at('clear').onclick = () => at('sure').showModal();
at('sure').onclose = async () => {
  if (at('sure').returnValue !== 'delete') return;
  at('sure').returnValue = '';
  await fetch('/clear-store', { method: 'POST' });
  history.replaceState(null, '', location.pathname);
  await showMail();
};
addEventListener('hashchange', showMail);

const keepShowing = () =>
  showList()
    .catch(() => {
      at('count').textContent = 'Muster does not answer: is it stopped?';
      listed = '';
    })
    .finally(() => setTimeout(keepShowing, 2000));
showMail().finally(keepShowing);
