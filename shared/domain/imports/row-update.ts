/** What a row of a file changes of a person who exists, and how that is taken back. */

import { type Catalogue, mailboxAfter, waitingPlace } from '../licences/licences.ts';
import type { CheckedDraft } from '../people/check-draft.ts';
import { type PersonUpdate, type UpdateMoment, withUpdate } from '../people/person-update.ts';
import type { AssignedLicence, Mailbox, Person } from '../person.ts';
import { changeableProperties, listProperties, onPremisesProperties } from '../person-properties.ts';
import type { Instant } from '../time.ts';
import type { RowChange } from './import-progress.ts';

const lists: ReadonlySet<string> = new Set(listProperties);

/**
 * The change of a person that a row asks for: what it names, and null for what it clears. A password, a role and the way
 * credentials go are for new people.
 */
export const updateOfRow = (draft: CheckedDraft): PersonUpdate => {
  const { cleared = [], assumed = [] } = draft;
  const entries = changeableProperties.flatMap((name): [string, unknown][] => {
    if (cleared.includes(name)) return [[name, lists.has(name) ? [] : null]];
    const isAsked = draft[name] !== undefined && !(assumed as readonly string[]).includes(name);
    return isAsked ? [[name, draft[name]]] : [];
  });
  return Object.fromEntries(entries);
};

/**
 * The change of a person that an object on premises asks for: all that is decided there. A user name that was only made
 * changes nobody's for as long as theirs there is the same.
 */
export const updateOfObject = (draft: CheckedDraft, person: Person): PersonUpdate => {
  const { cleared = [], assumed = [], onPremisesUserPrincipalName: name } = draft;
  const keepsName = assumed.includes('userPrincipalName') && name === person.onPremisesUserPrincipalName;
  const names = onPremisesProperties.filter((property) => cleared.includes(property) || draft[property] !== undefined);
  return {
    ...updateOfRow(draft),
    ...Object.fromEntries(names.map((property) => [property, draft[property] ?? null])),
    ...(!keepsName && { userPrincipalName: draft.userPrincipalName }),
  };
};

/** When and by what a row changes somebody; `short` lists licences for which no seat is left. */
export type RowMoment = UpdateMoment & {
  /** The migration batch that the row belongs to. */
  batchId?: string;
  catalogue: Catalogue;
  short: readonly string[];
  /** Whoever waits for a seat stands in the line by the file's time and the row. */
  rowNumber: number;
  since: Instant;
};

/** The person as a row asks for them; the same in all that matters when nothing differs. */
export const withRow = (person: Person, draft: CheckedDraft, moment: RowMoment): Person => {
  const updated = withUpdate(person, updateOfRow(draft), moment) ?? person;
  const names = draft.cleared?.includes('licences') ? [] : draft.skuIds;
  const isAsked = draft.cleared?.includes('licences') || !draft.assumed?.includes('licences');
  return withMigratedMailbox(isAsked ? withLicencesOf(updated, names, moment) : updated, draft, moment);
};

/**
 * The person with the mailbox that a migration brings: active with a licence that carries one, in its grace from now
 * without. Whoever has one keeps it as it is.
 */
export const withMigratedMailbox = (
  person: Person,
  { migratedMailbox }: Pick<CheckedDraft, 'migratedMailbox'>,
  { catalogue, now, batchId }: Pick<RowMoment, 'catalogue' | 'now' | 'batchId'>,
): Person => {
  if (!migratedMailbox || person.mailbox) return person;
  const brought: Mailbox = { state: 'grace', graceSince: now, ...(batchId !== undefined && { batchId }) };
  const mailbox = mailboxAfter({ ...person, mailbox: brought }, catalogue, now);
  return { ...person, ...(mailbox && { mailbox }) };
};

/** The person with exactly these licences, held or waited for. */
const withLicencesOf = (person: Person, skuIds: readonly string[], moment: RowMoment): Person => {
  const { catalogue, short, rowNumber, since, now } = moment;
  const isWanted = ({ skuId }: AssignedLicence) => skuIds.includes(skuId);
  const assigned = person.assignedLicenses.filter(isWanted);
  const waiting = person.waitingLicenses.filter(isWanted);
  const present = new Set([...assigned, ...waiting].map(({ skuId }) => skuId));
  const fresh = skuIds.filter((skuId) => !present.has(skuId));
  const licences = {
    assignedLicenses: [
      ...assigned,
      ...fresh.filter((skuId) => !short.includes(skuId)).map((skuId): AssignedLicence => ({ skuId })),
    ],
    waitingLicenses: [
      ...waiting,
      ...fresh
        .filter((skuId) => short.includes(skuId))
        .map((skuId) => ({ skuId, since, place: waitingPlace(since, rowNumber, person.id) })),
    ],
  };
  const isSame =
    fresh.length === 0 &&
    assigned.length === person.assignedLicenses.length &&
    waiting.length === person.waitingLicenses.length;
  if (isSame) return person;
  const mailbox = mailboxAfter({ ...person, ...licences }, catalogue, now);
  return { ...person, ...licences, ...(mailbox && { mailbox }) };
};

/** The licences of a person as a change tells of them: held or waited for, by SKU id. */
const licencesOf = ({ assignedLicenses, waitingLicenses }: Person): string[] =>
  [...assignedLicenses, ...waitingLicenses].map(({ skuId }) => skuId).sort();

/** What a change of licences is called. */
const licencesProperty = 'assignedLicenses';

/** What the mailbox is called that a migration brings. What licences do to a mailbox is no change of its own. */
const mailboxProperty = 'mailbox';

const propertyState = (person: Person, property: string): unknown =>
  property === licencesProperty ? licencesOf(person) : person[property as keyof Person];

/** That somebody has a mailbox by a row of a migration who had none; nothing where they had, or where the row is of none. */
export const mailboxChange = (before: Person, after: Person, draft: CheckedDraft): RowChange[] =>
  draft.migratedMailbox && !before.mailbox && after.mailbox
    ? [{ property: mailboxProperty, to: after.mailbox.state }]
    : [];

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a row may change of somebody: the user name and what follows it come from on premises alone. */
const shownProperties = [...changeableProperties, 'userPrincipalName', ...onPremisesProperties];

/** The properties that differ between two states of a person, from what to what. */
export const rowChanges = (before: Person, after: Person): RowChange[] =>
  [...shownProperties, licencesProperty].flatMap((property) => {
    const [from, to] = [propertyState(before, property), propertyState(after, property)];
    if (isSame(from, to)) return [];
    return [{ property, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });

/** Properties that are no longer as these changes left them: who changed them since would lose by taking them back. */
export const changedSince = (person: Person, changes: readonly RowChange[]): string[] =>
  changes
    .filter(({ property, to }) => {
      // Reminders, the end of its grace and licences change a mailbox, and yet it is the one that was brought.
      if (property === mailboxProperty) return (person.mailbox === undefined) !== (to === undefined);
      return !isSame(propertyState(person, property), to);
    })
    .map(({ property }) => property);

/** The person as before the changes. */
export const withoutChanges = (person: Person, changes: readonly RowChange[], moment: RowMoment): Person => {
  const former = changes.filter(({ property }) => property !== licencesProperty && property !== mailboxProperty);
  const update = Object.fromEntries(former.map(({ property, from }) => [property, from ?? null]));
  const back = withUpdate(person, update as PersonUpdate, moment) ?? person;
  const licences = changes.find(({ property }) => property === licencesProperty);
  const licensed = licences ? withLicencesOf(back, (licences.from ?? []) as string[], moment) : back;
  const mailbox = changes.find(({ property }) => property === mailboxProperty);
  if (!mailbox) return licensed;
  if (mailbox.from !== undefined) return withMigratedMailbox(licensed, { migratedMailbox: true }, moment);
  return withoutMigratedMailbox(licensed, moment);
};

/** The person without the mailbox that a migration brought; a licence that carries one keeps it. */
const withoutMigratedMailbox = (person: Person, { catalogue, now }: RowMoment): Person => {
  const { mailbox: _brought, ...others } = person;
  const mailbox = mailboxAfter(others, catalogue, now);
  return { ...others, ...(mailbox && { mailbox }) };
};

/** The changes the other way round: what undoing them changed. */
export const reversed = (changes: readonly RowChange[]): RowChange[] =>
  changes.map(({ property, from, to }) => ({
    property,
    ...(to !== undefined && { from: to }),
    ...(from !== undefined && { to: from }),
  }));
