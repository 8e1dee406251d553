/** Reported and found lists on their whole way, from the bytes to people. */
import { readFileSync } from 'node:fs';
import { e3, ems } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { newSystem } from './system.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));

const imported = async (name: string) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, skuPartNumber: 'Office 365 E3', enabled: 10 });
  await system.directory.putSku({ ...ems, skuPartNumber: 'Power BI (free)', enabled: 10 });
  await system.announce('people.csv', sample(name));
  await system.drain();
  await system.sweepUntilQuiet();
  const [job] = [...system.memory.jobs.values()];
  if (!job) throw new Error('nothing was imported');
  return { system, job, progress: await system.imports.progress(job.id), people: [...system.memory.people.values()] };
};

test.each([
  ['reported/chinese-headings.csv', 2],
  ['reported/entra-download-users.csv', 1],
  ['reported/excel-missing-trailing-separators.csv', 40],
  ['reported/hr-bamboohr.csv', 1],
  ['reported/hr-personio.csv', 1],
  ['reported/m365-export-users.csv', 1],
  ['reported/powershell-type-line.csv', 1],
  ['reported/title-rows.csv', 1],
  ['found/entra-download-of-2021.csv', 2],
  ['found/hr-studio.csv', 2],
  ['found/hr-payroll-de.csv', 2],
  ['found/google-download-of-2022.csv', 2],
  ['found/google-gam.csv', 2],
])('%s becomes people: %i', async (name, count) => {
  const { system, job, progress, people } = await imported(name);
  expect(job).toMatchObject({ status: 'succeeded', rows: count });
  expect(progress).toMatchObject({ created: count, refused: 0 });
  expect(people.every(({ displayName }) => displayName !== '')).toBe(true);
  expect(await problemsOf(system)).toEqual([]);
});

test("Microsoft's own list gives both licences of a cell", async () => {
  const { people } = await imported('reported/m365-export-users.csv');
  expect(people[0]?.assignedLicenses.map(({ skuId }) => skuId).toSorted()).toEqual([e3.skuId, ems.skuId].toSorted());
});

test('an employee number comes with its person, and the notes with the import', async () => {
  const { people, job } = await imported('reported/hr-personio.csv');
  expect(people).toMatchObject([{ employeeId: '00042', displayName: 'Pat Müller' }]);
  expect(job.notes).toHaveLength(3);
});

test('a file with unknown headings ends with the options to try again with', async () => {
  const system = newSystem();
  await system.announce('people.csv', 'User Name,Called,Shoe size\nada@contoso.com,Ada,38\n');
  await system.drain();
  const [job] = [...system.memory.jobs.values()];
  expect(job?.refusal).toEqual({
    code: 'HeadingsUnknown',
    fact: 'Called, Shoe size',
    proposal: '{"columns":{"Called":"ignored","Shoe size":"ignored","*":"ignored"}}',
  });
});
