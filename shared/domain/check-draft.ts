/** The rules that every new person meets, whether asked for by HTTP or by a row of a file. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { Policy } from '../policy.ts';
import type { Draft } from './draft.ts';
import { type Catalogue, type Sku, skuNamed } from './licences.ts';
import { longest, longestPhone, mostMailAddresses, mostPhones } from './limits.ts';
import { isMailAddress } from './mail-address.ts';
import type { Organisation } from './organisation.ts';
import { checkPassword } from './password-rules.ts';
import type { Refusal } from './refusals.ts';
import { roleNamed } from './roles.ts';
import { checkUserName, localPartOf } from './user-name.ts';

/** What a draft is checked against. */
export type Rules = { organisation: Organisation; catalogue: Catalogue; policy: Policy };

/** A draft in which every rule holds: names present, licences resolved, location filled in. */
export type CheckedDraft = Omit<Draft, 'licences' | 'disabledPlans'> & {
  userPrincipalName: string;
  displayName: string;
  mailNickname: string;
  skuIds: string[];
};

/** A checked draft with what was left out of it, or everything that is wrong with the draft. */
export type DraftCheck = { draft: CheckedDraft; warnings: Refusal[] } | { refusals: Refusal[] };

const countryCodes = new Set(codes.map(([alpha2]) => alpha2));

/** ISO 3166-1 alpha-2, as the registry lists it. */
export const isCountryCode = (text: string): boolean => countryCodes.has(text);

/**
 * Checks a draft against every rule and lists all that is wrong at once. With `lenient` (rows of a file) what need hold
 * nobody back is left out with a warning; by HTTP it is refused.
 */
export const checkDraft = (draft: Draft, rules: Rules, { lenient = false } = {}): DraftCheck => {
  const licences = resolveLicences(draft.licences ?? [], rules.catalogue);
  const usageLocation = draft.usageLocation?.toUpperCase() ?? rules.organisation.usageLocation;
  const { tolerated, warnings } = lenient ? withoutFaults(draft, rules.policy) : { tolerated: draft, warnings: [] };
  const checked = { ...tolerated, ...(usageLocation && { usageLocation }) };
  const refusals = [
    ...nameRefusals(checked, rules),
    ...lengthRefusals(checked),
    ...licences.refusals,
    ...locationRefusals(checked, licences.skus),
    ...addressRefusals(checked),
    ...roleRefusals(checked),
    ...(checked.password === undefined ? [] : checkPassword(checked.password, checked, rules.policy)),
  ];
  if (refusals.length > 0) return { refusals };
  const userPrincipalName = (checked.userPrincipalName ?? '').trim();
  const { licences: _names, disabledPlans: _plans, ...rest } = checked;
  return {
    warnings,
    draft: {
      ...rest,
      userPrincipalName,
      displayName: checked.displayName ?? '',
      mailNickname: checked.mailNickname ?? localPartOf(userPrincipalName),
      roles: [...new Set((checked.roles ?? []).map((role) => roleNamed(role) ?? role))],
      skuIds: licences.skus.map(({ skuId }) => skuId),
    },
  };
};

/** Without a bad alternate address, and without the weak password that a whole migration often shares. */
const withoutFaults = (draft: Draft, policy: Policy): { tolerated: Draft; warnings: Refusal[] } => {
  const warnings: Refusal[] = [];
  const { password, ...tolerated } = draft;
  const otherMails = draft.otherMails?.filter(isMailAddress);
  if (otherMails && otherMails.length < (draft.otherMails?.length ?? 0)) {
    warnings.push({ code: 'MailAddressInvalid', target: 'otherMails' });
  }
  const weak = password !== undefined && draft.migratedMailbox && checkPassword(password, draft, policy).length > 0;
  if (weak) warnings.push({ code: 'PasswordReplaced' });
  return {
    tolerated: {
      ...tolerated,
      ...(otherMails && { otherMails }),
      ...(password !== undefined && !weak && { password }),
    },
    warnings,
  };
};

const nameRefusals = (draft: Draft, { organisation }: Rules): Refusal[] => {
  const userName = checkUserName(draft.userPrincipalName, organisation.verifiedDomains);
  const refusals: Refusal[] = userName ? [userName] : [];
  if (!draft.displayName?.trim()) refusals.push({ code: 'DisplayNameMissing', target: 'displayName' });
  if (draft.mailNickname !== undefined && !/^[\x21-\x7e]+$/.test(draft.mailNickname)) {
    refusals.push({ code: 'ValueInvalid', target: 'mailNickname', fact: 'only ASCII characters without spaces' });
  }
  return refusals;
};

const lengthRefusals = (draft: Draft): Refusal[] => {
  const tooLong = (target: string, most: number): Refusal => ({ code: 'ValueTooLong', target, fact: String(most) });
  const properties = Object.keys(longest) as (keyof typeof longest)[];
  const refusals = properties
    .filter((property) => (draft[property]?.length ?? 0) > longest[property])
    .map((property) => tooLong(property, longest[property]));
  const phones = draft.businessPhones ?? [];
  if (phones.some((phone) => phone.length > longestPhone)) refusals.push(tooLong('businessPhones', longestPhone));
  if (phones.length > mostPhones) {
    refusals.push({ code: 'ValueInvalid', target: 'businessPhones', fact: `at most ${mostPhones} numbers` });
  }
  return refusals;
};

const resolveLicences = (names: string[], catalogue: Catalogue): { skus: Sku[]; refusals: Refusal[] } => {
  const found = names.map((name) => ({ name, sku: skuNamed(name, catalogue) }));
  const unknown = found.filter(({ sku }) => !sku);
  return {
    skus: [...new Set(found.flatMap(({ sku }) => (sku ? [sku] : [])))],
    refusals: unknown.map(({ name }) => ({
      code: 'LicenceUnknown',
      target: 'assignedLicenses',
      fact: name.slice(0, 64),
    })),
  };
};

const locationRefusals = ({ usageLocation, preferredLanguage }: Draft, skus: Sku[]): Refusal[] => {
  const refusals: Refusal[] = [];
  if (usageLocation !== undefined && !isCountryCode(usageLocation)) {
    refusals.push({ code: 'CountryUnknown', target: 'usageLocation', fact: usageLocation.slice(0, 64) });
  }
  if (usageLocation === undefined && skus.length > 0) {
    refusals.push({ code: 'UsageLocationMissing', target: 'usageLocation' });
  }
  if (preferredLanguage !== undefined && !isLanguageTag(preferredLanguage)) {
    refusals.push({ code: 'LanguageUnknown', target: 'preferredLanguage', fact: preferredLanguage.slice(0, 64) });
  }
  return refusals;
};

/** BCP 47 knows no longest tag; RFC 5646 tells implementers to expect 35 characters. */
const isLanguageTag = (text: string): boolean => {
  try {
    return text.length <= 35 && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

const addressRefusals = ({ otherMails = [], sendCredentialsTo = [] }: Draft): Refusal[] => {
  const lists = { otherMails, 'credentialDelivery.to': sendCredentialsTo };
  return Object.entries(lists).flatMap(([target, addresses]): Refusal[] => {
    if (addresses.length > mostMailAddresses) {
      return [{ code: 'ValueInvalid', target, fact: `at most ${mostMailAddresses} addresses` }];
    }
    return addresses.every(isMailAddress) ? [] : [{ code: 'MailAddressInvalid', target }];
  });
};

const roleRefusals = ({ roles = [] }: Draft): Refusal[] =>
  roles
    .filter((role) => !roleNamed(role))
    .map((role) => ({ code: 'RoleUnknown', target: 'roles', fact: role.slice(0, 64) }));
