/** The control page. Everything on it is read from `/_local/state` and written as text, never as markup. */
export const controlPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Muster on this machine</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884 }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
  button, input { font: inherit; padding: .2rem .6rem }
  progress { width: 10rem } .quiet { opacity: .7 } .alarm { color: #c22; font-weight: 600 }
</style>
<h1>Muster on this machine</h1>
<p><a id="mailbox">Mailbox</a> · <a href="/signin">Sign in</a> · <a href="/reference">API reference</a> · API <code id="api"></code> · logs in <code id="logs"></code></p>
<h2>Imports</h2>
<table><thead><tr><th>File<th>Status<th>Progress<th class="number">Rows<th class="number">Created<th class="number">Refused</thead><tbody id="imports"></tbody></table>
<h2>Queues</h2>
<table><thead><tr><th>Queue<th class="number">Waiting<th class="number">In flight<th class="number">Given up</thead><tbody id="queues"></tbody></table>
<h2>Schedules</h2>
<table><tbody id="schedules"></tbody></table>
<h2>Clock</h2>
<p>Functions see <strong id="now"></strong> <span id="moved" class="quiet"></span></p>
<form id="clock"><input type="datetime-local" id="moment" step="1" required aria-label="New time, UTC"> UTC
<button>Move time</button> <button type="button" id="reset">Back to now</button></form>
<p id="message" role="status" class="quiet"></p>
<script>
const at = (id) => document.getElementById(id);
const cell = (content, kind) => {
  const td = document.createElement('td');
  if (content instanceof Node) td.append(content); else td.textContent = content ?? '';
  if (kind) td.className = kind;
  return td;
};
const fill = (id, rows, none) => at(id).replaceChildren(...(rows.length ? rows : [[cell(none, 'quiet')]]).map((cells) => {
  const row = document.createElement('tr');
  row.append(...cells);
  return row;
}));
const post = async (path, body) => {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  at('message').textContent = answer.ok ? '' : (await answer.json()).error;
  await show();
};
const runButton = (name) => {
  const button = document.createElement('button');
  button.textContent = 'Run now';
  button.onclick = () => post('/_local/schedules/' + encodeURIComponent(name), {});
  return button;
};
const progressOf = (file) => {
  const progress = document.createElement('progress');
  progress.max = file.rows || 1;
  progress.value = file.status === 'succeeded' ? progress.max : file.created + file.updated + file.unchanged + file.refused;
  return progress;
};
let schedulesShown = '';
const show = async () => {
  const state = await (await fetch('/_local/state')).json();
  at('mailbox').href = state.links.mailbox;
  at('api').textContent = state.links.api;
  at('logs').textContent = state.links.logs;
  at('now').textContent = state.clock.now;
  at('moved').textContent = state.clock.moved ? '(moved)' : '';
  fill('imports', state.imports.map((file) => [cell(file.fileName), cell(file.status), cell(progressOf(file)),
    cell(file.rows, 'number'), cell(file.created, 'number'), cell(file.refused, 'number')]), 'No file yet: drop one into the inbox folder, inbox/ in the data folder.');
  fill('queues', state.queues.map((queue) => [cell(queue.name), cell(queue.waiting, 'number'), cell(queue.inFlight, 'number'),
    cell(queue.deadLetters, queue.deadLetters > 0 ? 'number alarm' : 'number')]), 'None.');
  if (schedulesShown === state.schedules.join()) return;
  schedulesShown = state.schedules.join();
  fill('schedules', state.schedules.map((name) => [cell(name), cell(runButton(name))]), 'None.');
};
at('clock').onsubmit = (event) => { event.preventDefault(); post('/_local/clock', { now: at('moment').value.replace(/^(.{16})$/, '$1:00') + 'Z' }); };
at('reset').onclick = () => post('/_local/clock', { now: null });
const keepShowing = () => show().catch(() => { at('message').textContent = 'Muster does not answer: is it stopped?'; }).finally(() => setTimeout(keepShowing, 2000));
keepShowing();
</script>
`;
