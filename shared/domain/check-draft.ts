/** The rules that every new person meets, whether asked for by HTTP or by a row of a file. */
import type { Policy } from '../policy.ts';
import type { Draft } from './draft.ts';
import { type Catalogue, type Sku, skuNamed } from './licences.ts';
import { isMailAddress } from './mail-address.ts';
import type { Organisation } from './organisation.ts';
import { checkPassword } from './password-rules.ts';
import {
  addressRefusals,
  countryRefusals,
  languageRefusals,
  lengthRefusals,
  nicknameRefusals,
} from './profile-rules.ts';
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

/**
 * Checks a draft against every rule and lists all that is wrong at once. With `lenient` (rows of a file) what need hold
 * nobody back is left out with a warning; by HTTP it is refused.
 */
export const checkDraft = (draft: Draft, rules: Rules, { lenient = false } = {}): DraftCheck => {
  const licences = resolveLicences(draft.licences ?? [], rules.catalogue);
  // Whoever empties the location does not want the organisation's instead.
  const ownLocation = draft.cleared?.includes('usageLocation') ? undefined : rules.organisation.usageLocation;
  const usageLocation = draft.usageLocation?.toUpperCase() ?? ownLocation;
  const { tolerated, warnings } = lenient ? withoutFaults(draft, rules.policy) : { tolerated: draft, warnings: [] };
  const checked = { ...tolerated, ...(usageLocation && { usageLocation }) };
  const refusals = [
    ...nameRefusals(checked, rules),
    ...lengthRefusals(checked),
    ...licences.refusals,
    ...locationRefusals(checked, licences.skus),
    ...addressRefusals(checked.otherMails ?? [], 'otherMails'),
    ...addressRefusals(checked.sendCredentialsTo ?? [], 'credentialDelivery.to'),
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
  const { password, migratedMailbox } = draft;
  const isWeak = password !== undefined && migratedMailbox && checkPassword(password, draft, policy).length > 0;
  const sound = draft.otherMails?.filter(isMailAddress);
  const hasBadAddress = sound !== undefined && sound.length < (draft.otherMails?.length ?? 0);
  const warnings: Refusal[] = [
    ...(hasBadAddress ? [{ code: 'MailAddressInvalid', target: 'otherMails' } as const] : []),
    ...(isWeak ? [{ code: 'PasswordReplaced' } as const] : []),
  ];
  if (warnings.length === 0) return { tolerated: draft, warnings };
  const { password: _replaced, ...rest } = draft;
  return { tolerated: { ...(isWeak ? rest : draft), ...(sound && { otherMails: sound }) }, warnings };
};

const nameRefusals = (draft: Draft, { organisation }: Rules): Refusal[] => {
  const userName = checkUserName(draft.userPrincipalName, organisation.verifiedDomains);
  const refusals: Refusal[] = userName ? [userName] : [];
  if (!draft.displayName?.trim()) refusals.push({ code: 'DisplayNameMissing', target: 'displayName' });
  return [...refusals, ...nicknameRefusals(draft)];
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

const locationRefusals = (draft: Draft, skus: Sku[]): Refusal[] => [
  ...countryRefusals(draft),
  ...(draft.usageLocation === undefined && skus.length > 0
    ? [{ code: 'UsageLocationMissing', target: 'usageLocation' } as const]
    : []),
  ...languageRefusals(draft),
];

const roleRefusals = ({ roles = [] }: Draft): Refusal[] =>
  roles
    .filter((role) => !roleNamed(role))
    .map((role) => ({ code: 'RoleUnknown', target: 'roles', fact: role.slice(0, 64) }));
