/** What was sealed opens only unchanged, under its own key, and where it belongs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { readAccessKeys } from '../../../infra/local/door/access-keys.ts';
import { accessKeyFile } from '../../../infra/local/emulators/data-folder.ts';
import { type LocalKeys, startKeys } from '../../../infra/local/emulators/keys.ts';
import { kmsSealer } from '../../../shared/aws/imports/kms-sealer.ts';
import type { Sealer } from '../../../shared/work/imports/sealer.ts';
import { fakeSealer } from '../../fakes/sealer.ts';

const keyArn = 'arn:aws:kms:eu-west-1:000000000000:key/11111111-2222-3333-4444-555555555555';
const context = { importId: 'import', firstRow: '50' };

describe.each(['in memory', 'with KMS'])('%s', (kind) => {
  let sealer: Sealer = fakeSealer();
  let keys: LocalKeys | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'muster-keys-'));
  beforeAll(async () => {
    if (kind === 'in memory') return;
    keys = await startKeys({ path: folder, file: (...names) => join(folder, ...names), release: () => undefined });
    keys.make([keyArn]);
    const credentials = {
      accessKeyId: readAccessKeys(join(folder, accessKeyFile)).of('test'),
      secretAccessKey: 'test',
    };
    const client = new KMSClient({ endpoint: keys.endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
    sealer = kmsSealer(client, keyArn);
  });
  afterAll(async () => {
    await keys?.stop();
    rmSync(folder, { recursive: true });
  });

  const setup = async (texts = ['one', 'two']) => ({ ...(await sealer.seal(texts, context)), texts });
  const opens = ({ sealed, sealedKey }: { sealed: string[]; sealedKey: string }, where = context) =>
    sealer.open(sealed, sealedKey, where).then(
      () => 'opened',
      () => 'closed',
    );

  test('texts come back in their order, whatever is in them', async () => {
    const { sealed, sealedKey, texts } = await setup(['Pâsswörd 密码 🎉', '', 'a'.repeat(256), 'two', 'two']);
    expect(await sealer.open(sealed, sealedKey, context)).toEqual(texts);
    expect(await sealer.open([sealed[3] ?? ''], sealedKey, context)).toEqual(['two']);
  });

  test('nothing sealed shows its text, nor that two texts are one', async () => {
    const { sealed, sealedKey } = await setup(['a plain text', 'a plain text']);
    expect(new Set(sealed).size).toBe(2);
    const bytes = [...sealed, sealedKey].map((box) => box + Buffer.from(box, 'base64').toString('latin1')).join();
    expect(bytes.includes('a plain text')).toBe(false);
  });

  test('elsewhere it stays closed', async () => {
    const box = await setup();
    expect(await opens(box)).toBe('opened');
    expect(await opens(box, { ...context, firstRow: '51' })).toBe('closed');
    expect(await opens(box, { ...context, importId: 'other' })).toBe('closed');
    const other = await setup();
    expect(await opens({ ...box, sealedKey: other.sealedKey })).toBe('closed');
  });

  test('changed at any place it stays closed', async () => {
    const { sealed, sealedKey } = await setup(['a text']);
    const changedAt = (text: string, index: number) =>
      text.slice(0, index) + (text.charAt(index) === 'A' ? 'B' : 'A') + text.slice(index + 1);
    const [box = ''] = sealed;
    // Base64's last letter may hold bits of no byte, so the end is left alone.
    for (let index = 0; index < box.length - 4; index += 3) {
      expect(await opens({ sealed: [changedAt(box, index)], sealedKey })).toBe('closed');
    }
    for (let index = 0; index < sealedKey.length - 4; index += 9) {
      expect(await opens({ sealed, sealedKey: changedAt(sealedKey, index) })).toBe('closed');
    }
    expect(await opens({ sealed: [box.slice(0, 8)], sealedKey })).toBe('closed');
    expect(await opens({ sealed: [''], sealedKey })).toBe('closed');
  });
});
