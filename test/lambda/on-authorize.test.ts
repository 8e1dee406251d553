/** From a header to a principal; nobody is refused here, so that a stranger learns of no route. */
import { onAuthorize } from '../../shared/lambda/on-authorize.ts';
import { administrator } from '../fakes/people.ts';
import { contextOf } from '../graph/calling.ts';

const token = `muster_${'x'.repeat(43)}`;
const former = `muster_${'z'.repeat(43)}`;

const setup = () => {
  const asked: string[] = [];
  const handler = onAuthorize(async (text) => {
    asked.push(text);
    if (text === former) return { holderId: 'ada' };
    return text === token ? { principal: administrator } : {};
  });
  const ask = (authorization?: string) => {
    const event = { headers: authorization === undefined ? {} : { authorization } };
    return (handler as (event: never, context: never) => Promise<unknown>)(event as never, contextOf() as never);
  };
  return { asked, ask };
};
const known = { isAuthorized: true, context: { principal: JSON.stringify(administrator) } };
const stranger = { isAuthorized: true, context: {} };

test.each([`Bearer ${token}`, `bearer ${token}`, `BEARER   ${token}`])('%s is known', async (header) => {
  expect(await setup().ask(header)).toEqual(known);
});

test('of a token that is not good any more the function learns whose it was (weakness 7)', async () => {
  expect(await setup().ask(`Bearer ${former}`)).toEqual({ isAuthorized: true, context: { holderId: 'ada' } });
});

test('a token that nobody has is a stranger’s', async () => {
  const { ask, asked } = setup();
  expect(await ask(`Bearer ${token}y`)).toEqual(stranger);
  expect(asked).toEqual([`${token}y`]);
});

test.each([
  ...[undefined, '', 'Bearer', 'Bearer ', `Basic ${token}`, token, `Bearer ${token} x`, `Bearer ${token}, Bearer x`],
  ...['Bearer short', `Bearer ${'x'.repeat(201)}`, `Bearer ${token}\u0000`, `Bearer ${'é'.repeat(30)}`],
])('%j is a stranger’s, and nothing is looked up', async (header) => {
  const { ask, asked } = setup();
  expect(await ask(header)).toEqual(stranger);
  expect(asked).toEqual([]);
});

test('a table that is away is a fault, not a stranger', async () => {
  const handler = onAuthorize(async () => Promise.reject(new Error('away')));
  const event = { headers: { authorization: `Bearer ${token}` } };
  await expect(
    (handler as never as (event: object, context: object) => Promise<unknown>)(event, contextOf()),
  ).rejects.toThrow();
});
