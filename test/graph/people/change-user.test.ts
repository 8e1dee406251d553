/** The routes that change a person: what they take, and what their answers say. */
import { collectLog } from '../calling.ts';
import { problemsIn } from '../routes.ts';
import { withAda } from '../with-ada.ts';

const log = collectLog();

test('a person whom others keep changing is a 409, and no fault', async () => {
  const { directory, ada, patch, remove } = await withAda();
  directory.changePeople = async () => ({
    kind: 'lost',
    stale: [ada.id],
    short: [],
    nameTaken: [],
    keysTaken: [],
    lastAdministrator: false,
  });
  const answers = [await patch({ city: 'Paris' }), await remove()];
  expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
    [409, 'ConcurrentChange'],
    [409, 'ConcurrentChange'],
  ]);
});

describe('PATCH', () => {
  test('is a 204 without a body, and with a tag of what the person now is', async () => {
    const { patch, read } = await withAda();
    const answer = await patch({ city: 'Paris' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    const { body, headers } = await read();
    expect(body.city).toBe('Paris');
    expect([answer.headers.etag, headers.etag]).toEqual([body['@odata.etag'], body['@odata.etag']]);
  });

  test.each(['return=representation', 'Return=Representation', 'respond-async, return=representation;x=1'])(
    'with Prefer: %s it is a 200 with the person',
    async (prefer) => {
      const { patch, read } = await withAda();
      const answer = await patch({ city: 'Paris' }, { prefer });
      expect([answer.status, answer.headers['preference-applied']]).toEqual([200, 'return=representation']);
      expect(answer.body).toEqual((await read()).body);
    },
  );

  test('takes every property, in Graph’s names, and gives it back', async () => {
    const { patch } = await withAda();
    const body = {
      displayName: 'Ada L',
      userPrincipalName: 'lovelace@contoso.com',
      mailNickname: 'adal',
      accountEnabled: false,
      ...{ givenName: 'Ada', surname: 'Lovelace', jobTitle: 'Analyst', department: 'R & D', officeLocation: '3.04' },
      ...{
        businessPhones: ['+44 1'],
        mobilePhone: '+44 2',
        faxNumber: '+44 3',
        streetAddress: '12 St James',
        city: 'X',
      },
      ...{ state: 'London', postalCode: 'SW1', country: 'UK', employeeId: 'E-1', otherMails: ['a@b.com'] },
      ...{ preferredLanguage: 'en-GB', usageLocation: 'GB' },
    };
    const answer = await patch(body, { prefer: 'return=representation' });
    expect(answer.body).toMatchObject(body);
    const emptied = Object.fromEntries(
      Object.keys(body)
        .filter((name) => !['displayName', 'userPrincipalName', 'mailNickname', 'accountEnabled'].includes(name))
        .map((name) => [name, null]),
    );
    const after = await patch(emptied, { prefer: 'return=representation' });
    expect(after.body).toMatchObject({ ...emptied, businessPhones: [], otherMails: [], displayName: 'Ada L' });
  });

  test('an empty text empties too, and a country may be written small', async () => {
    const { patch, read } = await withAda();
    expect((await patch({ city: ' ', usageLocation: 'de' })).status).toBe(204);
    expect((await read()).body).toMatchObject({ city: null, usageLocation: 'DE' });
  });

  test('names every problem at once: unknown properties, wrong kinds, broken rules', async () => {
    const { patch, memory } = await withAda();
    const answer = await patch({
      ...{ id: 'x', mail: 'y', roles: ['Global Administrator'], assignedLicenses: [], version: 7, salary: 1 },
      ...{ accountEnabled: 'no', city: 5, displayName: null, preferredLanguage: 'x y', businessPhones: 'none' },
      passwordProfile: { password: 'short' },
    });
    expect(answer.status).toBe(400);
    expect(problemsIn(answer).toSorted()).toEqual([
      'DisplayNameMissing displayName',
      'LanguageUnknown preferredLanguage',
      'PasswordLengthWrong passwordProfile.password',
      'PropertyUnknown assignedLicenses',
      'PropertyUnknown id',
      'PropertyUnknown mail',
      'PropertyUnknown roles',
      'PropertyUnknown salary',
      'PropertyUnknown version',
      'ValueInvalid accountEnabled',
      'ValueInvalid businessPhones',
      'ValueInvalid city',
    ]);
    expect([...memory.people.values()]).toMatchObject([{ version: 1 }]);
  });

  test.each([
    [{}, 'ValueInvalid passwordProfile'],
    [null, 'ValueInvalid passwordProfile'],
    [
      { forceChangePasswordNextSignInWithMfa: true },
      'ValueInvalid passwordProfile.forceChangePasswordNextSignInWithMfa',
    ],
    [{ password: '' }, 'ValueInvalid passwordProfile.password'],
    [{ forceChangePasswordNextSignIn: 'yes' }, 'ValueInvalid passwordProfile.forceChangePasswordNextSignIn'],
  ])('the passwordProfile %j is refused', async (passwordProfile, problem) => {
    const { patch } = await withAda();
    const answer = await patch({ passwordProfile });
    expect([answer.status, problemsIn(answer)]).toEqual([400, [problem]]);
  });

  test.each([
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
    ['a prototype', '{"__proto__":{"accountEnabled":false}}'],
    ['a constructor', '{"constructor":1}'],
    ['a list 9,999 deep', '['.repeat(9999)],
  ])('a body that is %s is a 400, and changes nobody', async (_what, text) => {
    const { call, ada, memory } = await withAda();
    const answer = await call({ route: 'PATCH /v1.0/users/{id}', path: { id: ada.id }, text });
    expect(answer.status).toBe(400);
    expect(memory.people.get(ada.id)?.version).toBe(1);
  });

  test('no password stands in an answer or in the log', async () => {
    const { patch } = await withAda();
    const password = 'Marked-Pa55word-Four';
    const headers = { prefer: 'return=representation' };
    const texts = [
      await patch({ passwordProfile: { password } }, headers),
      await patch({ passwordProfile: { password } }, headers),
      await patch({ passwordProfile: { password: [password] }, city: { password } }),
    ];
    expect(texts.map(({ status }) => status)).toEqual([200, 400, 400]);
    expect(problemsIn(texts[1] as never)).toEqual(['PasswordRepeated passwordProfile.password']);
    expect([...texts.map(({ text }) => text), log.text()].filter((text) => text.includes(password))).toEqual([]);
  });
});

describe('If-Match', () => {
  const cases = (tag: string): [string, string, number][] => [
    ['the tag that was read', tag, 204],
    ['without its W/', tag.slice(2), 204],
    ['among others', `"other", ${tag}`, 204],
    ['*', '*', 204],
    ['an older tag', 'W/"older"', 412],
    ['no tag at all', 'x', 412],
    ['nothing', '', 412],
  ];

  test.each(cases('').map(([name], index) => [name, index] as const))('%s', async (_name, index) => {
    for (const act of ['patch', 'remove'] as const) {
      const { patch, remove, ada, memory, read } = await withAda();
      const [, ifMatch = '', expected] = cases((await read()).body['@odata.etag'])[index] ?? [];
      const headers = { 'if-match': ifMatch };
      const answer = act === 'patch' ? await patch({ city: 'Paris' }, headers) : await remove(headers);
      expect(answer.status).toBe(expected);
      expect(memory.people.get(ada.id)?.version).toBe(expected === 204 ? 2 : 1);
      if (expected === 412) expect(answer.body.error.code).toBe('PreconditionFailed');
    }
  });

  test('the tag changes with what is shown, and with nothing else', async () => {
    const { patch, read, memory, ada } = await withAda();
    const tag = async () => (await read()).headers.etag;
    const first = await tag();
    const stored = memory.people.get(ada.id);
    if (stored) {
      stored.version = 9;
      stored.credentialMail.attempt = 5;
    }
    expect(await tag()).toBe(first);
    await patch({ city: 'Paris' });
    expect(await tag()).not.toBe(first);
    await patch({ city: 'London' });
    expect(await tag()).toBe(first);
  });
});
