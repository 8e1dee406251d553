/** What holds after everything, whatever was killed, repeated or late (reliability.md, check A). */

import type { Setting } from '../../../clients/check/invariant.ts';
import { importPeople } from '../../../clients/check/invariants/imports/import-people.ts';
import { importResults } from '../../../clients/check/invariants/imports/import-results.ts';
import { heldLicences } from '../../../clients/check/invariants/licences/held-licences.ts';
import { seats } from '../../../clients/check/invariants/licences/seats.ts';
import { owedMails } from '../../../clients/check/invariants/mails/owed-mails.ts';
import { dueDates } from '../../../clients/check/invariants/people/due-dates.ts';
import { sourceKeys } from '../../../clients/check/invariants/people/source-keys.ts';
import { userNames } from '../../../clients/check/invariants/people/user-names.ts';
import type { Item, SeenItem } from '../../../clients/check/state/seen.ts';
import { seenItem } from '../../../clients/check/state/seen-item.ts';
import { auditItem, duePartition, nameKey, skuKey, sourceKeyKey } from '../../../shared/aws/directory-items.ts';
import { chunkKey, jobKey } from '../../../shared/aws/imports/import-items.ts';
import { personItem } from '../../../shared/aws/people/person-item.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import type { KeySource } from '../../../shared/domain/people/source-keys.ts';
import { shardOf } from '../../../shared/domain/uuid.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import type { System } from './system.ts';

/** Everything that does not hold, in words; never a password. */
export const problemsOf = async (system: System, secrets: readonly string[] = []): Promise<string[]> => [
  ...brokenIn(system),
  ...[...system.memory.jobs.values()].flatMap((job) => importProblems(system, job)),
  ...dueProblems(system),
  ...reservedSeats(system),
  ...(await credentialProblems(system)),
  ...secretProblems(system, secrets),
];

/** What an operator is told of a deployment. */
const brokenIn = (system: System): string[] => {
  const setting: Setting = {
    ...{ now: system.clock.now(), policy: system.policy, lateSeconds: 3600, secrets: [] },
    ...{ isStrict: false, isSettled: true },
  };
  const seen = seenIn(system);
  return [userNames, sourceKeys, seats, heldLicences, importResults, importPeople, owedMails, dueDates].flatMap(
    (invariant) => {
      const watch = invariant.watch(setting);
      for (const one of seen) watch.see(one);
      return [...watch.doubts()].map(({ about, what }) => `${about} ${what}`);
    },
  );
};

/** What the fakes keep, as it would lie in the tables. Lists that follow from people are not kept, and counters neither. */
const seenIn = ({ memory, policy }: System): SeenItem[] => {
  const dueOf = (id: string) => {
    const dueAt = memory.due.get(id);
    return dueAt && { dueAt, dueShard: duePartition(shardOf(id)) };
  };
  const directory: Item[] = [
    ...[...memory.people.values()].map((person) => {
      const { dueAt: _at, dueShard: _shard, ...item } = personItem(person, policy);
      return { ...item, ...dueOf(person.id) };
    }),
    ...[...memory.names].map(([name, id]) => ({ ...nameKey(name), id })),
    ...[...memory.keys].map(([text, [id, ...others]]) => {
      const [source, key = ''] = text.split('\n');
      const shared = others.length > 0 ? { sharedWith: others } : {};
      return { ...sourceKeyKey({ source: source as KeySource, key }), id, ...shared };
    }),
    ...[...memory.skus.values()].map((sku) => ({ ...skuKey(sku.skuId), ...sku })),
    ...memory.audit.map((entry) => auditItem(entry, policy)),
  ];
  const chunks = [...memory.chunks.values()].flatMap((results) => [...results.values()]);
  const imports: Item[] = [
    ...[...memory.jobs.values()].map((job) => ({ ...jobKey(job.id), ...job })),
    ...chunks.map(({ importId, ...chunk }) => ({ ...chunkKey(importId, chunk.firstRow), ...chunk })),
  ];
  return [...directory.map((item) => seenItem('directory', item)), ...imports.map((item) => seenItem('imports', item))];
};

const importProblems = ({ files }: System, job: ImportJob): string[] => {
  const report = job.report && files.reports.get(job.report.key);
  const lines = (report ?? '').trim().split('\r\n').length - 1;
  return [
    ...(job.stage === 'settled' ? [] : [`${job.file.key} is not settled but ${job.stage}`]),
    ...(job.refusal || lines === job.rows ? [] : [`${job.file.key}: the report has other rows`]),
  ];
};

const reservedSeats = ({ memory }: System): string[] =>
  [...memory.skus.values()].flatMap(({ skuId, reserved }) =>
    reserved === 0 ? [] : [`${skuId}: ${reserved} still reserved`],
  );

/** What the due index has of each person is their next moment, and it has nobody else. */
const dueProblems = ({ memory, policy }: System): string[] => {
  const wrong = [...memory.people.values()].filter((one) => memory.due.get(one.id) !== nextDue(one, policy));
  const strangers = [...memory.due.keys()].filter((id) => !memory.people.has(id));
  return [
    ...wrong.map(({ userPrincipalName }) => `${userPrincipalName} is dated wrong`),
    ...strangers.map((id) => `${id} is nobody, and due`),
  ];
};

/** Each generated password that is stored is the one of the newest mail to its person. */
const credentialProblems = async ({ memory, post }: System): Promise<string[]> => {
  const problems: string[] = [];
  for (const { userPrincipalName, password, credentialMail } of memory.people.values()) {
    const mails = post.sent.filter(({ text }) => text.includes(userPrincipalName));
    const about = mails.findLast((mail) => password.source === 'chosen' || passwordsIn(mail).length > 0);
    if (credentialMail.state !== 'sent' || !about) problems.push(`${userPrincipalName} got no credentials`);
    else if (password.source === 'generated') {
      const matches = passwordsIn(about).map((text) => verifyCheaply(text, password.hash ?? '$sha256$$'));
      const works = (await Promise.all(matches)).includes(true);
      if (!works) problems.push(`the newest mail to ${userPrincipalName} does not work`);
    }
  }
  return problems;
};

/** Generated passwords stand in mails alone, chosen ones nowhere. */
const secretProblems = ({ memory, post, files, crossed }: System, chosen: readonly string[]): string[] => {
  const stored = JSON.stringify([
    [...memory.people],
    [...memory.jobs],
    memory.audit,
    [...memory.chunks.values()].map((chunk) => [...chunk]),
  ]);
  const elsewhere = [stored, ...crossed, ...files.reports.values()].join('\n');
  const mails = post.sent.map(({ subject, text, html }) => subject + text + html).join('\n');
  const minted = new Set(post.sent.flatMap(passwordsIn));
  return [
    ...([...minted, ...chosen].some((secret) => elsewhere.includes(secret)) ? ['a password lies in the open'] : []),
    ...(chosen.some((secret) => mails.includes(secret)) ? ['a chosen password was mailed'] : []),
    ...(post.sent.some(({ subject }) => [...minted].some((secret) => subject.includes(secret)))
      ? ['a password stands in a subject']
      : []),
  ];
};
