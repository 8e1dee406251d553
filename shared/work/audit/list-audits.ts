/** What the audit answers: entries that fit a question, newest first. */
import { type AuditEntry, auditPlace, correlationOf } from '../../domain/audit.ts';
import type { Policy } from '../../domain/policy.ts';
import { isUserActor } from '../../domain/principal.ts';
import { addDays, type Instant } from '../../domain/time.ts';
import type { Directory } from '../directory.ts';
import type { AuditAddress, AuditRange, Audits, AuditsOf } from './audits.ts';
import { type OwnerPorts, toldByRecord, withOwners } from './births.ts';
import { countWithin } from './page-bytes.ts';
import { type RowPorts, rowsOf } from './rows-of-import.ts';

export type AuditPorts = OwnerPorts &
  RowPorts & {
    audits: Audits;
    directory: Pick<Directory, 'readPeople'>;
    policy: Policy;
    now: () => Instant;
  };

/** What is asked for: every condition that is given must be met. `user` and `app` are who acted, `correlation` an import. */
export type AuditQuestion = Partial<AuditRange> & {
  target?: string;
  user?: string;
  app?: string;
  activity?: string;
  correlation?: string;
};

/** Entries, the user names of the people who acted (by id), and where the page after this one begins, if there is one. */
export type AuditAnswer = { entries: AuditEntry[]; userNames: Map<string, string>; next?: string };

/** Looks at the store for one page: with 17 requests each, a page of 100 stays below 40. */
const maxLooks = 2;

/** A page of the entries that fit a question. It may be short, or empty, and yet have a `next`. */
export const listAudits = async (
  question: AuditQuestion,
  { top, after }: { top: number; after?: string | undefined },
  ports: AuditPorts,
): Promise<AuditAnswer> => {
  const isOfImport = question.correlation !== undefined && question.target === undefined;
  const { entries, next } = await (isOfImport ? pageOfImport : pageOf)(question, { top, after }, ports);
  const userNames = await userNamesOf(entries, ports);
  return { entries, userNames, ...(next !== undefined && { next }) };
};

/** One entry with the user name of whoever acted; undefined when there is none, or it has expired. */
export const readAudit = async (address: AuditAddress, ports: AuditPorts): Promise<AuditAnswer | undefined> => {
  const { target, place } = address;
  if (place < oldestPlace(ports)) return undefined;
  const told = target.type === 'User' ? await toldByRecord(target.id, ports) : [];
  const found = told.find((entry) => auditPlace(entry) === place) ?? (await ports.audits.read(address));
  const [entry] = await withOwners(found ? [found] : [], ports);
  return entry && { entries: [entry], userNames: await userNamesOf([entry], ports) };
};

/** Entries expire; DynamoDB's TTL removes them only days later. */
const oldestPlace = ({ policy, now }: AuditPorts): string => `${addDays(now(), -policy.auditDays)}#`;

type Page = { entries: AuditEntry[]; next?: string };

const pageOf = async (
  question: AuditQuestion,
  { top, after = '~' }: { top: number; after?: string | undefined },
  ports: AuditPorts,
): Promise<Page> => {
  const { from, before: end } = rangeOf(question, after, ports);
  let before = end;
  const record = question.target === undefined ? [] : await toldByRecord(question.target, ports);
  const entries: AuditEntry[] = [];
  for (let looks = 0; from < before; looks += 1) {
    if (looks === maxLooks) return { entries, next: before };
    const page = await ports.audits.page({ of: wholeOf(question), from, before, top });
    const whole = record.reduce(
      (entries, entry) => withTold({ ...page, entries }, entry, { from, before }),
      page.entries,
    );
    const told = await withOwners(whole, ports);
    entries.push(...told.filter((entry) => fits(entry, question)));
    const kept = Math.min(top, countWithin(entries));
    if (kept < entries.length) return endingAt(entries.slice(0, kept));
    if (page.next === undefined) break;
    if (kept === top) return { entries, next: page.next };
    before = page.next;
  }
  return { entries };
};

/** The places that are asked for: none before the oldest that is kept, none from the end of another page on. */
const rangeOf = ({ from, before }: AuditQuestion, after: string, ports: AuditPorts): AuditRange => {
  const oldest = oldestPlace(ports);
  return {
    from: from !== undefined && from > oldest ? from : oldest,
    before: before !== undefined && before < after ? before : after,
  };
};

/** What marks the place in an import's rows where a page ended. */
const rowMark = 'row#';

/** A page of what belongs to an import: the entries of its life, newest first, then its rows in the order of the file. */
const pageOfImport = async (
  question: AuditQuestion,
  { top, after }: { top: number; after?: string | undefined },
  ports: AuditPorts,
): Promise<Page> => {
  const { correlation: id = '' } = question;
  const isAmongRows = after?.startsWith(rowMark) ?? false;
  const own: Page = isAmongRows ? { entries: [] } : await pageOf({ ...question, target: id }, { top, after }, ports);
  if (own.next !== undefined) return own;
  const row = isAmongRows ? Number(after?.slice(rowMark.length)) : 0;
  if (own.entries.length >= top) return { ...own, next: `${rowMark}0` };
  const range = rangeOf(question, '~', ports);
  const isAsked = (entry: AuditEntry) =>
    auditPlace(entry) >= range.from && auditPlace(entry) < range.before && fits(entry, question);
  const { entries, next } = await rowsOf(id, { top: top - own.entries.length, after: row, isAsked }, ports);
  return {
    entries: [...own.entries, ...entries],
    ...(next !== undefined && { next: `${rowMark}${next}` }),
  };
};

const endingAt = (entries: AuditEntry[]): Page => {
  const last = entries.at(-1);
  return { entries, ...(last && { next: auditPlace(last) }) };
};

/** The smallest whole that the store can give of which the answer is a part. */
const wholeOf = ({ target, user, app }: AuditQuestion): AuditsOf => {
  if (target !== undefined) return { kind: 'target', id: target };
  if (user !== undefined) return { kind: 'user', id: user };
  return app === undefined ? { kind: 'everything' } : { kind: 'app', id: app };
};

const fits = (entry: AuditEntry, { user, app, activity, correlation }: AuditQuestion): boolean => {
  const { initiatedBy, activityDisplayName } = entry;
  return (
    (user === undefined || (isUserActor(initiatedBy) && initiatedBy.id === user)) &&
    (app === undefined || (!isUserActor(initiatedBy) && initiatedBy.id === app)) &&
    (activity === undefined || activityDisplayName === activity) &&
    (correlation === undefined || correlationOf(entry) === correlation)
  );
};

/**
 * The entries of a page with one that the person's record tells of, in its place; not where it is written down already, as
 * it is when the person is restored or removed for good.
 */
const withTold = ({ entries, next }: Page, told: AuditEntry, { from, before }: AuditRange): AuditEntry[] => {
  const place = auditPlace(told);
  if (place < from || place >= before || (next !== undefined && place < next)) return entries;
  const isTold = ({ activityDisplayName, activityDateTime }: AuditEntry) =>
    activityDisplayName === told.activityDisplayName && activityDateTime === told.activityDateTime;
  if (entries.some(isTold)) return entries;
  const older = entries.findIndex((entry) => auditPlace(entry) < place);
  return older === -1 ? [...entries, told] : entries.toSpliced(older, 0, told);
};

const userNamesOf = async (entries: readonly AuditEntry[], { directory }: AuditPorts): Promise<Map<string, string>> => {
  const people = entries.filter(({ initiatedBy }) => initiatedBy.kind === 'person');
  const ids = [...new Set(people.map(({ initiatedBy }) => initiatedBy.id))];
  const found = ids.length > 0 ? await directory.readPeople(ids) : [];
  return new Map(found.map(({ id, userPrincipalName }) => [id, userPrincipalName]));
};
