/** A password that somebody sets is on record, whenever that is. */
import { asChange } from '../../../shared/work/change-people.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, person } from '../../fakes/people.ts';

const audit = { activity: 'Reset user password' as const, initiatedBy: administrator, now: monday };

test('another password is told of, also within the moment of the one before (weakness 2)', () => {
  const ada = person('ada');
  const one = { ...ada, password: { ...ada.password, hash: 'one' } };
  const other = { ...one, password: { ...one.password, hash: 'other' } };
  expect(asChange(one, other, audit)[0]?.audit).toMatchObject([
    { activityDisplayName: 'Reset user password', modifiedProperties: [] },
  ]);
  expect(asChange(one, { ...one, version: 7 }, audit)[0]).not.toHaveProperty('audit');
  expect(asChange(one, other, undefined)[0]).not.toHaveProperty('audit');
});
