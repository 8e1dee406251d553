/** Pages of people. */
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import type { Page, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

test('pages of any size hold everybody once, in the order of their user names', async () => {
  const run = `list${unique()}`;
  const own = Array.from({ length: 25 }, (_, n) => someone(`${run}.${n}`));
  await Promise.all(own.map((person) => muster.api.addUser(person)));
  const ownNames = own.map(({ userPrincipalName }) => userPrincipalName).sort();
  // Others may have imported thousands of people: everybody is walked through in large pages alone.
  const filter = `&$filter=${encodeURIComponent(`startswith(userPrincipalName,'${run}')`)}`;
  for (const [top, options] of [
    [7, filter],
    [25, filter],
    [400, ''],
    [999, ''],
  ] as const) {
    const names: string[] = [];
    for await (const page of muster.api.walk<User>(`/v1.0/users?$top=${top}${options}`)) {
      expect(page.length).toBeLessThanOrEqual(top);
      names.push(...page.map(({ userPrincipalName }) => userPrincipalName.toLowerCase()));
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort());
    if (options === '') expect(names).toEqual(expect.arrayContaining(ownNames));
    else expect(names).toEqual(ownNames);
  }
});

test('a page of one says where the next is', async () => {
  await muster.api.addUser(someone('Bea'));
  await muster.api.addUser(someone('Cem'));
  const { body } = await muster.api.ask('GET', '/v1.0/users?$top=1');
  const { value, '@odata.nextLink': next = '' } = body as Page<User>;
  expect(value).toHaveLength(1);
  expect(next).toMatch(/^https?:\/\/.+\/v1\.0\/users\?.*skiptoken=/);
  const second = (await muster.api.ask('GET', next)).body as Page<User>;
  expect(second.value).toHaveLength(1);
  expect(second.value[0]?.id).not.toBe(value[0]?.id);
});

test.each(['$top=0', '$top=1000', '$top=x', '$top=-1', '$filter=x', '$select=x', '$skip=1', 'top=1'])(
  'the option %s is refused',
  async (option) => {
    const answer = await muster.api.ask('GET', `/v1.0/users?${option}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'QueryInvalid', target: option.split('=')[0] } },
    });
  },
);
