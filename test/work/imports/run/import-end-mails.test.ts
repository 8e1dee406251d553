/** The owner of an import hears how it ended, whatever it was and however it did. */
import { file, rowOf, rowsTo, setup } from '../told-imports.ts';

describe('the end of', () => {
  test('a dry run: what would happen, and how to have it happen', async () => {
    const { mailOf } = await setup(3);
    const { subject, text, id } = await mailOf(file([...rowsTo(5), 'bad name@contoso.com,Bad,']), { dryRun: true });
    expect(subject).toBe('Dry run of people-1.csv: 5 would be created, 1 refused');
    for (const line of [
      'Would be created: 5',
      'Would be refused: 1',
      'Would wait for a licence: 2',
      'ENTERPRISEPACK: 2',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('Nothing was changed.');
    expect(text).toContain('Mails with credentials: 1\n');
    expect(text).toContain(`Do exactly this: POST /v1.0/imports/${id}/apply`);
    expect(text).toContain(`/reportFile`);
  });

  test('a dry run that is applied although its seats are gone', async () => {
    const { system, run, apply, told, deliver } = await setup(3);
    const { id } = await run(file(rowsTo(3)), { dryRun: true });
    await run(file(rowsTo(4, 4)));
    const { job } = await apply(id);
    expect(told().at(-1)?.text).toMatch(/The dry run is no longer true: it needs 3 seats.*Nobody was added/s);
    expect(told().at(-1)?.text).not.toMatch(/resume|undo/);
    // Other languages name the licence, since the fact is English.
    const organisation = { ...system.organisation, preferredLanguage: 'nl' } as const;
    await system.imports.resume(job, job);
    await deliver(job.id, { ...system.ports, organisation });
    expect(told().at(-1)?.text).toContain('er zijn minder licenties ENTERPRISEPACK vrij');
  });

  test('an import that refuses rows without a seat, tried and done: seats to buy', async () => {
    for (const dryRun of [true, false]) {
      const { mailOf } = await setup(3);
      const { text } = await mailOf(file(rowsTo(5)), { seatsShort: 'reject', dryRun });
      expect(text).toContain('ENTERPRISEPACK: 2\n');
      expect(text).not.toMatch(/people (would )?wait/);
    }
  });

  test('a cancelled import: what was done and what was not', async () => {
    const { system, begin, cancel, finish, told } = await setup(200);
    const id = await begin(file(rowsTo(160)));
    await system.drain({ only: ['files'] });
    await system.take.rows(system.queue.in('rows')[0], system.ports);
    await cancel(id);
    await finish();
    const [mail] = told().filter(({ subject }) => subject === 'The import of people-1.csv was cancelled');
    const [created, left] = [
      mail?.text.match(/Created: (\d+)/)?.[1],
      mail?.text.match(/(\d+) rows were not done/)?.[1],
    ];
    expect(Number(created)).toBeGreaterThan(0);
    expect(Number(created) + Number(left)).toBe(160);
    expect(mail?.text).toContain(`Go on with it: POST /v1.0/imports/${id}/resume`);
    expect(mail?.text).toContain(`Take back what was done: POST /v1.0/imports/${id}/undo`);
  });

  test('one with too many refusals: in its file alone, and on its way', async () => {
    const { mailOf, run } = await setup(200);
    const bad = ['bad one@contoso.com,Bad,', 'bad two@contoso.com,Bad,'];
    const whole = await mailOf(file([rowOf(1), ...bad]), { stopAfterRefusals: 2 });
    expect(whole.subject).toBe('people-1.csv was not imported');
    expect(whole.text).toMatch(/2 rows were refused.*Nobody was added, and nobody was changed\..*\/resume/s);
    expect(whole.text).not.toContain('/undo');
    await run(file(rowsTo(20)).replaceAll('Person', 'Somebody'));
    const { subject, text } = await mailOf(file(rowsTo(160)), { stopAfterRefusals: 10 });
    expect(subject).toBe('The import of people-3.csv was stopped');
    expect(text).toContain('10 rows were refused, as many as the import was told to stop at.');
    expect(text).toMatch(/111 rows were not done\..*Created: 29\n.*\/resume.*\/undo/s);
  });

  test('an undo: who is gone, who is as before, and who was left alone', async () => {
    const { system, run, undo, told } = await setup();
    await run(file([rowOf(1)]));
    const { id, rows } = await run(file([rowOf(1, 'EMS'), ...rowsTo(4, 2)]), { existingPeople: 'update' });
    const person = await system.directory.findByUserName('p2@contoso.com');
    if (person) system.memory.people.set(person.id, { ...person, lastSignInDateTime: system.clock.now() });
    expect(rows).toHaveLength(4);
    await undo(id);
    const mail = told().at(-1);
    expect(mail?.subject).toBe('Undo of people-2.csv: 3 undone, 1 left as they are');
    expect(mail?.text).toMatch(/Deleted: 2\nChanged back: 1\nLeft as they are: 1\n/);
    expect(mail?.text).toContain('1 person was left as they are. The report gives the reason');
  });

  test('an undo of a cancelled import has the rows that were done, and no others', async () => {
    const { system, begin, cancel, finish, undo, read, told } = await setup(200);
    const id = await begin(file(rowsTo(160)));
    await system.drain({ only: ['files'] });
    await system.take.rows(system.queue.in('rows')[0], system.ports);
    await cancel(id);
    await finish();
    const { created } = (await read(id)).progress;
    const { job } = await undo(id);
    expect([job.status, job.rows]).toEqual(['succeeded', created]);
    expect(told().at(-1)?.text).toContain(`as far as possible: ${created} rows in`);
  });
});

test('results are mailed once, however often they are asked for', async () => {
  const { run, told, deliver } = await setup();
  const { id } = await run(file(rowsTo(2)));
  await deliver(id);
  await deliver('unknown');
  expect(told()).toHaveLength(1);
});
