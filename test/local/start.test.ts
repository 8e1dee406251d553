/** `npm start`, as people use it. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually, temporaryFolder } from './running.ts';

jest.setTimeout(180_000);

const root = join(import.meta.dirname, '../..');
const folder = temporaryFolder();
afterAll(() => folder.remove());

const start = (...options: string[]) => {
  const child = spawn(process.execPath, [join(root, 'infra/local/start.ts'), ...options], { cwd: folder.path });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, exit };
};

/** Waits until it is ready, however busy the machine; if it ends before, what it said is the reason. */
const isReady = async ({ child, said }: ReturnType<typeof start>, data: string): Promise<void> => {
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said()}`);
    return existsSync(join(data, 'outputs.json')) || undefined;
  }, 150);
};

const sample = (name: string) => join(root, 'samples', name);

describe('what stands in the way is said in one sentence', () => {
  mkdirSync(join(folder.path, 'twice'));
  for (const name of ['people.csv', 'twice/people.csv', 'people.json', 'settings.json']) {
    writeFileSync(join(folder.path, name), '{}');
  }
  test.each([
    ['an option that is none', ['--fast'], /unknown option '--fast'/],
    ['a port that is none', ['--port', '70000'], /A port is a number from 0 to 65535/],
    ['a file that is not there', ['nobody.csv'], /There is no file nobody\.csv/],
    ['a folder', ['twice'], /twice is a folder/],
    ['a file of another kind', ['people.json'], /people\.json is no \.csv, \.tsv, \.txt, \.xlsx, \.xlsm file/],
    ['two files of one name', ['people.csv', 'twice/people.csv'], /Two files are called people\.csv/],
    ['--once without a file', ['--once'], /--once needs at least one file/],
    ['a folder without a name', ['--data', ''], /Name a folder, or leave the option out/],
    ['a folder that cannot be written', ['--data', '/dev/null/data'], /The data folder .* cannot be written/],
    ['settings that are wrong', ['--settings', 'settings.json', '--port', '0'], /organisation/],
  ])('%s', async (_, options, sentence) => {
    const { exit, said } = start(...options);
    expect(await exit).toBe(1);
    expect(said()).toMatch(sentence);
    expect(said()).not.toMatch(/ at .*\.[jt]s/);
  });

  test('a busy port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { exit, said } = start('--port', String(port), '--data', join(folder.path, 'busy'));
    expect(await exit).toBe(1);
    expect(said()).toMatch(`Port ${port} is taken`);
    server.close();
  });
});

test('files are imported, and the exit code says whether every row was taken', async () => {
  const data = join(folder.path, 'once');
  const trial = start(sample('people.csv'), '--once', '--dry-run', '--port', '0', '--data', data);
  expect([await trial.exit, trial.said()]).toEqual([
    0,
    expect.stringContaining('people.csv: dry run, nothing was changed.'),
  ]);
  expect(trial.said()).toMatch(/Of 12 people 12 would be created, 0 refused; \d+ mails would be sent/);

  const good = start(sample('people.csv'), '--once', '--port', '0', '--data', data);
  expect([await good.exit, good.said()]).toEqual([0, expect.stringContaining('12 of 12 people created, 0 refused.')]);
  expect(good.said()).toMatch(/1[23] mails sent/);

  const mixed = start(
    sample('mixed.csv'),
    '--once',
    '--existing',
    'update',
    '--credentials',
    'none',
    '--port',
    '0',
    '--data',
    data,
  );
  expect(await mixed.exit).toBe(1);
  expect(mixed.said()).toContain('2 of 11 people created, 9 refused.');
  for (const code of ['DuplicateInFile', 'LicenceUnknown', 'DomainNotVerified', 'CellCountWrong']) {
    expect(mixed.said()).toContain(code);
  }
});

test('it stays, leaves what tools need, takes from the inbox, and stops when told', async () => {
  const data = join(folder.path, 'stays');
  // Made once already, which takes a machine some seconds.
  cpSync(join(folder.path, 'once', 'assembly'), join(data, 'assembly'), { recursive: true });
  const running = start('--port', '0', '--data', data);
  await isReady(running, data);
  const { Muster } = JSON.parse(readFileSync(join(data, 'outputs.json'), 'utf8'));
  expect(Object.keys(Muster)).toEqual(
    expect.arrayContaining([
      'ApiUrl',
      'ImportBucketName',
      'ReportBucketName',
      'DirectoryTableName',
      'LocalUrl',
      'MailboxUrl',
    ]),
  );
  const lines = readFileSync(join(data, 'aws.env'), 'utf8').trim().split('\n');
  const environment = Object.fromEntries(lines.map((line) => line.split('=')));
  expect(environment).toMatchObject({ AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_SQS: expect.stringMatching(/^http/) });
  const users = await fetch(`${Muster.ApiUrl}/v1.0/users`, {
    headers: { authorization: `Bearer ${environment.MUSTER_TOKEN}` },
  });
  expect(users.status).toBe(200);

  const inbox = join(data, 'inbox');
  const isSaid = (words: string) => eventually(async () => (running.said().includes(words) ? true : undefined), 60);
  await eventually(async () => (existsSync(inbox) ? true : undefined));

  // What is printed signs the administrator in, once; the token is in its file alone.
  await isSaid('/console#code=');
  expect(running.said()).not.toContain(environment.MUSTER_TOKEN);
  const headers = { 'content-type': 'application/json', 'x-muster-console': '1' };
  const enter = (link: string) => {
    const code = /\/console#code=([\w-]{43})/.exec(link)?.[1];
    return fetch(`${Muster.ApiUrl}/v1.0/session`, { method: 'POST', headers, body: JSON.stringify({ code }) });
  };
  const entered = await enter(running.said());
  expect([entered.status, await entered.json()]).toMatchObject([200, { displayName: 'Local administrator' }]);
  const [cookie = ''] = entered.headers.getSetCookie();
  expect(cookie).toMatch(/^muster=muster_[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await enter(running.said())).status).toBe(401);
  const asked = await fetch(`${Muster.LocalUrl}/_local/console-link`, { method: 'POST', headers, body: '{}' });
  const { url } = (await asked.json()) as { url: string };
  expect((await enter(url)).status).toBe(200);
  const byCookie = (own: object) =>
    fetch(`${Muster.ApiUrl}/v1.0/users`, { headers: { cookie: cookie.split(';')[0] ?? '', ...own } });
  expect([(await byCookie({ 'x-muster-console': '1' })).status, (await byCookie({})).status]).toEqual([200, 401]);

  writeFileSync(join(inbox, 'trial.options.json'), '{"dryRun":true}');
  writeFileSync(join(inbox, 'trial.csv'), readFileSync(sample('people.csv')));
  await isSaid('trial.csv: dry run');
  writeFileSync(join(inbox, 'people.csv'), readFileSync(sample('people.csv')));
  await isSaid('people.csv: 12 of 12');
  // What a refused row lacks is said here as it is of a file that was named.
  writeFileSync(join(inbox, 'faulty.csv'), 'User Name,Display Name\nnobody@nowhere.test,Nobody\n');
  await isSaid('faulty.csv: 0 of 1 people created, 1 refused');
  await isSaid('DomainNotVerified');
  for (const [name, content] of [
    ['notes.pdf', '%PDF'],
    ['empty.csv', ''],
    ['alone.options.json', '{}'],
  ] as const)
    writeFileSync(join(inbox, name), content);
  mkdirSync(join(inbox, 'more'));
  await isSaid(`notes.pdf in ${inbox} is left alone: it does not end in .csv`);
  await isSaid(`empty.csv in ${inbox} is left alone: it is empty`);
  await isSaid(`alone.options.json in ${inbox} is left alone: it holds options`);
  await isSaid(`more in ${inbox} is left alone: it is a folder`);
  expect(running.said()).not.toContain('trial.options.json in');

  running.child.kill('SIGINT');
  expect(await running.exit).toBe(0);
  expect(running.said()).toMatch(/Stopped\. Everything is kept in/);
  expect(existsSync(join(data, 'outputs.json'))).toBe(false);
  const told = readFileSync(join(root, 'infra/local/README.md'), 'utf8').split('## What a run leaves behind')[1] ?? '';
  const kept = readdirSync(data, { withFileTypes: true }).map((each) => `${each.name}${each.isDirectory() ? '/' : ''}`);
  expect(kept.filter((name) => !told.includes(`\`${name}`))).toEqual([]);
});

describe('on a folder that others of this machine may read', () => {
  const data = join(folder.path, 'open');
  const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

  test('what is there and what comes is made its owner’s alone, and a database that is killed ends it with a sentence (weaknesses 5, 19)', async () => {
    cpSync(join(folder.path, 'once'), data, { recursive: true });
    for (const file of [data, ...globSync('{*,queues/*}', { cwd: data }).map((name) => join(data, name))])
      chmodSync(file, statSync(file).isDirectory() ? 0o755 : 0o644);
    const running = start('--port', '0', '--data', data);
    await isReady(running, data);
    expect(modeOf(data)).toBe('700');
    for (const name of globSync('*', { cwd: data }))
      expect([name, modeOf(join(data, name))]).toEqual([
        name,
        statSync(join(data, name)).isDirectory() ? '700' : '600',
      ]);

    process.kill(Number(readFileSync(join(data, 'dynamodb.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    expect(await running.exit).toBe(1);
    expect(running.said()).toMatch(/The local database ended by itself \(killed by SIGKILL\).*start again/);
    expect(running.said()).not.toMatch(/ at .*\.[jt]s/);
    expect(existsSync(join(data, 'aws.env'))).toBe(false);

    const again = start('--port', '0', '--data', data);
    await isReady(again, data);
    again.child.kill('SIGINT');
    expect(await again.exit).toBe(0);
  });
});
