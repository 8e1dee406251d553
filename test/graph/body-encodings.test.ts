/** Bodies that are not UTF-8: refused with what to do, before anything else reads them. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { collectLog } from './calling.ts';
import { routeKeys, setup } from './routes.ts';

collectLog();

const person = { userPrincipalName: 'rene@contoso.com', displayName: 'René' };
const json = JSON.stringify(person);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const latin1 = Buffer.from(json, 'latin1');

const refused: [string, Buffer][] = [
  ['Latin-1, as Windows PowerShell sends it', latin1],
  ['the reported one', readFileSync('test/samples/reported/body-latin1.json')],
  ['UTF-16', utf16(json)],
  ['UTF-16 with its mark', utf16(`\ufeff${json}`)],
  ['UTF-16 of ASCII alone', utf16('{"displayName":"Ada","userPrincipalName":"ada@contoso.com"}')],
  ['big-endian UTF-16', utf16(`\ufeff${json}`).swap16()],
  ['UTF-8 cut inside a character', Buffer.from(`{"displayName":"Ren\u00e9`).subarray(0, -1)],
  [
    'a lone surrogate in bytes',
    Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
  ],
  ['a character that was lost before it was sent', Buffer.from(json.replace('é', '\ufffd'))],
];

describe.each([false, true])('handed over in Base64: %s', (base64) => {
  test.each(refused)('%s: 400 with what to do, and nobody is added', async (_what, bytes) => {
    const { call, memory } = setup();
    const answer = await call({ route: 'POST /v1.0/users', bytes, base64 });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BodyNotUtf8']);
    expect(answer.body.error.message).toContain('UTF-8');
    expect(memory.people.size).toBe(0);
  });

  test('a mark of UTF-8 is no part of the body', async () => {
    const { call } = setup();
    const answer = await call({ route: 'POST /v1.0/users', bytes: Buffer.from(`\ufeff${json}`), base64 });
    expect([answer.status, answer.body.displayName]).toEqual([201, 'René']);
  });

  test('every text comes as it was sent, in UTF-8; in Latin-1 only what is ASCII', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aZ09éßñøÿ'), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(letters, fc.constantFrom<BufferEncoding>('utf8', 'latin1'), async (displayName, encoding) => {
        const { call } = setup();
        const bytes = Buffer.from(JSON.stringify({ ...person, displayName }), encoding);
        const answer = await call({ route: 'POST /v1.0/users', bytes, base64 });
        const isRead = encoding === 'utf8' || /^[\x20-\x7e]*$/.test(displayName);
        expect(isRead ? answer.body.displayName : answer.status).toBe(isRead ? displayName : 400);
      }),
      { numRuns: 100 },
    );
  });
});

test.each(['iso-8859-1', 'ISO-8859-1', '"windows-1252"', 'utf-16', 'utf-16le', ' latin1 ', 'x'])(
  'the charset %s is refused, whatever the body is',
  async (charset) => {
    const { create } = setup();
    const answer = await create({}, { headers: { 'content-type': `application/json; charset=${charset}` } });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BodyNotUtf8']);
  },
);

test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8', 'us-ascii'])('the charset %s is fine', async (charset) => {
  const { create } = setup();
  const headers = { 'content-type': `application/json; odata.metadata=minimal; charset=${charset}` };
  expect((await create({}, { headers })).status).toBe(201);
});

const withBody = routeKeys
  .filter(
    (key) =>
      /^(PATCH|PUT)/.test(key) ||
      /changePassword|assignLicense|restore|\$ref|resetPassword|addPassword|removePassword|sendCredentials$|POST .v1.0.(users|applications|imports|\$batch)$/.test(
        key,
      ),
  )
  .filter((key) => !key.startsWith('DELETE'));

test.each(withBody)('%s reads no body that is not UTF-8', async (route) => {
  const { call, memory } = setup();
  const principal = { kind: 'person', id: 'p', displayName: 'P', roles: ['Global Administrator'] };
  const session = /\/me\//.test(route) ? { principal } : {};
  const before = JSON.stringify([...memory.people]);
  const answer = await call({ route, bytes: latin1, path: { id: 'contoso.com', skuId: 'x' }, ...session });
  expect([400, 404]).toContain(answer.status);
  if (answer.status === 400) expect(answer.body.error.code).toBe('BodyNotUtf8');
  expect(JSON.stringify([...memory.people])).toBe(before);
});

test('there are such routes', () => expect(withBody.length).toBeGreaterThan(10));
