/** What the functions may do in the Directory table, each by the work that it is for: a line for each thing that can be done. */
import type { DirectoryIndex, DirectoryKind } from '../../shared/aws/item-kinds.ts';
import type { ItemRights } from './item-access.ts';

/** Rights to kinds of items, and the indexes that may be queried. */
export type DirectoryRights = ItemRights<DirectoryKind> & { readonly lookIn?: readonly DirectoryIndex[] };

/** Where entries lie: their own partitions, and beside their targets those of earlier releases. */
const everyAudit = ['audits', 'people', 'applications', 'licences', 'auditsOfDomains', 'auditsOfOrganization'] as const;

/** What says who somebody is now, whom an import acts for. */
const whoIsWho = ['tokens', 'applications', 'members'] as const;

/** By the work. */
export const directoryRights = {
  /** May look up a token, the person or application it belongs to, and whether the person's roles count. */
  resolvingTokens: { read: ['tokens', 'people', 'members', 'applications'] },

  /** May read the settings and nothing else: for functions that any stranger may call. */
  readingSettings: { read: ['settings'] },

  /** May look up an application, put the token that it gets, and count that it did. */
  issuingTokens: { read: ['settings', 'applications'], put: ['tokens', 'signIns'], update: ['signIns'] },

  /** May read, list, put and remove applications. */
  managingApplications: {
    read: ['settings', 'applications'],
    list: ['applicationList'],
    put: ['applications', 'applicationList', 'audits'],
    delete: ['applications', 'applicationList'],
  },

  /** May read licences, who holds and who waits for one, and the people by id or name. */
  readingLicences: { read: ['settings', 'people', 'names', 'licences'], list: ['catalogue', 'licences'] },

  /** May read people and licences whose ids are known, and cannot look for any. */
  readingById: { read: ['people', 'licences'] },

  /** May read, list and search people and their licences, and read how many there were and what is ahead of them. */
  readingPeople: {
    read: ['settings', 'policyMark', 'people', 'names', 'keys', 'licences'],
    list: ['names', 'keys', 'catalogue', 'reports'],
    lookIn: ['people', 'due'],
  },

  /** May add a person with a name, roles and a licence in one transaction, and cannot remove one. */
  addingPeople: {
    read: ['settings', 'people', 'names', 'keys', 'licences', 'catalogue'],
    list: ['catalogue', 'licences'],
    put: ['people', 'names', 'keys', 'licences', 'members', 'audits'],
    update: ['licences'],
  },

  /** May set a licence of the organisation, with its place in the catalogue, and read what it was. */
  settingLicences: {
    read: ['settings', 'licences'],
    put: ['licences', 'catalogue', 'audits'],
    update: ['licences'],
    delete: ['catalogue'],
  },

  /** May change a person with name and seats, and take roles and places in lists from who is deleted; gives no role. */
  changingPeople: {
    read: ['settings', 'people', 'names', 'keys'],
    list: ['members'],
    check: ['people', 'members'],
    put: ['people', 'names', 'keys', 'deleted', 'audits'],
    update: ['licences'],
    delete: ['names', 'keys', 'licences', 'members'],
  },

  /** May list the deleted, bring them back with name and seats but without roles, and remove them. */
  restoringPeople: {
    read: ['settings', 'people', 'names', 'licences', 'catalogue'],
    list: ['deleted', 'catalogue', 'licences'],
    put: ['people', 'names', 'keys', 'licences', 'audits'],
    update: ['licences'],
    delete: ['people', 'deleted', 'keys'],
  },

  /** May take and free seats of people, and settle who waits. */
  assigningLicences: {
    read: ['settings', 'people', 'names', 'licences', 'catalogue'],
    list: ['catalogue', 'licences'],
    put: ['people', 'licences', 'audits'],
    update: ['licences'],
    delete: ['licences'],
  },

  /** May give roles to people and take them, and read who holds them. */
  givingRoles: {
    read: ['settings', 'people', 'names'],
    list: ['members'],
    check: ['people', 'members'],
    put: ['people', 'members', 'audits'],
    delete: ['members'],
  },

  /** May read the settings, and write audit entries of imports. */
  tellingOfImports: { read: ['settings'], put: ['audits'] },

  /** May read what a file is checked against and who its owner is now, reserve its seats, and tell of its import. */
  reservingSeats: {
    read: ['settings', 'people', 'names', 'keys', 'licences', ...whoIsWho],
    list: ['catalogue', 'keys'],
    put: ['audits'],
    update: ['licences'],
  },

  /** May put people with their names and roles in transactions, and take back what an earlier delivery left. */
  provisioning: {
    read: ['settings', 'people', 'names', 'keys', 'licences', ...whoIsWho],
    list: ['catalogue', 'members'],
    check: ['people', 'members'],
    put: ['people', 'names', 'keys', 'deleted', 'licences', 'members', 'audits'],
    update: ['licences'],
    delete: ['names', 'keys', 'deleted', 'licences', 'members'],
  },

  /** May lease, mint and mark what is mailed to people. */
  markingMail: {
    read: ['settings', 'people', 'licences'],
    list: ['catalogue'],
    put: ['people'],
    mark: ['people'],
  },

  /** May gather what administrators are to hear. */
  gathering: { read: ['digests'], put: ['digests', 'gathered'] },

  /** May look up what was gathered, to mail it. */
  mailingDigests: { list: ['digests'] },

  /** May note on people what became of their mail. */
  recordingDeliveries: { read: ['settings', 'people'], put: ['people'], mark: ['people'] },

  /**
   * May count attempts, mint, list and end tokens, take codes, write the person who signs in with an audit entry, and
   * record sign-ins. Nobody may put a code: what takes them opens nothing where they are not made by whoever owns the table.
   */
  signingIn: {
    read: ['settings', 'people', 'names', 'attempts', 'tokens', 'signInCodes'],
    list: ['sessions'],
    put: ['people', 'attempts', 'tokens', 'sessions', 'audits', 'signIns'],
    update: ['signIns'],
    delete: ['tokens', 'tokenList', 'sessions', 'signInCodes'],
  },

  /** May write a person with another password, and what is counted of attempts; mints no token. */
  resettingPasswords: {
    read: ['settings', 'people', 'names', 'attempts'],
    put: ['people', 'attempts', 'audits'],
  },

  /** May do what falls due: reads the index `due` and changes, frees or purges what it names; and count everybody. */
  enforcing: {
    read: ['settings', 'policyMark', 'people', 'keys', 'licences', 'reports', ...whoIsWho],
    list: ['catalogue', 'licences', 'names', 'deleted'],
    check: ['people'],
    put: ['people', 'keys', 'policyMark', 'audits'],
    update: ['people', 'licences', 'policyMark', 'reports'],
    delete: ['people', 'deleted', 'keys', 'licences'],
    lookIn: ['due', 'people'],
  },

  /** May list audit entries by what they tell of, by who acted and by time, and look up the people in them. */
  readingAudits: {
    read: ['settings', 'names', 'signIns', ...everyAudit],
    list: ['signIns', ...everyAudit],
    lookIn: ['audits', 'actors'],
  },

  /** May keep templates of new people, with the audit entries that tell of them. */
  keepingTemplates: {
    read: ['templates'],
    list: ['templates'],
    put: ['templates', 'audits'],
    update: ['templates'],
    delete: ['templates'],
  },

  /** May read and write what was set in the directory, with the audit entry that tells of it. */
  changingSettings: { read: ['settings'], put: ['settings', 'audits'] },
} as const satisfies Record<string, DirectoryRights>;
