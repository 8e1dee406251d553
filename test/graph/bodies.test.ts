/** Bodies of any kind: read, or refused with everything that is wrong with them. */
import { readFileSync } from 'node:fs';
import { e3 } from '../fakes/people.ts';
import { collectLog } from './calling.ts';
import { problemsIn, setup } from './routes.ts';

const log = collectLog();

test.each([
  ['no body', undefined],
  ['an empty one', ''],
  ['half of one', '{"displayName":"A'],
  ['text', 'displayName=Ada'],
  ['two values', '{} {}'],
  ['half a character in a value', '{"userPrincipalName":"ada@contoso.com","displayName":"Ada \\ud83d"}'],
  ['half a character in a name', '{"\\uDE00":1}'],
  ['half a character, deep', `{"a":${'['.repeat(10_000)}"\\ud83d"${']'.repeat(10_000)}}`],
])('%s is not JSON: 400 (case 46)', async (_what, text) => {
  const { call } = setup();
  const answer = await call({ route: 'POST /v1.0/users', ...(text !== undefined && { text }) });
  expect([answer.status, answer.body.error.code]).toEqual([400, 'BadJson']);
});

test.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '1'],
  ['a text', '"ada"'],
  ['a list 10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
])('%s is JSON, and no person: 400 (case 46)', async (_what, text) => {
  const { call, memory } = setup();
  const answer = await call({ route: 'POST /v1.0/users', text });
  expect(answer.status).toBe(400);
  expect(memory.people.size).toBe(0);
});

test('a character that is written in its two halves is one', async () => {
  const { call } = setup();
  const text = '{"userPrincipalName":"ada@contoso.com","displayName":"Ada \\ud83d\\ude00 \\\\ud83d"}';
  expect((await call({ route: 'POST /v1.0/users', text })).body.displayName).toBe('Ada 😀 \\ud83d');
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  '',
  'multipart/form-data; boundary=x',
])('the content type %j is refused: 415 (case 46)', async (type) => {
  const { create } = setup();
  const answer = await create({}, { headers: { 'content-type': type } });
  expect([answer.status, answer.body.error.code]).toEqual([415, 'UnsupportedContentType']);
});

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;odata.metadata=minimal'])(
  'the content type %j is fine',
  async (type) => {
    const { create } = setup();
    expect((await create({}, { headers: { 'content-type': type } })).status).toBe(201);
  },
);

test('a body that came in Base64 is read; one that is too large is a 413, in any coding (case 46)', async () => {
  const { create } = setup();
  expect((await create({ displayName: 'Zoë 密' }, { base64: true })).body.displayName).toBe('Zoë 密');
  for (const base64 of [false, true]) {
    const answer = await create({ displayName: '密'.repeat(45_000) }, { base64 });
    expect([answer.status, answer.body.error.code]).toEqual([413, 'BodyTooLarge']);
  }
});

test('properties that cannot be set are named, one by one', async () => {
  const { create, memory } = setup();
  const answer = await create({
    id: 'x',
    mail: 'y',
    version: 7,
    passwordProfile: { hash: 'z' },
    password: { hash: 'z' },
  });
  expect(answer.status).toBe(400);
  expect(problemsIn(answer).toSorted()).toEqual([
    'PropertyUnknown id',
    'PropertyUnknown mail',
    'PropertyUnknown password',
    'PropertyUnknown passwordProfile.hash',
    'PropertyUnknown version',
  ]);
  expect(memory.people.size).toBe(0);
});

test.each(['__proto__', 'constructor', 'prototype', 'toString'])(
  'the key %s is a property like any other: refused, and nothing else (case 47)',
  async (key) => {
    const { call, memory } = setup();
    const text = `{"userPrincipalName":"ada@contoso.com","displayName":"Ada","${key}":{"accountEnabled":false,"polluted":1}}`;
    const answer = await call({ route: 'POST /v1.0/users', text });
    expect([answer.status, ...problemsIn(answer)]).toEqual([400, `PropertyUnknown ${key}`]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(memory.people.size).toBe(0);
  },
);

test('a value 10,000 deep where a text should be is refused by its name (case 46)', async () => {
  const { call } = setup();
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const deep = open.repeat(10_000) + (open === '[' ? '' : '1') + close.repeat(10_000);
    for (const property of ['displayName', 'unknown', 'otherMails', 'passwordProfile']) {
      const answer = await call({ route: 'POST /v1.0/users', text: `{"${property}":${deep}}` });
      expect([answer.status, problemsIn(answer).some((problem) => problem.includes(property))]).toEqual([400, true]);
    }
  }
});

test('all problems are in one answer: wrong kinds, unknown names, and the rules for the rest', async () => {
  const { create } = setup();
  const answer = await create({
    userPrincipalName: 'a b@contoso.com',
    displayName: 7,
    otherMails: ['x', 5],
    salary: 1,
    assignedLicenses: [{ skuId: 'NOPE' }],
    passwordProfile: { password: 'short' },
    usageLocation: 'ZZ',
  });
  expect(answer.status).toBe(400);
  expect(problemsIn(answer).toSorted()).toEqual([
    'CountryUnknown usageLocation',
    'LicenceUnknown assignedLicenses',
    'PasswordLengthWrong passwordProfile.password',
    'PropertyUnknown salary',
    'UserNameIllegal userPrincipalName',
    'ValueInvalid displayName',
    'ValueInvalid otherMails.1',
  ]);
  expect(answer.body.error.code).toBe(answer.body.error.details[0].code);
});

test('no answer and no log line repeats a password, nor a body', async () => {
  const { create } = setup();
  const secret = 'marked';
  const answers = [
    await create({ passwordProfile: { password: secret } }),
    await create({ passwordProfile: { password: [secret] } }),
    await create({ passwordProfile: secret, jobTitle: secret.repeat(100), city: { secret } }),
    await create({ displayName: 'Ada', jobTitle: 'a job' }),
  ];
  expect(answers.map(({ text }) => text.includes(secret))).toEqual([false, false, false, false]);
  expect([log.text().includes(secret), log.text().includes('a job'), log.text().includes('contoso')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('an idempotency key that is none is refused; one that is long and odd is fine', async () => {
  const { create } = setup();
  for (const key of ['', ' ', 'a b', 'ü', 'x'.repeat(256)]) {
    const answer = await create({}, { headers: { 'idempotency-key': key } });
    expect([answer.status, ...problemsIn(answer)]).toEqual([400, 'ValueInvalid Idempotency-Key']);
  }
  expect((await create({}, { headers: { 'idempotency-key': `~!"${'x'.repeat(252)}` } })).status).toBe(201);
});

test.each([
  [{ prepaidUnits: { enabled: -1 } }, 'prepaidUnits.enabled'],
  [{ prepaidUnits: { enabled: 1.5 } }, 'prepaidUnits.enabled'],
  [{ prepaidUnits: { enabled: '5' } }, 'prepaidUnits.enabled'],
  [{ skuPartNumber: 'a b' }, 'skuPartNumber'],
  [{ carriesMailbox: undefined }, 'carriesMailbox'],
  [{ free: 9 }, 'free'],
])('a licence is set strictly: %j', async (change, target) => {
  const { call, memory } = setup();
  const body = { skuPartNumber: e3.skuPartNumber, prepaidUnits: { enabled: 1 }, carriesMailbox: true, ...change };
  const answer = await call({ route: 'PUT /v1.0/subscribedSkus/{skuId}', path: { skuId: e3.skuId }, body });
  expect([answer.status, answer.body.error.target]).toEqual([400, target]);
  expect(memory.skus.size).toBe(0);
});

test('body-invisible-name.json: a name with nothing to be seen is missing', async () => {
  const { call, memory } = setup();
  const text = readFileSync(new URL('../samples/reported/body-invisible-name.json', import.meta.url), 'utf8');
  const answer = await call({ route: 'POST /v1.0/users', text });
  expect([answer.status, ...problemsIn(answer)]).toEqual([400, 'DisplayNameMissing displayName']);
  expect(memory.people.size).toBe(0);
});

test('marks that nobody sees are taken from the ends of every property, and inside refuse it', async () => {
  const { create } = setup();
  const answer = await create({
    userPrincipalName: '\u200bada@contoso.com\ufeff',
    displayName: ' \u2060Ada\u200b ',
    mobilePhone: '\u202d+32 471 55 66 78\u202c',
    otherMails: ['\u200bada@example.net\u200e'],
    usageLocation: 'BE\u200b',
  });
  expect([answer.status, answer.body]).toMatchObject([
    201,
    {
      ...{ userPrincipalName: 'ada@contoso.com', displayName: 'Ada', mobilePhone: '+32 471 55 66 78' },
      ...{ otherMails: ['ada@example.net'], usageLocation: 'BE' },
    },
  ]);
  for (const mark of ['\u200b', '\u00ad', '\u202e', '\uffff', '\ufdd0', '\ue000', '\u0007']) {
    const refused = await create({
      userPrincipalName: 'ben@contoso.com',
      displayName: `B${mark}en`,
      otherMails: [`b${mark}en@example.net`],
    });
    const problems = problemsIn(refused);
    expect(problems).toEqual(expect.arrayContaining(['ValueInvalid displayName', 'ValueInvalid otherMails']));
  }
});
