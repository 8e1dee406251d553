/** The organisation whose directory this is, as its settings file describes it. */

import type { Instant } from './time.ts';

/** Facts of the organisation that rules and mails need. */
export type Organisation = {
  displayName: string;
  /** Verified domains, lower case; the first is the default one. */
  verifiedDomains: readonly string[];
  /** Who adds people: gets results, reminders and the credentials that have no other address. */
  administratorMail: string;
  /** Further addresses that get what administrators must know; none when absent. */
  technicalMails?: readonly string[] | undefined;
  /** The From address of every mail. */
  senderMail: string;
  /** Where people sign in. */
  signInUrl: string;
  /** The organisation's quick-start guide for a new person. */
  quickStartUrl: string;
  /** Language of mails to people who state none. */
  preferredLanguage: MailLanguage;
  /** The time zone (IANA) in which mails tell moments, beside UTC; UTC alone when absent. */
  timeZone?: string | undefined;
  /** ISO 3166-1 alpha-2; the usage location of people who state none. */
  usageLocation?: string | undefined;
  /** One of the verified domains: people from on premises whose own suffix is none of them get a name at it. */
  initialDomain?: string | undefined;
  /** Whether people come from a directory on premises; absent where they never did. */
  onPremisesSync?: SynchronizationSwitch | undefined;
  /** How they do, where that is not as usual. */
  synchronization?: SynchronizationSettings | undefined;
  /** Which of Microsoft's clouds the console's forms follow; by where this runs when absent: see `cloudOf`. */
  cloud?: Cloud | undefined;
};

/** Everybody who gets what administrators must know, each address once. Passwords go to `administratorMail` alone. */
export const administratorAddresses = ({ administratorMail, technicalMails = [] }: Organisation): string[] => {
  const seen = new Set<string>();
  return [administratorMail, ...technicalMails].filter((address) => {
    const known = seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return !known;
  });
};

/** The clouds whose forms differ: people are added in four steps worldwide, and in one pane in Germany and China. */
export const clouds = ['worldwide', 'germany', 'china'] as const;
export type Cloud = (typeof clouds)[number];

/**
 * The cloud whose forms the console shows: the one that was set, else the one that fits where this runs, by the region's
 * name. AWS in China has regions `cn-...`, the European Sovereign Cloud, which lies in Germany, `eusc-de-...`; all others
 * are the world's.
 */
export const cloudOf = ({ cloud }: Pick<Organisation, 'cloud'>, region = ''): Cloud => {
  if (cloud !== undefined) return cloud;
  if (region.startsWith('cn-')) return 'china';
  return region.startsWith('eusc-de-') ? 'germany' : 'worldwide';
};

/** The languages in which mails are written. */
export const mailLanguages = ['en', 'nl', 'de', 'zh-Hans'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/** Whether people come from on premises at all. A watermark holds for as long as `since` is the same. */
export type SynchronizationSwitch = { isEnabled: boolean; since: Instant };

/** What administrators set of it. */
export type SynchronizationSettings = {
  accidentalDeletionPrevention: {
    synchronizationPreventionType: 'enabledForCount' | 'disabled';
    /** Deletions that a run may make; one more, and the run waits for somebody to look. */
    alertThreshold: number;
  };
  /** Nobody who is here already is taken over by user name or address. */
  blockSoftMatchEnabled: boolean;
  /** Nobody is taken over by an object that only shares the anchor. */
  blockCloudObjectTakeoverThroughHardMatchEnabled: boolean;
};

/** Entra's own defaults. */
export const defaultSynchronization: SynchronizationSettings = {
  accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 },
  blockSoftMatchEnabled: false,
  blockCloudObjectTakeoverThroughHardMatchEnabled: false,
};
