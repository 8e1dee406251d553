import { heldKeys, holdsKey, keySources } from '../../../shared/domain/people/source-keys.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';

const employee = (employeeId?: string) => person('ada', employeeId === undefined ? {} : { employeeId });
const deleted = { deleted: { dateTime: monday, licenses: [] } };

test.each([
  ['E-7', 'e-7'],
  [' e-7 ', 'e-7'],
  ['E\u0301', 'é'],
  ['007', '007'],
])('%j is held as %j', (employeeId, key) => {
  expect(heldKeys(employee(employeeId))).toEqual([{ source: 'employeeId', key }]);
  expect(holdsKey(employee(employeeId), 'employeeId', key.toUpperCase())).toBe(true);
});

test('nothing is held by nobody, without an id, with a blank one, and while deleted', () => {
  for (const one of [undefined, employee(), employee(' '), { ...employee('E-7'), ...deleted }]) {
    expect(heldKeys(one)).toEqual([]);
  }
  expect(holdsKey(employee('7'), 'employeeId', '07')).toBe(false);
  expect(holdsKey(employee(), 'employeeId', '')).toBe(false);
});

test('another source is a line: with its own form, and kept through deletion where it says so', () => {
  const anchor = {
    keysOf: ({ mailNickname }: { mailNickname: string }) => [mailNickname],
    canonical: (key: string) => key,
    whileDeleted: 'held',
  } as const;
  const sources = { ...keySources, anchor };
  const held = (one: Parameters<typeof heldKeys>[0]) => heldKeys(one, sources).map(({ source, key }) => [source, key]);
  const ada = { ...employee('E-7'), mailNickname: 'aB+/=' };
  expect(held(ada)).toEqual([
    ['employeeId', 'e-7'],
    ['anchor', 'aB+/='],
  ]);
  expect(held({ ...ada, ...deleted })).toEqual([['anchor', 'aB+/=']]);
});
