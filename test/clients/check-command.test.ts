/** `npm run check` says in a sentence what is wrong with how it was asked. What it finds is in test/flows/audit/check.test.ts. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const folder = mkdtempSync(join(tmpdir(), 'muster-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const nobodyAnswers = JSON.stringify({
  Muster: Object.fromEntries(
    [
      ...['DirectoryTableName', 'ImportsTableName', 'ImportBucketName', 'ReportBucketName', 'LocalUrl'],
      ...['FilesDeadLetterQueueUrl', 'RowsDeadLetterQueueUrl', 'CredentialsDeadLetterQueueUrl'],
      ...['NoticesDeadLetterQueueUrl', 'DeliveriesDeadLetterQueueUrl', 'SweepsDeadLetterQueueUrl'],
    ].map((name) => [name, name === 'LocalUrl' ? 'http://127.0.0.1:9' : 'x']),
  ),
});

test.each([
  ['no such file of outputs', ['--outputs', 'nowhere.json'], /^There is no outputs file nowhere\.json: /m],
  [
    'another file',
    ['--outputs', 'package.json'],
    /^package\.json has no output DirectoryTableName: it is no outputs file/,
  ],
  ['a text that is no JSON', ['--outputs', fileOf('text', 'x')], /it is no JSON/],
  ['a secret that would be anywhere', ['--secrets', fileOf('short', 'long enough\nshort\n')], /Line 2 has less than 8/],
  ['settings that are none', ['--settings', 'package.json'], /The settings cannot be used/],
  ['an engine that was stopped', ['--outputs', fileOf('stopped.json', nobodyAnswers)], /does not answer.*`npm start`/],
])('%s', (_, options, sentence) => {
  const environment = {
    PATH: process.env.PATH,
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
  };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['clients/check-state.ts', ...options], {
    encoding: 'utf8',
    env: { ...environment, AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'secret' },
  });
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('texts that come late by standard input are waited for', async () => {
  // Standard input that does not block, as a program has it that began to read it otherwise.
  const program = ['--import', 'data:text/javascript,process.stdin', 'clients/check-state.ts', '--secrets', '-'];
  const child = spawn(process.execPath, program);
  const faults = text(child.stderr);
  child.stdin.write('long enough\n');
  await sleep(500);
  child.stdin.end('short\n');
  expect(await faults).toContain('Line 2 has less than 8 characters');
});

test('a table that is not there is named, with exit code 1', async () => {
  const knowsNoTable = createServer((request, response) => {
    request.resume();
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException' }));
  });
  await new Promise<void>((resolve) => knowsNoTable.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(knowsNoTable.address() as AddressInfo).port}`;
  const { LocalUrl: _, ...outputs } = JSON.parse(nobodyAnswers).Muster as Record<string, string>;
  const file = fileOf('nothing-there.json', JSON.stringify({ Muster: outputs }));
  const child = spawn(process.execPath, ['clients/check-state.ts', '--outputs', file, '--directory', 'no-such'], {
    env: {
      ...{ PATH: process.env.PATH, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: address },
      ...{ AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'secret' },
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  expect(await text(child.stderr)).toBe(
    'There is no table no-such in this account and region. Check the names and AWS_REGION.\n',
  );
  expect(await ended).toBe(1);
  knowsNoTable.close();
});
