/** How `muster` prints, refuses, asks and ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualAnswers } from './answers.ts';
import { playApi } from './played-api.ts';
import { runHere } from './run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-usage-'));
let api: Awaited<ReturnType<typeof playApi>>;
beforeAll(async () => {
  api = await playApi({});
});
beforeEach(() => {
  for (const route of Object.keys(api.answers)) delete api.answers[route];
  Object.assign(
    api.answers,
    usualAnswers(() => api.url),
  );
  api.asked.length = 0;
});
afterAll(() => {
  api.close();
  rmSync(folder, { recursive: true });
});

const here = { MUSTER_TOKEN: 'the-token', XDG_CONFIG_HOME: folder };
const run = (...options: string[]) => runHere(options, { ...here, MUSTER_URL: api.url });
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const refused = (status: number, code: string, message = 'No.') => ({
  status,
  body: { error: { code, message, target: 'x' } },
});

describe('what is printed', () => {
  test.each<[string[], string]>([
    [['--query', '[].userPrincipalName'], 'ada@contoso.com\nbartholomew.longname@subsidiary.example.com\n'],
    [['--query', '[?accountEnabled].userPrincipalName | [0]', '-o', 'json'], '"ada@contoso.com"\n'],
    [['--query', 'length(@)'], '2\n'],
    [
      ['--select', 'userPrincipalName,mailbox.state', '-o', 'jsonl'],
      '{"userPrincipalName":"ada@contoso.com","mailbox.state":"active"}\n' +
        '{"userPrincipalName":"bartholomew.longname@subsidiary.example.com","mailbox.state":"active"}\n',
    ],
    [
      ['--select', 'displayName,department,roles', '-o', 'csv'],
      'displayName,department,roles\r\nAda Lovelace,Research,User Administrator\r\n"Bartholomew ""Bob"" Longname",,\r\n',
    ],
    [
      ['--query', '[].{name: displayName, on: accountEnabled}', '-o', 'csv'],
      'name,on\r\nAda Lovelace,true\r\n"Bartholomew ""Bob"" Longname",false\r\n',
    ],
  ])('users list %j', async (options, text) => {
    expect(await run('users', 'list', ...options)).toEqual({ out: text, err: '', code: 0 });
  });

  test('nothing found is nothing, or an empty list', async () => {
    api.answers['GET /v1.0/users'] = { value: [] };
    expect((await run('users', 'list')).out).toBe('');
    expect((await run('users', 'list', '-o', 'json')).out).toBe('[]\n');
  });

  test('a name that would move the cursor, or be a formula, does neither', async () => {
    api.answers['GET /v1.0/users'] = { value: [{ displayName: '=1+1\u001b[2J' }] };
    expect((await run('users', 'list', '--select', 'displayName')).out).not.toContain('\u001b');
    expect((await run('users', 'list', '--select', 'displayName', '-o', 'csv')).out).toMatch(/^displayName\r\n'=1\+1/);
  });

  test('a list goes on page after page, as far as it is wanted, and says where it ends', async () => {
    const page = (at: number) => ({
      value: Array.from({ length: 100 }, (_, index) => ({ id: `${at}-${index}` })),
      ...(at < 3 && { '@odata.nextLink': `https://other.example/v1.0/users?$skiptoken=${at + 1}` }),
    });
    api.answers['GET /v1.0/users'] = ({ path }) => page(Number(/skiptoken=(\d)/.exec(path)?.[1] ?? 1));
    const count = async (...options: string[]) => (await run('users', 'list', '--query', 'length(@)', ...options)).out;
    expect(await count('--all')).toBe('300\n');
    expect(await count('--top', '150')).toBe('150\n');
    const first = await run('users', 'list', '--query', 'length(@)');
    expect([first.out, first.err]).toEqual(['100\n', expect.stringContaining('These are the first 100')]);
    expect(await count('--top', '300')).toBe('300\n');
  });
});

describe('exit codes', () => {
  test.each<[string, string[], RegExp]>([
    ['no verb', [], /Usage: muster/],
    ['an unknown verb', ['users', 'lst'], /unknown command 'lst'.*list/s],
    ['an unknown option', ['users', 'list', '--al'], /unknown option '--al'/],
    ['an output that is none', ['users', 'list', '-o', 'xml'], /Allowed choices are table, json, jsonl, csv/],
    ['a query that is none', ['users', 'list', '--query', '[?'], /--query is no JMESPath expression/],
    ['nobody named', ['users', 'block'], /Say whom/],
    ['people named and chosen', ['users', 'block', 'ada@contoso.com', '--department', 'Sales'], /not both at once/],
    ['a pair that is none', ['users', 'set', 'ada@contoso.com', 'department'], /department is no pair/],
    ['a file that is not there', ['users', 'add', '--from', 'nobody.csv'], /There is no file nobody\.csv/],
    ['a moment that is none', ['audit', '--since', 'yesterday'], /Give a moment/],
    ['an address without encryption', ['whoami', '--url', 'http://example.com'], /is not encrypted/],
    ['no terminal to ask at', ['login'], /There is no terminal to ask at/],
    ['a password on the command line', ['login', '--password', 'Secret-1234'], /read from standard input/],
  ])('2 for %s, and nothing is asked for', async (_, options, sentence) => {
    const { out, err, code } = await run(...options);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(sentence)]);
    expect(err).not.toMatch(/ at .*\.ts|Secret-1234/);
    expect(api.asked).toEqual([]);
  });

  test.each([['--help'], ['users', 'add', '--help'], ['--version']])('0 for %s', async (...options) => {
    expect((await run(...options)).code).toBe(0);
  });

  test('one that is not there is told with the command that shows what is', async () => {
    api.answers['GET /v1.0/migrationBatches/{id}'] = refused(404, 'NotFound', 'There is nothing at this address.');
    expect(await run('migrations', 'get', 'nope')).toEqual({
      out: '',
      err: 'error: There is nothing at this address.\nerror: No such one is there, or no longer: see muster migrations list\n',
      code: 1,
    });
  });

  test('4 for a token that is good for nothing, and for a right that is missing', async () => {
    api.answers['GET /v1.0/users'] = refused(401, 'InvalidAuthenticationToken');
    expect(await run('users', 'list')).toEqual({
      out: '',
      code: 4,
      err: 'error: No.\nerror: Sign in again: muster login\n',
    });
    api.answers['GET /v1.0/users'] = refused(403, 'Authorization_RequestDenied');
    expect((await run('users', 'list')).code).toBe(4);
    expect(await runHere(['users', 'list', '--url', api.url], { XDG_CONFIG_HOME: folder })).toMatchObject({ code: 4 });
  });

  test('1 for what is refused; as JSON with code, target and status where the output is JSON', async () => {
    api.answers['POST /v1.0/users'] = refused(409, 'UserNameTaken', 'The name is taken.');
    const add = ['users', 'add', 'userPrincipalName=ada@contoso.com'];
    expect(await run(...add)).toEqual({ out: '', code: 1, err: 'error: The name is taken.\n' });
    const { err } = await run(...add, '-o', 'json');
    expect(JSON.parse(err)).toEqual({
      error: { code: 'UserNameTaken', message: 'The name is taken.', target: 'x', status: 409 },
    });
  });

  test('of many, those that are refused keep nobody else, and are told', async () => {
    api.answers['POST /v1.0/users'] = ({ body }) =>
      (body as { userPrincipalName: string }).userPrincipalName === 'p3@contoso.com'
        ? refused(409, 'UserNameTaken')
        : { status: 201, body: { id: 'i' } };
    const rows = Array.from({ length: 12 }, (_, at) => `{"userPrincipalName":"p${at}@contoso.com"}\n`).join('');
    const { out, err, code } = await run('users', 'add', '--from', file('many.jsonl', rows), '-o', 'json');
    expect([code, err]).toEqual([1, '11 created, 1 refused.\n']);
    expect(JSON.parse(out)[3]).toEqual({
      user: 'p3@contoso.com',
      outcome: 'refused',
      code: 'UserNameTaken',
      message: 'No.',
    });
    expect(JSON.parse(out).map(({ user }: { user: string }) => user)).toEqual(
      Array.from({ length: 12 }, (_, at) => `p${at}@contoso.com`),
    );
  });

  test('a token that ends amid many ends the command, and what was done is told', async () => {
    let count = 0;
    api.answers['PATCH /v1.0/users/{id}'] = () =>
      count++ < 5 ? { status: 204 } : refused(401, 'InvalidAuthenticationToken');
    const names = Array.from({ length: 20 }, (_, at) => `p${at}@contoso.com`);
    const { out, code } = await run('users', 'block', ...names, '-o', 'json');
    expect([code, JSON.parse(out).length]).toEqual([4, 5]);
    expect(api.asked.length).toBe(10);
  });

  test('2 for a dry run that would refuse rows, 1 for an import that did', async () => {
    const job = (api.answers['GET /v1.0/imports'] as { value: object[] }).value[0];
    const people = file('people.csv', 'User Name\nada@contoso.com\n');
    const runWith = async (change: object, ...options: string[]) => {
      api.answers['GET /v1.0/imports/{id}'] = { ...job, ...change };
      return run('imports', 'run', people, ...options);
    };
    const dry = await runWith({ refused: 1, options: { dryRun: true } }, '--dry-run');
    expect([dry.code, dry.err]).toEqual([2, expect.stringContaining('muster imports rows imp-1 --outcome refused')]);
    expect((await runWith({ refused: 1, options: { dryRun: true } }, '--apply')).code).toBe(2);
    expect(api.asked.some(({ path }) => path.endsWith('/apply'))).toBe(false);
    expect((await runWith({ refused: 1 })).code).toBe(1);
    expect((await runWith({ refused: 0 }, '--apply')).code).toBe(0);
    expect(api.asked.filter(({ path }) => path.endsWith('/apply')).length).toBe(1);
  });
});

describe('what cannot be undone', () => {
  test.each([
    [['users', 'purge', "o'neil@contoso.com"], "muster users purge 'o'\\''neil@contoso.com' --yes"],
    [
      ['users', 'reset-password', 'ada@contoso.com', '--token', 'secret-token'],
      'muster users reset-password ada@contoso.com --token - --yes',
    ],
    [['imports', 'undo', 'imp-1', '--token=secret-token'], 'muster imports undo imp-1 --token=- --yes'],
    [['imports', 'send-credentials', 'imp-1', '--resend'], 'muster imports send-credentials imp-1 --resend --yes'],
    [['apps', 'delete', 'app-1'], 'muster apps delete app-1 --yes'],
    [['apps', 'remove-secret', 'app-1', 'key-1'], 'muster apps remove-secret app-1 key-1 --yes'],
  ])('%j takes --yes where nobody can be asked, and says how', async (options, command) => {
    const { out, err, code } = await run(...options);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(`To do it: ${command}\n`)]);
    expect(err).not.toContain('secret-token');
    expect(api.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

test('CSV and options make the bodies that are meant', async () => {
  const rows =
    "id,userPrincipalName,department,passwordProfile.password\n7e1c,new@contoso.com,,'=x\n,bob@contoso.com,Sales,\n";
  await run('users', 'set', '--from', file('set.csv', rows));
  expect(api.asked.map(({ path, body }) => [path, body])).toEqual([
    [
      '/v1.0/users/7e1c',
      { userPrincipalName: 'new@contoso.com', department: null, passwordProfile: { password: '=x' } },
    ],
    ['/v1.0/users/bob%40contoso.com', { department: 'Sales' }],
  ]);
});

test('--quiet says nothing but data', async () => {
  const { err } = await run('users', 'block', 'a@contoso.com', 'b@contoso.com', '--quiet');
  expect(err).toBe('');
});
