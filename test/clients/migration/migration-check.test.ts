/** A check of a file against a real server of IMAP: in this process, and as the command that people run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkFile } from '../../../clients/migration/check-file.ts';
import type { CheckOptions } from '../../../clients/migration/check-options.ts';
import { allSignIn, sumOf } from '../../../clients/migration/told.ts';
import { type Dovecot, describeWithDovecot, master, startDovecot } from './dovecot/dovecot.ts';

jest.setTimeout(120_000);

const root = resolve(import.meta.dirname, '../../..');
const password = (name: string) => `Geheim-${name};"1' ü`;
const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rowOf = (name: string, userName = name, own = password(name)) =>
  `${name}@contoso.com,${csvCell(userName)},${csvCell(own)}\r\n`;
const heading = 'EmailAddress,UserName,Password\r\n';

const folder = mkdtempSync(join(tmpdir(), 'muster-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The path of a file of this content. */
const fileOf = (content: string | Buffer): string => {
  const file = join(mkdtempSync(join(folder, 'here-')), 'imap.csv');
  writeFileSync(file, content);
  return file;
};

describeWithDovecot('a check of a file against a server', () => {
  let server: Dovecot;
  beforeAll(async () => {
    const mail = { '': [100, 200], Sent: [300], 'Archive.2026': [] };
    server = await startDovecot([
      { user: 'ada', password: password('ada'), mail },
      { user: 'bob', password: password('bob') },
    ]);
  });
  afterAll(() => server?.stop());

  const check = (content: string | Buffer, options: Partial<CheckOptions> = {}, trusts = true) =>
    checkFile(fileOf(content), {
      ...{ host: 'localhost', port: server.port, concurrency: 5, timeout: 30 },
      ...(trusts && { caFile: server.caFile }),
      ...options,
    });

  test('tells which rows sign in, with folders, messages and bytes, and why others do not', async () => {
    const file = heading + rowOf('ada') + rowOf('bob', 'bob', 'wrong') + rowOf('cleo', 'nobody', 'any');
    const results = await check(`${file}dan@contoso.com,dan,\r\n`);
    const refused = { outcome: 'credentialsRefused', code: 'AUTHENTICATIONFAILED', folders: null, messages: null };
    expect(results).toMatchObject([
      { row: 1, line: 2, emailAddress: 'ada@contoso.com', outcome: 'signedIn', folders: 3, messages: 3, bytes: 600 },
      { row: 2, line: 3, emailAddress: 'bob@contoso.com', ...refused },
      { row: 3, line: 4, emailAddress: 'cleo@contoso.com', ...refused },
      { row: 4, line: 5, emailAddress: 'dan@contoso.com', outcome: 'rowInvalid', messages: null },
    ]);
    expect(JSON.stringify(results)).not.toMatch(/Geheim|wrong"|"any"/);
    expect(sumOf(results)).toBe(
      '1 of 4 rows sign in (3 messages, 600 bytes). wrong password or unknown user: 2; row cannot be tried: 1.',
    );
    expect(allSignIn(results)).toBe(false);
  });

  test('STARTTLS, UTF-16, semicolons, other columns and another order of them are no matter', async () => {
    const text = `UserRoot;Password;emailaddress;USERNAME\r\n/;${csvCell(password('ada'))};ada@contoso.com;ada\r\n`;
    const results = await check(Buffer.from(`\ufeff${text}`, 'utf16le'), { starttls: true, port: server.startTlsPort });
    expect(results).toMatchObject([{ line: 2, outcome: 'signedIn', messages: 3 }]);
    expect(allSignIn(results)).toBe(true);
  });

  test("an administrator's name signs in for somebody who does not exist, and is told", async () => {
    const results = await check(heading + rowOf('eve', `eve*${master.user}`, master.password));
    expect(results).toMatchObject([{ outcome: 'signedIn', byAdministrator: true, message: expect.any(String) }]);
    expect(sumOf(results)).toContain("1 of them by an administrator's name");
  });

  test.each<[string, () => Partial<CheckOptions>, RegExp, boolean?]>([
    ['an authority that is not known', () => ({}), /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED\w+)$/, false],
    ['a certificate of another name', () => ({ host: '127.0.0.2' }), /^ERR_TLS_CERT_ALTNAME_INVALID$/],
    ['a port where nobody listens', () => ({ port: 9 }), /^ECONNREFUSED$/],
    ['a port that speaks no TLS', () => ({ port: server.startTlsPort }), /^(ERR_SSL_\w+|EPROTO)$/],
    ['a host that there is not', () => ({ host: 'nobody.invalid' }), /^(ENOTFOUND|EAI_AGAIN)$/],
  ])('host or TLS: %s', async (_, options, code, trusts = true) => {
    const results = await check(heading + rowOf('ada'), options(), trusts);
    expect(results).toMatchObject([{ outcome: 'hostOrTls', code: expect.stringMatching(code), bytes: null }]);
    expect(sumOf(results)).toContain('host or TLS: 1.');
  });

  test.each([[true], [undefined]])(
    'no answer: it is waited for as long as is said (STARTTLS: %s)',
    async (starttls) => {
      const silent = createServer().listen(0, '127.0.0.1');
      await new Promise((done) => silent.once('listening', done));
      const { port } = silent.address() as AddressInfo;
      const results = await check(heading + rowOf('ada'), { ...(starttls && { starttls }), port, timeout: 1 });
      silent.close();
      expect(results).toMatchObject([{ outcome: 'noAnswer', code: expect.stringMatching(/TIMEOUT$/) }]);
    },
  );

  test.each([
    ['is not there', 'ENOENT', ''],
    ['has no passwords', 'Password', 'EmailAddress,UserName\r\nada@contoso.com,ada\r\n'],
  ])('a file that %s is a fault that says so', async (_, word, content) => {
    const file = content === '' ? join(folder, 'nowhere.csv') : fileOf(content);
    const options = { host: 'localhost', concurrency: 1, timeout: 1 };
    await expect(checkFile(file, options)).rejects.toThrow(word);
  });

  test('as a command: a table, the sum beside it, and no password in either, in a file or in sight of others', async () => {
    const file = fileOf(heading + rowOf('ada') + rowOf('bob', 'bob', 'wrong-Geheim'));
    const here = resolve(file, '..');
    const child = spawn(
      process.execPath,
      [
        ...[join(root, 'clients/launch.mjs'), join(root, 'clients/migration-check.ts'), file, '--host', 'localhost'],
        ...['--port', String(server.port), '--ca-file', server.caFile],
      ],
      { cwd: here, env: { PATH: process.env.PATH, TMPDIR: here, COLUMNS: '160' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const told = { out: '', err: '', seen: '' };
    child.stdout.on('data', (piece) => (told.out += piece));
    child.stderr.on('data', (piece) => (told.err += piece));
    const look = setInterval(() => {
      for (const name of ['cmdline', 'environ']) told.seen += textOrNothing(`/proc/${child.pid}/${name}`);
    }, 20);
    const code = await new Promise((done) => child.once('close', done));
    clearInterval(look);
    for (const name of readdirSync(here)) if (name !== 'imap.csv') told.seen += name + textOrNothing(join(here, name));
    expect({ code, seen: told.seen }).toMatchObject({ code: 1, seen: expect.stringContaining('imap.csv') });
    expect(told.out).toMatch(/│ 2 +│ ada@contoso\.com +│ signedIn +│ 3 +│ 3 +│ 600 +│/);
    expect(told.out).toMatch(/│ 3 +│ bob@contoso\.com +│ credentialsRefused/);
    expect(told.err).toMatch(/^1 of 2 rows sign in/m);
    expect(Object.values(told).join('\n')).not.toContain('Geheim');
  });
});

const textOrNothing = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

describeWithDovecot('a server that makes whoever failed wait', () => {
  test('a right password behind a wrong one is waited for', async () => {
    const server = await startDovecot([{ user: 'ada', password: 'right' }], { delays: true });
    const file = fileOf(`${heading}${rowOf('bob', 'bob', 'wrong')}${rowOf('ada', 'ada', 'right')}`);
    const options = { host: 'localhost', port: server.port, caFile: server.caFile, concurrency: 1, timeout: 60 };
    try {
      const began = performance.now();
      expect(await checkFile(file, options)).toMatchObject([
        { outcome: 'credentialsRefused' },
        { outcome: 'signedIn' },
      ]);
      expect(performance.now() - began).toBeGreaterThan(1500);
    } finally {
      await server.stop();
    }
  });
});
