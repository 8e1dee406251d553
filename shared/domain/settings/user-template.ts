/** Templates: forms for new people that are filled beforehand, shared by all who may add people. */

import { mayGiveRoles, type RoleName, roleNamed, roleNames } from '../access/roles.ts';
import type { ActivityName } from '../audit/activities.ts';
import { type AuditEntry, modifiedProperties } from '../audit.ts';
import { beginningOf } from '../one-line.ts';
import type { Organisation } from '../organisation.ts';
import { addressRefusals, countryRefusals, languageRefusals, textRefusals } from '../people/profile-rules.ts';
import type { AssignedLicence, Profile } from '../person.ts';
import type { Actor, Principal } from '../principal.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../time.ts';

/** Templates of a directory at most: as many as Microsoft 365's page lists without a search. */
export const mostTemplates = 25;

/** The properties of a person that are alike for many: those that Microsoft 365's templates have, and the language. */
export type TemplateProfile = Omit<Profile, 'givenName' | 'surname' | 'employeeId'> & { businessPhones: string[] };

/**
 * What is to be asked for of a new person. It gives no right: whoever uses it needs the rights to what it names, and all
 * of it is judged then, as any other request is. No password is ever in it: only whether one is made and must be changed.
 */
export type TemplateContent = TemplateProfile & {
  displayName: string;
  /** The domain of user names; absent for the default one. */
  domain?: string;
  passwordProfile: { generated: boolean; forceChangePasswordNextSignIn: boolean };
  /** Who gets the password: addresses, or whoever adds the person. Absent: as where nothing is said. */
  credentialDelivery?: { to: string[] } | { show: true };
  assignedLicenses: AssignedLicence[];
  roles: string[];
};

/** A template as it is kept. `version` rises with every write, and every write is conditional on it. */
export type UserTemplate = TemplateContent & {
  id: string;
  createdDateTime: Instant;
  changedDateTime: Instant;
  version: number;
};

/** All that is wrong with a template; it names roles in their usual order and spelling when nothing is. */
export const templateRefusals = (template: TemplateContent, { verifiedDomains }: Organisation): Refusal[] => {
  const { displayName: _name, roles, domain, credentialDelivery, ...others } = template;
  const { assignedLicenses: _licences, passwordProfile: _password, ...profile } = others;
  return [
    ...textRefusals(profile),
    ...countryRefusals(profile),
    ...languageRefusals(profile),
    ...(credentialDelivery && 'to' in credentialDelivery
      ? addressRefusals(credentialDelivery.to, 'credentialDelivery.to')
      : []),
    ...(domain === undefined || verifiedDomains.includes(domain)
      ? []
      : [{ code: 'DomainNotVerified', target: 'domain', fact: beginningOf(domain, 64) } as const]),
    ...roles.flatMap((role): Refusal[] =>
      roleNamed(role) ? [] : [{ code: 'RoleUnknown', target: 'roles', fact: beginningOf(role, 64) }],
    ),
  ];
};

/** Roles by their standard names, in their usual order, each once. */
export const rolesAsNamed = (roles: readonly string[]): RoleName[] =>
  roleNames.filter((name) => roles.some((role) => roleNamed(role) === name));

/**
 * Whether a principal may write such a template in the place of another: whoever names a role in it must be able to give
 * it, so that nobody is led to give a role by somebody who may not.
 */
export const mayWriteTemplate = (principal: Principal, before: TemplateContent | undefined, after: TemplateContent) =>
  mayGiveRoles(
    principal,
    after.roles.filter((role) => !before?.roles.includes(role)),
  );

/** What of a template the audit compares. */
const auditedState = (template: UserTemplate | undefined): Record<string, unknown> => {
  if (!template) return {};
  const { id: _id, version: _version, createdDateTime: _created, changedDateTime: _changed, ...content } = template;
  return content;
};

/** The entry of a template that was added, changed or removed. Its changes are empty where nothing differs. */
export const templateEntry = (
  { before, after }: { before?: UserTemplate | undefined; after?: UserTemplate | undefined },
  { id, now, activity, initiatedBy }: { id: string; now: Instant; activity: ActivityName; initiatedBy: Actor },
): AuditEntry => {
  const template = before ?? after;
  if (!template) throw new Error('an audit entry tells of a template before or after a change');
  return {
    id,
    activityDateTime: now,
    activityDisplayName: activity,
    initiatedBy,
    target: { type: 'UserTemplate', id: template.id, displayName: template.displayName },
    modifiedProperties: modifiedProperties(auditedState(before), auditedState(after)),
  };
};
