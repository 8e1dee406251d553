/** Audit entries as Microsoft Graph shows them (directoryAudit). */
import { type AuditEntry, type AuditTarget, auditPlace, correlationOf } from '../../domain/audit.ts';
import type { Actor } from '../../domain/principal.ts';
import { isUserActor } from '../../domain/principal.ts';
import { instant } from '../../domain/time.ts';

const or = <Value>(value: Value | undefined): Value | null => value ?? null;

/**
 * Graph's directoryAudit. `userNames` are the user principal names of the people who acted, by id: an entry names a
 * person by id and display name, and whoever is gone has no name any more. Values are JSON text, as Graph has them.
 */
export const graphAudit = (entry: AuditEntry, userNames: ReadonlyMap<string, string>) => ({
  id: publicAuditId(entry),
  category: categoryOf(entry),
  correlationId: correlationOf(entry),
  result: 'success',
  resultReason: '',
  activityDisplayName: entry.activityDisplayName,
  activityDateTime: entry.activityDateTime,
  loggedByService: 'Muster',
  initiatedBy: initiator(entry.initiatedBy, userNames),
  targetResources: [
    {
      id: entry.target.id,
      type: graphTypes[entry.target.type],
      displayName: entry.target.displayName,
      userPrincipalName: or(entry.target.userPrincipalName),
      modifiedProperties: entry.modifiedProperties.map(({ displayName, oldValue, newValue }) => ({
        displayName,
        oldValue: jsonText(oldValue),
        newValue: jsonText(newValue),
      })),
    },
  ],
  additionalDetails: entry.additionalDetails ?? [],
});

const jsonText = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
const initiator = (actor: Actor, userNames: ReadonlyMap<string, string>) =>
  isUserActor(actor)
    ? {
        user: { id: actor.id, displayName: actor.displayName, userPrincipalName: or(userNames.get(actor.id)) },
        app: null,
      }
    : { user: null, app: { appId: actor.id, displayName: actor.displayName } };

/** What was changed, as Graph's targetResource names it: what its list does not have is `Other`. */
const graphTypes = {
  User: 'User',
  Application: 'Application',
  SubscribedSku: 'SubscribedSku',
  Domain: 'Domain',
  Organization: 'Organization',
  UserTemplate: 'Other',
  Import: 'Other',
  Token: 'Other',
} as const satisfies Record<AuditTarget['type'], string>;

const categories = {
  User: 'UserManagement',
  Application: 'ApplicationManagement',
  SubscribedSku: 'DirectoryManagement',
  Domain: 'DirectoryManagement',
  Organization: 'DirectoryManagement',
  UserTemplate: 'DirectoryManagement',
  Import: 'UserManagement',
  Token: 'Authorization',
} as const satisfies Record<AuditTarget['type'], string>;

/** Graph's category: what was changed, but for roles that people got or lost and for what the policy did to them. */
const categoryOf = ({ target, activityDisplayName }: AuditEntry): string => {
  if (target.type === 'User' && /\brole\b/i.test(activityDisplayName)) return 'RoleManagement';
  if (target.type === 'User' && activityDisplayName === 'Enforce policy') return 'Policy';
  return categories[target.type];
};

/**
 * An entry's id as clients see it. It says where the entry lies, since nothing finds an entry by its own id:
 * `<type>_<id of the target>_<milliseconds since 1970>_<id of the entry>`.
 */
export const publicAuditId = ({ target, activityDateTime, id }: AuditEntry): string =>
  [target.type, target.id, new Date(activityDateTime).getTime(), id].join('_');

/** Where the entry of a client's id lies; undefined when no entry can have it. */
export const addressOfAudit = (id: string): { target: Pick<AuditTarget, 'type' | 'id'>; place: string } | undefined => {
  const [, type, targetId = '', milliseconds, entryId = ''] =
    /^([A-Za-z]{1,16})_([A-Za-z0-9.-]{1,128})_(\d{1,14})_([A-Za-z0-9-]{1,64})$/.exec(id) ?? [];
  if (type === undefined || !Object.hasOwn(categories, type)) return undefined;
  const activityDateTime = instant(Number(milliseconds));
  return {
    target: { type: type as AuditTarget['type'], id: targetId },
    place: auditPlace({ activityDateTime, id: entryId }),
  };
};
