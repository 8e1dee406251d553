/** A command that is about one of several stages finds that one, or says which there are. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasStack, outputsIn } from '../../clients/aws/outputs-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'which-stack-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, stacks: object): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(stacks));
  return file;
};
const two = fileWith('two.json', { Muster: { ApiUrl: 'https://one' }, 'Muster-test': { ApiUrl: 'https://two' } });
const one = fileWith('one.json', { 'Muster-test': { ApiUrl: 'https://two' } });

test('the only stack of a file is meant, whatever it is called', () => {
  expect(outputsIn(one).ApiUrl).toBe('https://two');
  expect(outputsIn(one, 'Muster-test').ApiUrl).toBe('https://two');
});

test('of several, the one that is named; none is guessed', () => {
  expect(outputsIn(two, 'Muster-test').ApiUrl).toBe('https://two');
  expect(() => outputsIn(two)).toThrow(
    'several stacks, Muster and Muster-test: name one with --stack, or in MUSTER_STACK',
  );
  expect(() => outputsIn(two, 'Muster-second')).toThrow(
    'has outputs of Muster and Muster-test, and none of Muster-second',
  );
  expect([hasStack(two, 'Muster'), hasStack(one, 'Muster')]).toEqual([true, false]);
});

const run = (program: string, options: string[], environment: Record<string, string> = {}) => {
  const { stderr, status } = spawnSync(process.execPath, [program, ...options], {
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env.PATH ?? '', AWS_REGION: 'eu-west-1', INIT_CWD: folder },
      ...{ AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'secret' },
      ...environment,
    },
  });
  return { stderr, status };
};

test.each([
  ['redrive', 'clients/redrive-messages.ts'],
  ['check', 'clients/check-state.ts'],
])('%s refuses to guess, and takes the name from the option or the environment', (_, program) => {
  expect(run(program, ['--outputs', two])).toEqual({
    status: 1,
    stderr: expect.stringContaining('name one with --stack'),
  });
  const named = /(has no output|names no queues)/;
  expect(run(program, ['--outputs', two, '--stack', 'Muster-test']).stderr).toMatch(named);
  expect(run(program, ['--outputs', two], { MUSTER_STACK: 'Muster-test' }).stderr).toMatch(named);
});

test('a stack that is named is never taken for the one whose outputs happen to lie here', () => {
  fileWith('outputs.json', { 'Muster-test': { FilesQueueUrl: 'x', FilesDeadLetterQueueUrl: 'y' } });
  // CloudFormation is asked, who does not answer here.
  const { stderr } = run('clients/redrive-messages.ts', ['--stack', 'Muster']);
  expect(stderr).toContain('Nobody answers at');
});
