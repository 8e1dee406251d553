/** The README says only what is true: where the code says it too, the two are held to each other. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { invariants } from '../../clients/check/invariants.ts';
import { checkCommand } from '../../clients/check/options.ts';
import { redriveCommand } from '../../clients/redrive/options.ts';
import { tokenCommand } from '../../clients/token/options.ts';
import { callsAtOnce } from '../../shared/aws/mail/mail-transport.ts';
import { roleDescriptions } from '../../shared/graph/access/directory-role.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { plain, synthesized } from '../infra/synthesized.ts';
import { everything, pages, quoted, readme, section, tableRows } from './sections.ts';

const template = synthesized();
const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

test('it is short enough to be read', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(151);
});

test.each([...pages])('every link of %s leads to something in this repository', (file, text) => {
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link.replace(/#.*$/, ''));
  const missing = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(file), link)));
  expect(missing).toEqual([]);
});

test('every script that it names exists, and every file', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = [...everything.matchAll(/\bnpm (?:run (?:-s )?([a-z]+)|(start|test))\b/g)].map(
    ([, run, own]) => run ?? own ?? '',
  );
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  const files = [...everything.matchAll(/\b(?:samples|infra|shared|functions|test)\/[\w./-]*\w\b/g)].map(
    ([path]) => path,
  );
  const made = ['infra/name.ts', 'functions/name.ts', 'infra/settings/yours.json'];
  expect(sorted(files).filter((path) => !made.includes(path) && !existsSync(path))).toEqual([]);
});

test('its options of npm start are those that npm start has', () => {
  const { stdout } = spawnSync(process.execPath, ['infra/local/start.ts', '--help'], { encoding: 'utf8' });
  const options = (text: string) => sorted([...text.matchAll(/(?<![\w-])--[a-z]+/g)].map(([option]) => option));
  const table = tableRows(section('Two commands')).map(([option = '']) => option);
  expect(options(table.join(' '))).toEqual(options(stdout.replace('npm start --', '')));
});

test('its options of npm run token exist', () => {
  const known = tokenCommand().options.map(({ long }) => long);
  const [step = ''] = /^6\. .*$/m.exec(section('Deploying to AWS')) ?? [];
  const named = [...step.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((option) => !known.includes(option))).toEqual([]);
});

test('its options of npm run check exist, and it checks as much as it says', () => {
  const [, told = ''] = section('How it fails, and what you do then').split('### Does everything still hold?');
  const known = checkCommand().options.map(({ long }) => long);
  const named = [...told.matchAll(/(?<![\w-])--[a-z]+/g)].map(([option]) => option);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((option) => option !== '--help' && !known.includes(option))).toEqual([]);
  expect(told).toContain(`says of ${invariants.length} things whether they hold`);
});

test('its options of npm run redrive exist', () => {
  const known = redriveCommand().options.map(({ long }) => long);
  const [told = ''] = section('How it fails, and what you do then').split('\n| ');
  const named = [...told.matchAll(/(?<![\w-])--[a-z-]+/g)].map(([option]) => option);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((option) => !known.includes(option))).toEqual([]);
});

test('it says what each role is for as the API does', () => {
  const roles = Object.entries(roleDescriptions);
  const rows = tableRows(section('The API')).filter(([name = '']) => roles.some(([role]) => role === name));
  expect(rows).toEqual(roles);
});

test('its settings are those of the schema, with their defaults', () => {
  const table = tableRows(section('Settings'));
  expect(sorted(table.flatMap(([names = '']) => quoted(names)))).toEqual(sorted(settingsInSchema(settingsJson)));
  const { policy } = settingsSchema.parse(JSON.parse(readFileSync('infra/settings/contoso.json', 'utf8')));
  const defaults = { passwordRules: 'entra', ...policy };
  const told = table
    .filter(([name = '']) => name.startsWith('`policy.'))
    .map(([name = '', text = '']) => [quoted(name)[0]?.replace('policy.', ''), text]);
  const wrong = told.filter(([name = '', text = '']) => {
    const value: unknown = defaults[name as keyof typeof defaults];
    return (
      name !== 'bannedPasswords' &&
      !text.replace(/[{}[\]"\s]/g, '').includes(JSON.stringify(value).replace(/[{}[\]"\s]/g, ''))
    );
  });
  expect(wrong).toEqual([]);
});

type Schema = { properties?: Record<string, Schema>; oneOf?: Schema[]; anyOf?: Schema[] };

const settingsJson = z.toJSONSchema(settingsSchema, { io: 'input' }) as Schema;

/** Every setting by its path; what is deeper than two is part of a value. */
const settingsInSchema = ({ properties = {}, oneOf = [], anyOf = [] }: Schema, depth = 0): string[] => [
  ...[...oneOf, ...anyOf].flatMap((one) => settingsInSchema(one, depth)),
  ...Object.entries(properties).flatMap(([name, inside]) => {
    const below = depth === 0 ? settingsInSchema(inside, 1) : [];
    return below.length > 0 ? below.map((path) => `${name}.${path}`) : [name];
  }),
];

test('it counts the alarms that there are, and their price', () => {
  expect(section('Costs')).toContain(`${template.of('AWS::CloudWatch::Alarm').length} alarms (0.10 USD`);
});

test('its times of mails are those of the share of the rate that credentials have', () => {
  const sending = template.of('AWS::Lambda::EventSourceMapping').filter(({ id }) => id.startsWith('SendCredentials'));
  const calls = sending.reduce((sum, { Properties }) => sum + Properties.ScalingConfig.MaximumConcurrency, 0);
  const perSecond = (14 * calls) / callsAtOnce;
  const rows = tableRows(section('What binds'));
  const told = rows.flatMap(([count = '', , long = '']) => {
    const [, number = '', unit = ''] = /mails: (\d+) (minutes|hours|days)/.exec(long) ?? [];
    return unit ? [[Number(count.replaceAll(',', '')), Number(number), unit] as const] : [];
  });
  expect(told.length).toBeGreaterThan(3);
  const seconds = { minutes: 60, hours: 3600, days: 86_400 } as const;
  for (const [count, number, unit] of told)
    expect([count, Math.round(count / perSecond / seconds[unit as keyof typeof seconds])]).toEqual([count, number]);
});

test('it says of the dead letters of each queue what their alarm says', () => {
  const alarms = template.of('AWS::CloudWatch::Alarm').filter(({ id }) => plain(id).endsWith('DeadLetterAlarm'));
  expect(alarms).toHaveLength(6);
  const rows = tableRows(section('How it fails, and what you do then'));
  for (const { id, Properties } of alarms) {
    const queue = plain(id).replace('DeadLetterAlarm', '').toLowerCase();
    const row = rows.find(([seen = '']) => seen.endsWith(`dead letters of ${queue}`))?.join(' ') ?? '';
    const sentences: string[] = Properties.AlarmDescription.match(/[^.]+\./g);
    const missing = sentences.filter((one) => !row.includes(one.trim()) && !/^\s*Redrive/.test(one));
    expect([queue, missing]).toEqual([queue, []]);
  }
});

test('each figure names a benchmark that exists', () => {
  const named = [...everything.matchAll(/npm run bench -- --only ([\w-]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(sorted(named).filter((name) => !existsSync(`bench/${name}.ts`))).toEqual([]);
});

test('what it shows of a start, the code prints', () => {
  const shown = section('What you see');
  const printed = ['clients/imports/progress', 'infra/local/command/summary', 'infra/local/command/command'].map(
    (name) => readFileSync(`${name}.ts`, 'utf8'),
  );
  for (const words of [
    'Starting Muster on this machine ...',
    'Add one more person:',
    'Ctrl-C stops.',
    'Mailbox  ',
    'people/s',
  ]) {
    expect([words, shown.includes(words), printed.some((text) => text.includes(words))]).toEqual([words, true, true]);
  }
});
