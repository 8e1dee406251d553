/** Whom a row means, of those who have its name and its employee id. */
import type { CheckedDraft, DefaultedProperty } from '../../../../shared/domain/people/check-draft.ts';
import { isNamedOtherwise, isSure, matchRow } from '../../../../shared/work/imports/rows/match-row.ts';
import { person } from '../../../fakes/people.ts';

const [ada, bob, cem] = ['ada', 'bob', 'cem'].map((name) => person(name, { employeeId: 'E1' }));
const rowNamed = (name: string, assumed: readonly string[] = []): CheckedDraft => ({
  ...{ userPrincipalName: `${name}@contoso.com`, displayName: name, mailNickname: name, skuIds: [], employeeId: 'e1' },
  assumed: assumed as DefaultedProperty[],
});
const made = rowNamed('bob', ['userPrincipalName']);

test.each([
  ['nobody', [], undefined, undefined],
  ['the one of the name', [], bob, bob],
  ['the one of the id', [ada], undefined, ada],
  ['the one of both', [ada], ada, ada],
  ['the one of the name, of those who share the id', [ada, bob], bob, bob],
])('%s', (_who, byKey, byName, holder) => {
  expect(matchRow(rowNamed('bob'), { byName, byKey: byKey.flatMap((one) => one ?? []) })).toEqual({ holder });
});

test('nobody can be told where name and id are of two, or the id of several', () => {
  const code = (byKey: (typeof ada)[], byName: typeof ada) =>
    matchRow(rowNamed('bob'), { byName, byKey: byKey.flatMap((one) => one ?? []) }).refusal?.code;
  expect([code([ada], bob), code([ada, cem], undefined), code([ada, cem], bob)]).toEqual([
    'EmployeeIdConflict',
    'EmployeeIdTaken',
    'EmployeeIdTaken',
  ]);
});

test('a name that nobody wrote says nothing against an id', () => {
  expect(matchRow(made, { byName: bob, byKey: ada ? [ada] : [] })).toEqual({ holder: ada });
  if (!ada) throw new Error('nobody');
  expect([isNamedOtherwise(ada, made), isNamedOtherwise(ada, rowNamed('bob'))]).toEqual([false, true]);
  const { employeeId: _id, ...without } = rowNamed('bob');
  expect([isSure(ada, made), isSure(ada, without)]).toEqual([true, false]);
});
