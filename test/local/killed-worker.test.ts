/** A worker that is killed while its answer is on its way. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createClock } from '../../infra/local/functions/clock.ts';
import { startSandbox } from '../../infra/local/functions/sandbox.ts';
import { writeWorkerProgram } from '../../infra/local/functions/worker-program.ts';
import type { FunctionDefinition } from '../../infra/local/template/functions.ts';
import { temporaryFolder } from './running.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

test('what it still answers does not count: whoever called it learns that it died', async () => {
  const handlerFile = join(folder.path, 'handler.mjs');
  writeFileSync(handlerFile, 'export const handler = async () => ({ done: true });');
  const definition = {
    ...{ name: 'answers', arn: 'arn:answers', title: 'answers', handlerFile, handlerName: 'handler' },
    ...{ memoryMegabytes: 128, timeoutSeconds: 30, environment: {} },
  } as FunctionDefinition;
  const sandbox = startSandbox({
    program: writeWorkerProgram(join(folder.path, 'worker.mjs')),
    definition,
    environment: {},
    clock: createClock(join(folder.path, 'clock')).shared,
    log: new PassThrough(),
  });
  expect(await sandbox.invoke('{}')).toBe('{"done":true}');

  const answered = sandbox.invoke('{}');
  // Until it was sent; then the answer comes, and lies there unread while this thread does not look.
  await Promise.resolve();
  await Promise.resolve();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  const killed = sandbox.kill();
  await expect(answered).rejects.toThrow('killed');
  await killed;
  expect(sandbox.isAlive()).toBe(false);
});
