/** What holds after everything, whatever was killed, repeated or late (reliability.md, check A). */
import type { ImportJob } from '../../shared/domain/import-job.ts';
import { nextDue } from '../../shared/domain/next-due.ts';
import { verifyPassword } from '../../shared/work/password-hash.ts';
import { passwordsIn } from '../fakes/mailer.ts';
import type { System } from './system.ts';

/** Everything that does not hold, in words; never a password. */
export const problemsOf = async (system: System, secrets: readonly string[] = []): Promise<string[]> => [
  ...[...system.memory.jobs.values()].flatMap((job) => importProblems(system, job)),
  ...nameProblems(system),
  ...seatProblems(system),
  ...dueProblems(system),
  ...(await credentialProblems(system)),
  ...secretProblems(system, secrets),
];

const importProblems = ({ memory, files }: System, job: ImportJob): string[] => {
  const results = [...(memory.chunks.get(job.id)?.values() ?? [])].flatMap(({ rows }) => rows);
  const numbers = results.map(({ rowNumber }) => rowNumber).toSorted((one, other) => one - other);
  const expected = Array.from({ length: job.rows ?? 0 }, (_, index) => index + 1);
  const people = [...memory.people.values()].filter(({ importId }) => importId === job.id);
  const created = results.filter(({ outcome }) => outcome === 'created').map(({ rowNumber }) => rowNumber);
  const report = job.report && files.reports.get(job.report.key);
  return [
    ...(job.stage === 'settled' ? [] : [`${job.file.key} is not settled but ${job.stage}`]),
    ...(job.refusal || sameList(numbers, expected) ? [] : [`${job.file.key}: rows without one outcome each`]),
    ...(job.options.dryRun || sameList(created.toSorted(), people.map(({ rowNumber = 0 }) => rowNumber).toSorted())
      ? []
      : [`${job.file.key}: created rows are not its people`]),
    ...(job.refusal || (report ?? '').trim().split('\r\n').length === expected.length + 1
      ? []
      : [`${job.file.key}: the report has other rows`]),
  ];
};

const sameList = (one: readonly number[], other: readonly number[]) => JSON.stringify(one) === JSON.stringify(other);

const nameProblems = ({ memory }: System): string[] => {
  const claims = [...memory.people.values()].filter(
    ({ id, userPrincipalName }) => memory.names.get(userPrincipalName.toLowerCase()) === id,
  );
  const isWhole = claims.length === memory.people.size && memory.names.size === memory.people.size;
  return isWhole ? [] : ['people and names do not match'];
};

const seatProblems = ({ memory }: System): string[] =>
  [...memory.skus.values()].flatMap(({ skuId, enabled, free, reserved }) => {
    const holders = [...memory.people.values()].filter(({ assignedLicenses }) =>
      assignedLicenses.some((held) => held.skuId === skuId),
    ).length;
    const counted = holders + free + reserved === enabled && free >= 0;
    return [
      ...(counted ? [] : [`${skuId}: ${holders} hold, ${free} free, ${reserved} reserved of ${enabled}`]),
      ...(reserved === 0 ? [] : [`${skuId}: ${reserved} still reserved`]),
    ];
  });

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
      const matches = passwordsIn(about).map((text) => verifyPassword(text, password.hash ?? '$sha256$$'));
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
