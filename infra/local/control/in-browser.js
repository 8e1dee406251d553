// What runs on the control page. It reads the state every two seconds, and writes everything as text.

const at = (id) => document.getElementById(id);

const made = (name, content, className) => {
  const element = document.createElement(name);
  element.append(...[content ?? ''].flat());
  if (className) element.className = className;
  return element;
};

const number = new Intl.NumberFormat();
const counted = (count, word) => `${number.format(count)} ${word}${count === 1 ? '' : 's'}`;
const moment = new Intl.DateTimeFormat([], { dateStyle: 'full', timeStyle: 'short' });
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const say = (sentence) => {
  if (at('message').textContent !== sentence) at('message').textContent = sentence;
};

/** Asks to do something; what is refused is said. */
const post = async (path, body, done) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  say(answer.ok ? done : (await answer.json()).error);
  await show();
  return answer.ok;
};

/** Signs this machine's user in as the local administrator; the address is good for one use. */
const openConsole = async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/_local/console-link', { method: 'POST', headers, body: '{}' });
  const { url, error } = await answer.json();
  if (answer.ok) location.assign(url);
  else say(error);
};

let now = new Date();
let sweepName;

const sweep = (name, done) => post(`/_local/schedules/${encodeURIComponent(name)}`, {}, done);

const move = async (to, done) => {
  if (!(await post('/_local/clock', { now: to.toISOString() }, done))) return;
  if (at('sweeps').checked && sweepName) await sweep(sweepName, `${done} The sweep has begun.`);
};

const words = {
  notStarted: 'waiting',
  running: 'running',
  onHold: 'on hold',
  succeeded: 'done',
  failed: 'refused',
  cancelled: 'cancelled',
};

const stateOf = ({ status, refused }) => {
  const isBad = status === 'failed' || status === 'onHold' || (status === 'succeeded' && refused > 0);
  const kind = isBad ? 'state bad' : status === 'succeeded' ? 'state good' : 'state';
  return made('span', status === 'succeeded' && refused > 0 ? 'done, rows refused' : words[status], kind);
};

const linkTo = (href, text) => Object.assign(made('a', text), { href });

const outcomes = ['created', 'updated', 'unchanged', 'deleted', 'restored', 'refused'];

const importItem = (one) => {
  const name = one.file?.key?.split('/').at(-1) ?? 'A file';
  const done = outcomes.reduce((sum, outcome) => sum + (one[outcome] ?? 0), 0);
  const parts = outcomes.filter((outcome) => one[outcome] > 0).map((each) => `${number.format(one[each])} ${each}`);
  const told = one.rows ? [counted(one.rows, 'row'), ...parts].join(', ') : '';
  const item = made('li', [
    made('div', [made('h3', name + (one.options?.dryRun ? ' (dry run)' : '')), stateOf(one)], 'headline'),
  ]);
  if (one.status === 'running' || one.status === 'notStarted') {
    const bar = Object.assign(document.createElement('progress'), { max: one.rows || 1, value: done });
    bar.setAttribute('aria-label', `Progress of ${name}`);
    item.append(bar);
  }
  item.append(made('div', one.error?.message ?? told, 'soft'));
  if (done === 0) return item;
  const links = [linkTo(`#results/${one.id}`, 'People and results')];
  if (one.report) links.push(linkTo(`/_local/imports/${one.id}/report`, 'Report (CSV)'));
  item.append(made('div', links, 'links'));
  return item;
};

const scheduleCard = ({ name, title, does }) => {
  const button = Object.assign(made('button', `${title} now`), { type: 'button' });
  button.onclick = () => sweep(name, `${title} has begun. What it does shows in the mailbox and below.`);
  return made('section', [made('h2', title), made('p', does), made('div', button, 'actions')]);
};

const queueRow = ({ title, does, waiting, inFlight, deadLetters }) => {
  const first = Object.assign(made('th', [title, made('span', does, 'soft')]), { scope: 'row' });
  return made('tr', [
    first,
    made('td', number.format(waiting), 'number'),
    made('td', number.format(inFlight), 'number'),
    made('td', number.format(deadLetters), deadLetters > 0 ? 'number bad' : 'number'),
  ]);
};

const shown = {};
/** Puts what changed in place, and nothing else: whoever has tabbed to a link stays there. */
const put = (id, items, toElement) => {
  const text = JSON.stringify(items);
  if (shown[id] === text) return;
  shown[id] = text;
  at(id).replaceChildren(...items.map(toElement));
};

const showClock = ({ now: iso, moved }) => {
  now = new Date(iso);
  at('now').textContent = moment.format(now);
  at('zone').textContent = `${zone}, as functions see it. ${moved ? 'It is moved.' : 'It is this machine’s own.'}`;
  at('back').disabled = !moved;
};

const show = async () => {
  const state = await (await fetch('/_local/state')).json();
  at('mailbox').href = state.links.mailbox;
  at('mailbox').textContent = `Mailbox (${number.format(state.mails)})`;
  at('api').textContent = `${state.links.api}/v1.0`;
  at('logs').textContent = state.links.logs;
  at('environment').textContent = `set -a; . ${state.links.environment}`;
  at('console').hidden = !state.hasConsole;
  sweepName = state.described[0]?.name;
  showClock(state.clock);
  put('imports', state.imports, importItem);
  at('no-imports').hidden = state.imports.length > 0;
  put('queues', state.queues, queueRow);
  put('schedules', state.described, scheduleCard);
};

const resultRow = ({ rowNumber, userPrincipalName, outcome, message, changes = [] }) => {
  const told = message ?? changes.map(({ property }) => property).join(', ');
  const first = Object.assign(made('th', number.format(rowNumber)), { scope: 'row' });
  return made('tr', [
    first,
    made('td', userPrincipalName ?? ''),
    made('td', outcome, outcome === 'refused' ? 'bad' : ''),
    made('td', told),
  ]);
};

const showResults = async () => {
  const id = /^#results\/([\w-]+)$/.exec(location.hash)?.[1];
  at('results').hidden = id === undefined;
  if (id === undefined) return;
  const answer = await fetch(`/_local/imports/${id}/rows`);
  const { value = [], file } = answer.ok ? await answer.json() : {};
  at('results-title').textContent = `Results of ${file ?? 'the import'}`;
  at('results-told').textContent = answer.ok
    ? `${counted(value.length, 'row')}, those that were refused first.`
    : 'They cannot be read any more.';
  const refusedFirst = value.toSorted((one, other) => (other.outcome === 'refused') - (one.outcome === 'refused'));
  at('rows').replaceChildren(...refusedFirst.map(resultRow));
  at('results-title').focus();
};

const startClock = () => {
  const day = 86_400_000;
  for (const button of document.querySelectorAll('[data-days]')) {
    const { days } = button.dataset;
    button.onclick = () =>
      move(new Date(now.getTime() + days * day), `Time went on by ${button.textContent.slice(1)}.`);
  }
  at('back').onclick = () => post('/_local/clock', { now: null }, 'Time is this machine’s own again.');
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  at('date').value = local.slice(0, 10);
  at('hour').value = local.slice(11, 16);
  at('clock').onsubmit = (event) => {
    event.preventDefault();
    move(new Date(`${at('date').value}T${at('hour').value}`), 'Time is moved.');
  };
};

const silent = 'Muster does not answer: is it stopped?';
const keepShowing = () =>
  show()
    .then(() => at('message').textContent === silent && say(''))
    .catch(() => say(silent))
    .finally(() => setTimeout(keepShowing, 2000));

at('console').onclick = openConsole;
addEventListener('hashchange', showResults);
show().finally(startClock).finally(keepShowing);
showResults();
