/** The rules that every new person meets, whether asked for by HTTP or by a row of a file. */

import { roleNamed } from '../access/roles.ts';
import type { NamedLicence } from '../licences/licence-names.ts';
import { type Catalogue, maxLicences, type Sku, skuNamed } from '../licences/licences.ts';
import { isMailAddress } from '../mail-address.ts';
import { beginningOf } from '../one-line.ts';
import type { Organisation } from '../organisation.ts';
import { checkPassword, type PasswordJudge } from '../passwords/password-rules.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import { isBlank, unseenIn } from '../unseen-characters.ts';
import { checkUserName, localPartOf } from '../user-name.ts';
import type { NamedCountry } from './country-named.ts';
import type { Draft } from './draft.ts';
import { addressRefusals, countryRefusals, languageRefusals, nicknameRefusals, textRefusals } from './profile-rules.ts';

/** What a draft is checked against. */
export type Rules = {
  organisation: Organisation;
  catalogue: Catalogue;
  policy: Policy;
  /**
   * Passwords are held against the list of common ones and the organisation's names. Absent in imports that were planned
   * before that was done: every reading of a file has to come out as the first one.
   */
  knowsCommonPasswords?: true;
  /**
   * What repeats the headings below them is no row of a file. Absent in imports that were planned before that was done:
   * their rows keep their numbers.
   */
  skipsRepeatedHeadings?: true;
  /** Of two rows with one employee id the second is refused; absent in imports that were planned before, for that reason. */
  knowsKeys?: true;
};

/** What a draft is checked against, with the list of common passwords. */
export type DraftRules = Rules & Pick<PasswordJudge, 'isCommonPassword'>;

/** A draft in which every rule holds: names present, licences resolved, location filled in. */
export type CheckedDraft = Omit<Draft, 'licences' | 'disabledPlans'> & {
  userPrincipalName: string;
  displayName: string;
  mailNickname: string;
  skuIds: string[];
  /** Properties that nobody asked for by name: they are for new people, and change nobody who exists. */
  assumed?: DefaultedProperty[];
};

/**
 * What a draft gets where it says nothing; of licences it means that none were named, of a display name or a user name
 * that it was made.
 */
export type DefaultedProperty = 'userPrincipalName' | 'mailNickname' | 'usageLocation' | 'licences' | 'displayName';

/** What a draft gets that says nothing of it. */
export type DraftDefaults = { licences?: readonly string[]; usageLocation?: string };

/** How a draft is read: see `checkDraft`. Files name licences and countries in more ways than bodies do. */
export type DraftReading = {
  lenient?: boolean;
  defaults?: DraftDefaults;
  licenceNamed?: (name: string, catalogue: Catalogue) => NamedLicence;
  countryNamed?: (name: string) => NamedCountry;
};

/** A checked draft with what was left out of it, or everything that is wrong with the draft. */
export type DraftCheck = { draft: CheckedDraft; warnings: Refusal[] } | { refusals: Refusal[] };

/**
 * Checks a draft against every rule and lists all that is wrong at once. With `lenient` (rows of a file) what need hold
 * nobody back is left out with a warning; by HTTP it is refused.
 */
export const checkDraft = (
  draft: Draft,
  rules: DraftRules,
  { lenient = false, defaults = {}, licenceNamed = licenceOfBody, countryNamed = countryOfBody }: DraftReading = {},
): DraftCheck => {
  const licences = resolveLicences(draft.licences ?? defaults.licences ?? [], rules.catalogue, licenceNamed);
  // Whoever empties the location does not want the organisation's instead.
  const isCleared = draft.cleared?.includes('usageLocation');
  const otherLocation = isCleared ? undefined : (defaults.usageLocation ?? rules.organisation.usageLocation);
  const country = draft.usageLocation === undefined ? undefined : countryNamed(draft.usageLocation);
  const usageLocation = country ? (country.code ?? draft.usageLocation) : otherLocation;
  const { tolerated, warnings } = lenient ? withoutFaults(draft, rules) : { tolerated: draft, warnings: [] };
  const { licences: _names, disabledPlans: _plans, ...checked } = tolerated;
  if (usageLocation) checked.usageLocation = usageLocation;
  const refusals = nameRefusals(checked, rules).concat(
    textRefusals(checked),
    licences.refusals,
    locationRefusals(checked, licences.skus, country?.fact),
    addressRefusals(checked.otherMails ?? [], 'otherMails'),
    addressRefusals(checked.sendCredentialsTo ?? [], 'credentialDelivery.to'),
    roleRefusals(checked),
    checked.password === undefined ? [] : checkPassword(checked.password, checked, rules),
  );
  if (refusals.length > 0) return { refusals };
  // A row that says that somebody has no licence changes nobody either.
  const assumed = assumable.filter((name) => draft[name] === undefined || draft[name].length === 0);
  return { warnings, draft: { ...checkedDraft(checked, licences.skus), assumed } };
};

const assumable: readonly DefaultedProperty[] = ['mailNickname', 'usageLocation', 'licences'];

/** Turns a draft of one's own, in which every rule holds, into a checked one. */
const checkedDraft = (draft: Draft, skus: readonly Sku[]): CheckedDraft => {
  const userPrincipalName = (draft.userPrincipalName ?? '').trim();
  return Object.assign(draft, {
    userPrincipalName,
    displayName: draft.displayName ?? '',
    mailNickname: draft.mailNickname ?? localPartOf(userPrincipalName),
    roles: [...new Set((draft.roles ?? []).map((role) => roleNamed(role) ?? role))],
    skuIds: skus.map(({ skuId }) => skuId),
  });
};

/** Without a bad alternate address (one that only has a mark in it nobody sees is refused, for it looks right), and without the weak password that a whole migration often shares. */
const withoutFaults = (draft: Draft, rules: DraftRules): { tolerated: Draft; warnings: Refusal[] } => {
  const warnings: Refusal[] = [];
  let tolerated = draft;
  if (draft.otherMails && !draft.otherMails.every(mayStand)) {
    tolerated = { ...tolerated, otherMails: draft.otherMails.filter(mayStand) };
    warnings.push({ code: 'MailAddressInvalid', target: 'otherMails' });
  }
  const { password, migratedMailbox } = draft;
  if (password !== undefined && migratedMailbox && checkPassword(password, draft, rules).length > 0) {
    const { password: _weak, ...others } = tolerated;
    tolerated = others;
    warnings.push({ code: 'PasswordReplaced' });
  }
  return { tolerated, warnings };
};

const mayStand = (address: string): boolean => isMailAddress(address) || unseenIn(address) !== undefined;

const nameRefusals = (draft: Draft, { organisation }: Rules): Refusal[] => {
  const userName = checkUserName(draft.userPrincipalName, organisation.verifiedDomains);
  const refusals: Refusal[] = userName ? [userName] : [];
  if (isBlank(draft.displayName ?? '')) refusals.push({ code: 'DisplayNameMissing', target: 'displayName' });
  return [...refusals, ...nicknameRefusals(draft)];
};

const licenceOfBody = (name: string, catalogue: Catalogue): NamedLicence => {
  const sku = skuNamed(name, catalogue);
  return sku ? { sku } : { fact: beginningOf(name, 64) };
};

const countryOfBody = (code: string): NamedCountry => ({ code: code.toUpperCase() });

const resolveLicences = (
  names: readonly string[],
  catalogue: Catalogue,
  licenceNamed: NonNullable<DraftReading['licenceNamed']>,
): { skus: Sku[]; refusals: Refusal[] } => {
  const skus: Sku[] = [];
  const refusals: Refusal[] = [];
  for (const name of names) {
    const { sku, fact } = licenceNamed(name, catalogue);
    if (!sku) refusals.push({ code: 'LicenceUnknown', target: 'assignedLicenses', fact });
    else if (!skus.includes(sku)) skus.push(sku);
  }
  if (skus.length > maxLicences) {
    const fact = `at most ${maxLicences} licences, and these are ${skus.length}`;
    return { skus: skus.slice(0, maxLicences), refusals: [{ code: 'ValueInvalid', target: 'assignedLicenses', fact }] };
  }
  return { skus, refusals };
};

const locationRefusals = (draft: Draft, skus: Sku[], fact: string | undefined): Refusal[] => [
  ...countryRefusals(draft).map((refusal) => ({ ...refusal, ...(fact !== undefined && { fact }) })),
  ...(draft.usageLocation === undefined && skus.length > 0
    ? [{ code: 'UsageLocationMissing', target: 'usageLocation' } as const]
    : []),
  ...languageRefusals(draft),
];

const roleRefusals = ({ roles = [] }: Draft): Refusal[] =>
  roles
    .filter((role) => !roleNamed(role))
    .map((role) => ({ code: 'RoleUnknown', target: 'roles', fact: beginningOf(role, 64) }));
