/** What `npm run redrive` says of a letter: its kind of work, by counts and ids alone. */
import { noWork, workIn } from '../../clients/redrive/work-in.ts';
import { importIdOf } from '../../shared/work/imports/announced-file.ts';

const [id, other] = ['0b6e4a0c-5a53-4f5e-9a57-2b9d7c1f3e10', '7d1c2f3a-8f0e-4a86-b1c5-5e4d3c2b1a09'];
const secret = 'Marked-Kookaburra-7+';
const said = (queue: string, message: unknown) => workIn(queue, JSON.stringify(message));

const file = { bucket: 'files', key: `${secret}.csv`, versionId: 'one' };
const arrived = (key: string) => ({
  'detail-type': 'Object Created',
  detail: { bucket: { name: file.bucket }, object: { key, 'version-id': file.versionId } },
});
const chunk = { importId: id, importedAt: 'x', resumption: 0, firstRow: 51, lastRow: 99 };
const draft = { userPrincipalName: secret, displayName: secret, mailNickname: secret, skuIds: [] };
const rows = [{ rowNumber: 51, userPrincipalName: secret, draft, sealedPassword: secret }];
const requestedBy = { kind: 'person', id, displayName: secret, roles: [] };
const walk = { kind: 'credentials', importId: id, resend: true, requestedAt: 'x', requestedBy };
const news = { source: 'aws.ses', time: 'x', detail: { eventType: secret, mail: { tags: {} } } };
const withNews = (more: object) => ({ ...news, detail: { ...news.detail, ...more } });

test.each<[string, string, unknown]>([
  ['files', `a file that arrived, import ${importIdOf(file)}`, arrived(file.key)],
  ['files', `a file that arrived, import ${id}`, arrived(`imports/${id}/${file.key}`)],
  ['files', `next step of import ${id}`, { kind: 'continueImport', importId: id }],
  ['rows', `rows 51 to 99 of import ${id}`, { ...chunk, rows }],
  ['rows', `row 51 of import ${id}`, { ...chunk, lastRow: 51, undo: true }],
  ['credentials', `credentials of person ${id}`, { userIds: [id] }],
  ['credentials', `credentials of 2 people, the first ${id}`, { userIds: [id, other] }],
  ['notices', `notices to person ${id}`, { kind: 'notices', userIds: [id] }],
  ['notices', `results of import ${id}`, { kind: 'importResults', importId: id }],
  ['notices', 'what was gathered for administrators', { kind: 'digests', of: secret }],
  ['deliveries', 'news of a bounce', withNews({ bounce: { bounceType: secret } })],
  ['deliveries', 'news of a complaint', withNews({ complaint: {} })],
  ['deliveries', 'news of a mail', news],
  ['sweeps', 'start of a sweep', { kind: 'sweep' }],
  ['sweeps', 'what is due in shard 3', { kind: 'shard', shard: 3 }],
  ['sweeps', `who waits for licence ${id}`, { kind: 'waiting', skuId: id }],
  ['sweeps', 'imports that stand still', { kind: 'imports' }],
  ['sweeps', 'new due dates in shard 3', { kind: 'redate', shard: 3, domain: secret, after: secret }],
  ['sweeps', `credentials of import ${id}`, walk],
])('a letter of %s: %s', (queue, words, message) => {
  expect(said(queue, message)).toBe(words);
  expect(words).not.toContain('Marked');
});

test.each([
  ['files', { kind: 'continueImport', importId: secret }],
  ['rows', { ...chunk, importId: secret }],
  ['credentials', { userIds: [secret, secret] }],
  ['notices', { kind: 'notices', userIds: [secret] }],
  ['sweeps', { kind: 'waiting', skuId: secret }],
])('what stands where an id belongs in %s is not shown unless it is one', (queue, message) => {
  expect(said(queue, message)).toMatch(/\(an id that is none\)$/);
});

test.each([
  ['rows', secret],
  ['rows', ''],
  ['rows', 'null'],
  ['rows', JSON.stringify({ ...chunk, extra: secret })],
  ['sweeps', JSON.stringify({ kind: secret })],
  ['another', JSON.stringify(chunk)],
  ['__proto__', '{}'],
])('%s: %j is no work', (queue, body) => {
  expect(workIn(queue, body)).toBe(noWork);
});
