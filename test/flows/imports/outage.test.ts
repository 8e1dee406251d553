/** A service that is away for a while: what failed comes again in seconds, and nothing is a dead letter. */
import { newCrowd } from '../driver/crowd.ts';
import type { Muster } from '../driver/muster.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

jest.setTimeout(300_000);

const engine = ownEngine();
let muster: Muster;
beforeAll(async () => {
  if (isLocal) muster = await engine.start();
});
afterAll(() => engine.end());

const faults = async (plan?: object) => {
  const url = `${new URL(muster.outputs.ApiUrl).origin}/_local/faults`;
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, plan && { method: 'POST', headers, body: JSON.stringify(plan) });
  return (await answer.json()) as { injected: Record<string, number> };
};

const deadLetters = async () => {
  const { DeadLetterQueueUrl: _none, ...urls } = muster.outputs as Record<string, string>;
  const dead = Object.entries(urls).filter(([name]) => name.endsWith('DeadLetterQueueUrl'));
  return (await Promise.all(dead.map(([, url]) => muster.queues.peek(url)))).flat();
};

testLocally(
  'S3 and SQS that are away for some tries cost a file and its rows seconds, not an hour (mistake 9)',
  async () => {
    // Six calls are two or three tries of a message, since the SDK asks again by itself.
    await faults({
      seed: 1,
      rules: [
        { does: 'fail', function: 'import-users', operation: 's3:GetObject', times: 6 },
        { does: 'throttle', function: 'import-users', operation: 'sqs:SendMessageBatch', times: 10 },
      ],
    });
    const crowd = newCrowd(60, { skuPartNumber: '' });
    const began = Date.now();
    const requested = await muster.api.requestImport({ fileName: 'outage.csv', credentials: 'none' });
    await muster.files.upload(requested, crowd.file());
    const ended = await waitFor(
      'the end of the import',
      () => muster.api.import(requested.id),
      ({ status }) => status === 'succeeded',
      { seconds: 240 },
    );
    expect(ended).toMatchObject({ created: 60 });
    expect((Date.now() - began) / 1000).toBeLessThan(240);
    const { injected } = await faults();
    expect(Object.values(injected).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10);
    await faults({});
    expect(await deadLetters()).toEqual([]);
  },
);
