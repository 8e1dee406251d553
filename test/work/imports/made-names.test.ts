/** Display names that a file does not have, and people who exist. */
import { imports } from './ask-import.ts';
import { newSystem } from './system.ts';

const list = (surname: string, title = '') =>
  `First Name,Last Name,Work Email,Job Title\nPat,${surname},pat@contoso.com,${title}\n`;
const made = async () => {
  const system = newSystem();
  const ask = imports(system);
  await ask.run('User Name,Display Name,First Name,Last Name\npat@contoso.com,Dr. Pat Doe,Pat,Doe\n');
  return { ask, person: () => [...system.memory.people.values()][0] };
};

test('a name that was made changes nobody who has one', async () => {
  const { ask, person } = await made();
  const { rows } = await ask.run(list('Doe', 'Analyst'), { existingPeople: 'update' });
  expect(rows).toMatchObject([{ outcome: 'updated', changes: [{ property: 'jobTitle', to: 'Analyst' }] }]);
  expect(person()).toMatchObject({ displayName: 'Dr. Pat Doe', jobTitle: 'Analyst' });
});

test('nor is somebody of the same surname taken for somebody else', async () => {
  const { ask } = await made();
  expect((await ask.run(list('Doe'))).rows).toMatchObject([{ outcome: 'unchanged' }]);
});

test('somebody of another surname is somebody else', async () => {
  const { ask, person } = await made();
  expect((await ask.run(list('Roe'))).rows).toMatchObject([{ outcome: 'refused', code: 'UserNameTaken' }]);
  expect(person()).toMatchObject({ surname: 'Doe' });
});
