/** A test worker that is told its configuration before it asks for it has it all the same. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const asker = `
  setTimeout(() => {
    process.on('message', (message) => {
      if (message.type === 'jest-light-runner-worker-data') { process.send({ got: message.workerData }); process.disconnect(); }
    });
    process.send('jest-light-runner-get-worker-data');
  }, 50);
`;

test('what came too early is given to whoever asks, and what a worker starts has no part in it', async () => {
  const options = `--import ${join(import.meta.dirname, 'keep-worker-data.mjs')}`;
  const child = fork('-e', [asker], { env: { ...process.env, NODE_OPTIONS: options } });
  // Nobody answers its question: it was told before.
  child.send({ type: 'jest-light-runner-worker-data', workerData: 'configuration' });
  const [answer] = await once(child, 'message');
  expect(answer).toEqual({ got: 'configuration' });
  expect(process.env.NODE_OPTIONS ?? '').not.toContain('keep-worker-data');
});
