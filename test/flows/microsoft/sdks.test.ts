/** Microsoft's SDKs and identity packages, as they are, against a local start that speaks TLS. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Muster } from '../driver/muster.ts';
import { newLicence, unique } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { isLocal } from '../driver/which-engine.ts';
import { pythonWithSdk } from './python.ts';
import { synchronizedPerson } from './synchronized-person.ts';

const page = readFileSync('docs/coming-from-microsoft-graph.md', 'utf8');

/** The two programs of the page in a language: how `graph` is made, and what is done with it. */
const programsIn = (language: string): [string, string] => {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))];
  const [connect = '', work = ''] = blocks.map(([, text = '']) => text);
  return [connect, work];
};
const work = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

const engine = ownEngine('--https');
let muster: Muster;
let environment: Record<string, string | undefined>;

/** An application with a secret, as an administrator makes it for a script. */
const newClient = async (): Promise<{ CLIENT_ID: string; CLIENT_SECRET: string }> => {
  const ask = async (path: string, body: object) =>
    (await muster.api.ask('POST', `/v1.0/applications${path}`, body)).body;
  const made = await ask('', { displayName: 'A script', roles: ['User Administrator'] });
  const { id, appId } = made as { id: string; appId: string };
  const { secretText } = (await ask(`/${id}/addPassword`, { passwordCredential: {} })) as { secretText: string };
  return { CLIENT_ID: appId, CLIENT_SECRET: secretText };
};

/** Runs a program whose text it reads from standard input; what it prints, or an error with what it complains of. */
const run = async (command: string, options: string[], program: string): Promise<string> => {
  const [MARK, { skuId }] = [unique(), await newLicence(muster, 1)];
  const child = spawn(command, options, { env: { ...environment, MARK, SKU_ID: skuId } });
  let [printed, complained] = ['', ''];
  child.stdout.on('data', (piece) => (printed += piece));
  child.stderr.on('data', (piece) => (complained += piece));
  child.stdin.end(program);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`It ended with ${code}: ${complained}`);
  return printed.trim();
};
const runNode = (program: string) => run(process.execPath, ['--input-type=module', '-'], program);

const everything = 'create, list, patch, licence, reset, changePassword, delete, restore, batch';

const python = isLocal ? pythonWithSdk() : undefined;
const testInPython = (name: string, test_: (python: string) => Promise<void>): void => {
  const why = isLocal ? 'there is no SDK for Python here: .ci/python msgraph-sdk gets it' : 'needs the local engine';
  if (python === undefined) test.skip(`${name} (skipped: ${why})`, async () => {});
  else test(name, () => test_(python));
};

if (isLocal) {
  beforeAll(async () => {
    muster = await engine.start();
    const { ApiUrl: API_URL } = muster.outputs;
    environment = { ...muster.environment, API_URL, ...(await newClient()) };
  });
  afterAll(() => engine.end());

  test('its address is one of TLS, and so is that of the page for signing in', () => {
    expect(muster.outputs.ApiUrl).toMatch(/^https:/);
    expect(muster.outputs.LocalUrl).toBe(muster.outputs.ApiUrl);
  });

  // The SDK of AWS has warnings of its own for the addresses of a local engine.
  test.each([
    ['check-state', 'Everything holds.'],
    ['redrive-messages', 'No dead letters'],
  ])('%s, started without trust, finds it in aws.env, and nobody complains', (command, said) => {
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    const options = [`clients/${command}.ts`, '--outputs', join(engine.home, '.muster/outputs.json')];
    const { status, stdout, stderr } = spawnSync(process.execPath, options, { env, encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, expect.stringContaining(said), '']);
  });

  describe('JavaScript', () => {
    const [connect, shown] = programsIn('js');

    test('what the page shows does what it says', async () => {
      expect(await runNode(connect + shown)).toBe('Ada Lovelace');
    });

    test('the SDK does its work', async () => {
      expect(await runNode(connect + work('work.mjs'))).toBe(everything);
    });

    test('it shows what is decided on premises as Graph does, with each property; the rest can be changed', async () => {
      const name = `eve.${unique()}`;
      await synchronizedPerson(muster, name);
      expect(
        JSON.parse(await runNode(`const name = '${name}@contoso.com';\n${connect}${work('on-premises.mjs')}`)),
      ).toEqual({
        onPremises: [true, []],
        patch: [400, 'OnPremisesMastered', ['displayName', 'jobTitle']],
        remove: [400, 'OnPremisesMastered', []],
        usageLocation: 'NL',
      });
    });
  });
}

describe('Python', () => {
  const [connect, shown] = programsIn('python');

  testInPython('what the page shows does what it says', async (python) => {
    expect(await run(python, ['-'], connect + shown)).toBe('Grace Hopper is Rear Admiral');
  });

  testInPython('the SDK does its work', async (python) => {
    expect(await run(python, ['-'], connect + work('work.py'))).toBe(everything);
  });
});
