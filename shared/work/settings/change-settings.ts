/** Administrators change settings of the directory while the system runs. */

import { randomUUID } from 'node:crypto';
import type { ActivityName } from '../../domain/audit/activities.ts';
import { type AuditEntry, type AuditTarget, modifiedProperties } from '../../domain/audit.ts';
import type { Organisation } from '../../domain/organisation.ts';
import {
  comesEarlier,
  domainTerms,
  notificationDays,
  type PasswordTerms,
} from '../../domain/passwords/password-terms.ts';
import type { DomainTerms, Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { type DirectorySettings, withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import { shownDomainTerms } from '../../domain/settings/shown-settings.ts';
import type { Instant } from '../../domain/time.ts';
import { secondWalkSeconds, walkOf } from '../enforcement/recompute-due-dates.ts';
import type { Queues } from '../queues.ts';

/** The port to the settings in the directory. */
export type SettingsStore = {
  read(): Promise<DirectorySettings>;
  /** Writes settings and the entry that tells of them; false when somebody wrote since `before` was read. */
  write(before: DirectorySettings, after: DirectorySettings, entry: AuditEntry): Promise<boolean>;
};

/** What the settings file says: the directory's own settings lie over it. */
export type SettingsOfFile = { organisation: Organisation; policy: Policy };

export type SettingsPorts = {
  settings: SettingsStore;
  file: SettingsOfFile;
  /** The region where this runs, by which the cloud is told that nobody has set. */
  region?: string | undefined;
  queues: Pick<Queues, 'sweeps'>;
  now: () => Instant;
};

/** Values to be set: null takes back what was set, what is absent stays as it is. */
export type Patch<Values> = { [Name in keyof Values]?: Values[Name] | null | undefined };

/** Who sets it, and whether it is as they saw it, where they said what they saw: then what others set is not overwritten. */
export type Setter<Shown> = { principal: Principal; isAsSeen?: (shown: Shown) => boolean };

/** What is to be set of a domain. */
export type DomainChange = Patch<DomainTerms>;

/** Tries at one change; each lost one means that somebody else's was written. */
const maxTries = 10;

/**
 * Sets the age of passwords and the first warning at a domain; null returns to the policy. When somebody may be due
 * earlier by that, everybody at the domain is dated anew. Throws `Refused` NotFound, ValueInvalid, PreconditionFailed,
 * ConcurrentChange.
 */
export const changeDomain = async (
  { domain, change, principal, isAsSeen }: { domain: string; change: DomainChange } & Setter<Policy>,
  ports: SettingsPorts,
): Promise<void> => {
  if (!ports.file.organisation.verifiedDomains.includes(domain)) throw new Refused({ code: 'NotFound' });
  let isArmed = false;
  await changeSettings(
    async (before) => {
      const after = { ...before, domains: withTerms(before.domains, domain, change) };
      const [old, fresh] = [before, after].map((settings) => withDirectorySettings(ports.file, settings).policy) as [
        Policy,
        Policy,
      ];
      const terms = domainTerms(domain, fresh);
      refuseUnseen(old, isAsSeen);
      refuseWideWindow(after.domains[domain], terms);
      // The second walk is asked for before anything is written: if this call dies after that, people are dated all the same.
      if (!isArmed && comesEarlier(domainTerms(domain, old), terms)) {
        await ports.queues.sweeps(walkOf(domain), secondWalkSeconds);
        isArmed = true;
      }
      const shown = modifiedProperties(shownDomainTerms(domain, old), shownDomainTerms(domain, fresh));
      return { after, told: { type: 'Domain', id: domain, displayName: domain }, activity: 'Update domain', shown };
    },
    principal,
    ports,
  );
  // When the queue cannot be told, the second walk is the first.
  if (isArmed) await ports.queues.sweeps(walkOf(domain)).catch(() => undefined);
};

type Change = {
  after: DirectorySettings;
  told: AuditTarget;
  activity: ActivityName;
  shown: AuditEntry['modifiedProperties'];
};

/**
 * Writes a change of the settings as they are; it is asked again when somebody else's came between. Throws `Refused`
 * ConcurrentChange when that happens too often.
 */
export const changeSettings = async (
  change: (before: DirectorySettings) => Promise<Change>,
  principal: Principal,
  { settings, now }: SettingsPorts,
): Promise<void> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await settings.read();
    const { after, told, activity, shown } = await change(before);
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    const entry: AuditEntry = {
      id: randomUUID(),
      activityDateTime: now(),
      activityDisplayName: activity,
      initiatedBy: actorOf(principal),
      target: told,
      modifiedProperties: shown,
    };
    if (await settings.write(before, { ...after, version: before.version + 1 }, entry)) return;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};

/** Refuses PreconditionFailed where something is not as the asker saw it; asked again for each newer state of it. */
export const refuseUnseen = <Shown>(shown: Shown, isAsSeen: Setter<Shown>['isAsSeen']): void => {
  if (isAsSeen && !isAsSeen(shown)) throw new Refused({ code: 'PreconditionFailed', target: 'If-Match' });
};

/** Values with a patch over them. */
export const overlaid = <Values extends object>(values: Values, patch: Patch<Values>): Values => {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...values, ...Object.fromEntries(given) });
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as Values;
};

const withTerms = (
  domains: DirectorySettings['domains'],
  domain: string,
  change: DomainChange,
): DirectorySettings['domains'] => {
  const terms = overlaid<DomainTerms>(domains[domain] ?? {}, change);
  const { [domain]: _old, ...others } = domains;
  // In its old place, so that settings which are the same are the same as text.
  return Object.keys(terms).length > 0 ? { ...domains, [domain]: terms } : others;
};

const refuseWideWindow = (set: DomainTerms | undefined, terms: PasswordTerms): void => {
  const window = set?.passwordNotificationDays;
  // The terms leave out a warning that is not narrower than the period.
  if (window === undefined || window === notificationDays(terms)) return;
  const fact = `it must be less than the validity period, ${terms.validityDays} days`;
  throw new Refused({ code: 'ValueInvalid', target: 'passwordNotificationWindowInDays', fact });
};
