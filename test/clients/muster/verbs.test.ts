/** Every verb of `muster`, in table and JSON, without a terminal: held against golden/verbs.txt. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { musterProgram } from '../../../clients/muster/program.ts';
import { usualAnswers } from './answers.ts';
import { playApi } from './played-api.ts';
import { runHere } from './run-here.ts';

const golden = join(import.meta.dirname, 'golden/verbs.txt');
const folder = mkdtempSync(join(tmpdir(), 'muster-verbs-'));
const csv = join(folder, 'people.csv');
writeFileSync(
  csv,
  'userPrincipalName,displayName,accountEnabled,businessPhones\nada@contoso.com,Ada,true,1;2\nbob@contoso.com,Bob,,\n',
);

let api: Awaited<ReturnType<typeof playApi>>;
beforeAll(async () => {
  api = await playApi(usualAnswers(() => api.url));
});
afterAll(() => {
  api.close();
  rmSync(folder, { recursive: true });
});

/** Verbs as somebody would write them; each verb that there is stands here once at least. */
const calls = [
  'whoami',
  'users list',
  'users list --department R&D --unlicensed',
  'users list --deleted --top 1',
  'users get ada@contoso.com',
  'users add userPrincipalName=ada@contoso.com displayName=Ada passwordProfile.forceChangePasswordNextSignIn=false',
  'users add --from CSV --show',
  'users set ada@contoso.com department= jobTitle=Analyst accountEnabled=true',
  'users set --from CSV',
  'users block ada@contoso.com',
  'users unblock ada@contoso.com',
  'users sign-out ada@contoso.com',
  'users delete --department Sales',
  'users restore bob@contoso.com --user-name robert@contoso.com',
  'users purge bob@contoso.com --yes',
  'users reset-password ada@contoso.com --show --yes',
  'licences list',
  'licences assign ENTERPRISEPACK ada@contoso.com bob@contoso.com',
  'licences remove "office 365 e3" ada@contoso.com',
  'licences set-seats ENTERPRISEPACK 30',
  'licences waiting sku-e3',
  'roles list',
  'roles members role-helpdesk',
  'roles add "helpdesk administrator" ada@contoso.com',
  'roles remove "Helpdesk Administrator" ada@contoso.com',
  'imports run CSV --existing update',
  'imports upload imp-1 CSV',
  'imports list',
  'imports status imp-1',
  'imports status imp-1 --delivery',
  'imports rows imp-1 --outcome unchanged',
  'imports apply imp-1 --wait',
  'imports cancel imp-1',
  'imports resume imp-1',
  'imports undo imp-1 --yes',
  'imports send-credentials imp-1 --resend --yes',
  'imports report imp-1',
  'imports template',
  'migrations list',
  'migrations get imp-2',
  'migrations new CSV --name Berlin --type cutover --credentials later --notify it@contoso.com --start --wait',
  'migrations new CSV --name "Wave 1" --type staged --start-after 2026-03-01T20:00:00Z --auto-complete',
  'migrations start imp-2 --wait',
  'migrations stop imp-2',
  'migrations complete imp-2',
  'migrations users imp-2 --mailbox grace',
  'migrations users imp-2 --status Failed --top 1',
  'migrations remove imp-2 --yes',
  'audit --person ada@contoso.com --by ada@contoso.com --since 2026-03-01',
  'sign-ins --person ada@contoso.com --since 2026-03-01 --until 2026-03-02',
  'apps list',
  'apps get app-1',
  'apps add "HR feed" --role "User Administrator"',
  'apps set app-1 --name "HR feed 2"',
  'apps delete app-1 --yes',
  'apps add-secret app-1 --name nightly',
  'apps remove-secret app-1 key-1 --yes',
  'domains list',
  'domains get contoso.com',
  'domains set contoso.com passwordValidityPeriodInDays=90',
  'organization get',
  'organization set preferredLanguage=de countryLetterCode=',
];

const wordsOf = (call: string): string[] =>
  [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = '']) => quoted ?? (word === 'CSV' ? csv : word));

const shown = async (call: string, output: string): Promise<string> => {
  const since = api.asked.length;
  const { out, err, code } = await runHere([
    ...wordsOf(call),
    '-o',
    output,
    '--token',
    'secret-token',
    '--url',
    api.url,
  ]);
  const asked = api.asked.slice(since).map(({ method, path, body }) => {
    const content = body === undefined ? '' : ` ${typeof body === 'string' ? '(file)' : JSON.stringify(body)}`;
    return `  > ${method} ${decodeURIComponent(path).replaceAll('+', ' ')}${content}`;
  });
  const said = err
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `  ! ${line}`);
  return [`$ muster ${call} -o ${output}`, ...asked, ...said, out.replace(/\r?\n$/, ''), `(${code})`, '']
    .join('\n')
    .replaceAll(folder, '.');
};

test('each verb prints what it printed, asks what it asked, and ends as it ended', async () => {
  const all: string[] = [];
  for (const call of calls) for (const output of ['table', 'json']) all.push(await shown(call, output));
  const text = all.join('\n').replace(/(import|batch): .*people\/s/g, '$1: … people/s');
  // To take what it prints now: GOLDEN=write npm test -- test/clients/muster
  if (process.env.GOLDEN === 'write') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
  for (const line of text.split('\n').filter((one) => /^[│┌├└]/.test(one))) expect(line.length).toBeLessThanOrEqual(80);
  expect(api.faults).toEqual([]);
  expect(new Set(api.asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer secret-token']));
  expect(text).not.toContain('secret-token');
});

test('no verb is left out', () => {
  const own = new Set([
    'help',
    'login',
    'logout',
    'profiles',
    'token',
    'check',
    'redrive',
    'sync',
    'export',
    'restore',
  ]);
  const verbsIn = (command: Command, before: string): string[] =>
    command.commands
      .filter((one) => !own.has(one.name()))
      .flatMap((one) =>
        one.commands.length > 0 ? verbsIn(one, `${before}${one.name()} `) : [`${before}${one.name()}`],
      );
  const missing = verbsIn(musterProgram(), '').filter(
    (name) => !calls.some((call) => call === name || call.startsWith(`${name} `)),
  );
  expect(missing).toEqual([]);
});
