/** How files become imports: whose they are, with which options, and what arrives twice. */
import { hash } from 'node:crypto';
import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import type { ImportOptions } from '../../../../shared/domain/imports/import-options.ts';
import { defaultOptions } from '../../../../shared/domain/imports/import-options.ts';
import { requestImport } from '../../../../shared/work/imports/run/request-import.ts';
import { administrator } from '../../../fakes/people.ts';
import { newSystem } from '../system.ts';

const people = 'User Name,Display Name\nada@contoso.com,Ada\n';
const others = 'User Name,Display Name\nbob@contoso.com,Bob\n';

const setup = (defaults: Partial<ImportOptions> = {}) => {
  const system = newSystem();
  system.ports.defaults = defaults;
  const jobs = () => [...system.memory.jobs.values()];
  const only = (): ImportJob => {
    const [job, ...more] = jobs();
    if (!job || more.length > 0) throw new Error(`one import was expected, not ${more.length + 1}`);
    return job;
  };
  const ask = async (options: Partial<ImportOptions> = {}, fileName = 'people.csv') =>
    requestImport({ fileName, options, principal: administrator }, system.ports);
  return { ...system, jobs, only, ask };
};

const object = (key: string) => ({ bucket: 'files', key, versionId: '1' });

test('a file of the bucket is imported by whoever may write to the bucket, as is usual', async () => {
  const { announce, drain, only, memory } = setup();
  await announce('people.csv', people);
  await drain();
  expect(only()).toMatchObject({
    kind: 'import',
    status: 'succeeded',
    options: defaultOptions,
    owner: { kind: 'operator', id: 'import-bucket', roles: ['Global Administrator'] },
  });
  expect(memory.people.size).toBe(1);
});

test('its metadata go before a file of options, that before the organisation, and that before what is usual', async () => {
  const system = setup({ seatsShort: 'reject', existingPeople: 'update', usageLocation: 'NL' });
  const options = { seatsShort: 'hold', existingPeople: 'skip', licenses: ['ENTERPRISEPACK'] };
  system.files.putOptions('in/people.options.json', `\ufeff${JSON.stringify(options)}`);
  system.files.say(object('in/people.csv'), encodeURIComponent('{"seatsShort":"unlicensed","sheet":"Zoë"}'));
  await system.announce('in/people.csv', people);
  await system.drain({ only: ['files'] });
  expect(system.only().options).toEqual({
    ...defaultOptions,
    ...{ seatsShort: 'unlicensed', sheet: 'Zoë' },
    ...{ existingPeople: 'skip', licences: ['ENTERPRISEPACK'] },
    usageLocation: 'NL',
  });
});

test('a pattern of user names that cannot be used ends an import before it begins, and its owner is told', async () => {
  const system = setup();
  const userNamePattern = '{givenName}@fabrikam.com';
  await expect(system.ask({ userNamePattern })).rejects.toMatchObject({
    refusals: [{ code: 'UserNamePatternInvalid' }],
  });
  expect(system.jobs()).toEqual([]);
  system.files.say(object('people.csv'), JSON.stringify({ userNamePattern }));
  await system.announce('people.csv', people);
  await system.drain();
  expect(system.only()).toMatchObject({ status: 'failed', refusal: { code: 'UserNamePatternInvalid' } });
  expect(system.post.sent.map(({ text }) => text.includes('fabrikam.com'))).toEqual([true]);
  expect(system.memory.people.size).toBe(0);
});

test('the pattern of the organisation holds where an import says none', async () => {
  const system = setup({ userNamePattern: '{givenName}.{surname}' });
  await system.announce('people.csv', 'First Name,Last Name,Display Name\nPat,Doe,Pat Doe\n');
  await system.drain();
  expect([...system.memory.names.keys()]).toEqual(['pat.doe@contoso.com']);
});

test('options are decided once: what is written there later does not count', async () => {
  const system = setup();
  await system.announce('people.csv', people);
  await system.drain();
  system.files.putOptions('people.options.json', '{"dryRun":true}');
  await system.announce('people.csv', people);
  await system.drain();
  expect(system.only().options.dryRun).toBe(false);
});

test.each<[string, string, string | undefined, string]>([
  ['an unknown one', '{"dryrun":true}', 'dryrun', 'dryrun: there is no such option'],
  ['a wrong value', '{"seatsShort":"secret"}', 'seatsShort', 'seatsShort: '],
  ['no JSON', 'dryRun: true', undefined, 'it is not JSON'],
  ['a list', '[]', undefined, 'people.options.json'],
  ['too many', 'tooLarge', undefined, 'more than 64 KiB'],
])('a file of options with %s refuses the whole file, and changes nothing', async (_, text, target, fact) => {
  const system = setup();
  system.files.putOptions('people.options.json', text);
  await system.announce('people.csv', people);
  await system.drain();
  await system.announce('people.csv', people);
  await system.drain();
  const { status, stage, refusal, completedDateTime } = system.only();
  expect([status, stage, refusal?.code, refusal?.target]).toEqual(['failed', 'settled', 'OptionsInvalid', target]);
  expect(refusal?.fact).toContain(fact);
  expect(refusal?.fact).toContain('people.options.json');
  expect(refusal?.fact).not.toContain('secret');
  expect(completedDateTime).toBeDefined();
  expect(system.memory.people.size).toBe(0);
  expect(system.memory.open.size).toBe(0);
  expect(system.post.sent).toHaveLength(1);
});

test('so do wrong metadata, which are named', async () => {
  const system = setup();
  system.files.say(object('people.csv'), '{"existingPeople":1}');
  await system.announce('people.csv', people);
  await system.drain();
  expect(system.only().refusal).toMatchObject({ code: 'OptionsInvalid', target: 'existingPeople' });
  expect(system.only().refusal?.fact).toContain('the metadata of the file');
});

test('an import that is asked for waits for its file, and is then made with the options it was asked with', async () => {
  const system = setup({ seatsShort: 'hold', existingPeople: 'skip' });
  const { job, upload } = await system.ask({ existingPeople: 'update' });
  expect(job).toMatchObject({ stage: 'uploading', status: 'notStarted', owner: administrator });
  expect(job.file).toEqual({ bucket: 'files', key: `imports/${job.id}/people.csv` });
  expect(upload).toEqual({
    url: `https://files.example/imports/${job.id}/people.csv?for=3600`,
    method: 'PUT',
    headers: { 'If-None-Match': '*' },
    expiresDateTime: new Date(new Date(job.createdDateTime).getTime() + 3_600_000).toISOString(),
  });
  // Not asked: what lies beside a file that came by the API.
  system.files.putOptions(`imports/${job.id}/people.options.json`, '{"dryRun":true}');
  await system.announce(job.file.key, people);
  await system.drain();
  const options = { ...defaultOptions, existingPeople: 'update', seatsShort: 'hold' };
  expect(system.only()).toMatchObject({ id: job.id, status: 'succeeded', options, owner: administrator });
  expect(system.only().file.versionId).toBe('1');
});

test('the first version that arrives is the import, a second one is deleted unread (case 36)', async () => {
  const system = setup();
  const { job } = await system.ask({ usageLocation: 'NL' });
  await system.announce(job.file.key, people, '1');
  await system.announce(job.file.key, others, '2');
  await system.announce(job.file.key, people, '1');
  await system.drain({ twice: true });
  expect(system.only()).toMatchObject({ id: job.id, file: { versionId: '1' }, status: 'succeeded' });
  expect([...system.memory.names.keys()]).toEqual(['ada@contoso.com']);
  expect([
    system.files.has({ ...job.file, versionId: '1' }),
    system.files.has({ ...job.file, versionId: '2' }),
  ]).toEqual([true, false]);
});

test('what is put to an address a second time is no import, long after the first one, and is on record (weaknesses 1, 2)', async () => {
  const system = setup();
  const { job } = await system.ask();
  await system.announce(job.file.key, people, '1');
  await system.drain();
  system.files.put({ ...job.file, versionId: '2' }, others);
  const object = { key: job.file.key, 'version-id': '2' };
  const event = { 'detail-type': 'Object Created', detail: { bucket: { name: 'files' }, object } };
  expect(await system.take.files(event, system.ports)).toBe('notAwaited');
  expect(await system.take.files(event, system.ports)).toBe('notAwaited');
  await system.drain();
  const refused = system.memory.audit.filter((one) => one.activityDisplayName === 'Refuse file of import');
  expect(refused[0]).toMatchObject({ target: { type: 'Import', id: job.id }, initiatedBy: { id: 'import-users' } });
  expect(system.only().id).toBe(job.id);
  expect(system.files.has({ ...job.file, versionId: '2' })).toBe(false);
  expect([...system.memory.names.keys()]).toEqual(['ada@contoso.com']);
});

test('a file that comes after its import was cancelled is not imported', async () => {
  const system = setup();
  const { job } = await system.ask();
  await system.imports.requestCancel(job.id);
  await system.queues.files([{ kind: 'continueImport', importId: job.id }]);
  await system.drain();
  await system.announce(job.file.key, people);
  await system.drain();
  expect(system.only()).toMatchObject({ id: job.id, status: 'cancelled' });
  expect(system.files.has({ ...job.file, versionId: '1' })).toBe(false);
  expect(system.memory.people.size).toBe(0);
});

test('a key with an id that nobody asked for, or with another name, is a file of the bucket', async () => {
  const system = setup();
  const { job } = await system.ask();
  const stranger = `imports/${hash('sha256', 'x').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')}/people.csv`;
  await system.announce(stranger, people);
  await system.announce(job.file.key.replace('people', 'other'), others);
  await system.drain();
  const found = system.jobs().filter(({ id }) => id !== job.id);
  expect(found.map(({ owner }) => owner.id)).toEqual(['import-bucket', 'import-bucket']);
  expect(system.memory.jobs.get(job.id)?.stage).toBe('uploading');
});

test('files of other kinds are left alone', async () => {
  const system = setup();
  for (const key of ['people.options.json', 'people.pdf', 'csv']) await system.announce(key, people);
  await system.drain();
  expect(system.jobs()).toEqual([]);
});
