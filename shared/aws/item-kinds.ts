/**
 * The kinds of items in the two tables and of entries in the indexes, by their partition keys: the whole of one, or what
 * many begin with up to a `#`. IAM sees an item's partition key and nothing else of it, so that a function's rights name
 * these kinds (infra/stores), and what must be guarded by itself has partitions of its own.
 */

/** Items of the Directory table. */
export const directoryKinds = {
  people: 'USER#',
  names: 'NAME#',
  /** Claims on keys of other systems, such as employee ids: `KEY#<source>#<shard>`. */
  keys: 'KEY#',
  deleted: 'DELETED#',
  /** Seats, service plans and who waits. */
  licences: 'SKU#',
  catalogue: 'SKUS',
  /** Who is a member of a role: a role counts only together with this. */
  members: 'ROLE#',
  applications: 'APPLICATION#',
  applicationList: 'APPLICATIONS',
  tokens: 'TOKEN#',
  /** Operators' tokens by the moment at which they were minted. */
  tokenList: 'TOKENS',
  /** Sessions of a person, beside the tokens that they are. */
  sessions: 'SESSIONS#',
  /** Codes that begin a session of an operator, once. No function may put one. */
  signInCodes: 'CODE#',
  attempts: 'SIGNIN#',
  /** Who signed in and who failed to. */
  signIns: 'SIGNINS#',
  settings: 'SETTINGS',
  /** Templates of new people, and how many there are. */
  templates: 'TEMPLATES',
  /** The policy by which everybody is dated. */
  policyMark: 'POLICY',
  /** How large the directory was, an item for each day. */
  reports: 'REPORTS',
  /** What administrators are to hear, gathered: an item for each kind. */
  digests: 'DIGESTS',
  /** What was gathered once: not again. */
  gathered: 'GATHERED#',
  audits: 'AUDIT#',
  /** Entries of earlier releases lie beside what they tell of; nothing else of these two kinds was ever an item. */
  auditsOfDomains: 'DOMAIN#',
  auditsOfOrganization: 'ORGANIZATION#',
} as const;

/** Entries of the Directory table's indexes, by the index. */
export const directoryIndexKinds = { people: 'PEOPLE#', due: 'DUE#', audits: 'AUDITS#', actors: 'ACTOR#' } as const;

/** Items of the Imports table. */
export const importKinds = {
  /** A job with its plan and the results of its chunks. */
  jobs: 'IMPORT#',
  counters: 'PROGRESS#',
  list: 'IMPORTS',
  open: 'OPEN',
  /** Who stands behind an import, and that a file lay in the bucket. */
  owners: 'OWNER#',
  bucketFiles: 'BUCKET#',
  /** The places that an owner's open imports take. */
  places: 'OPEN#',
  /** Files of options in the bucket, and whether anything was imported with them. */
  optionFiles: 'OPTIONS',
  /** Migration batches by time; what became of each lies beside its job. */
  migrations: 'MIGRATIONS',
  /** How far synchronisation from on premises has come, and the objects that it refused. */
  synchronization: 'SYNCHRONIZATION',
} as const;

export type DirectoryKind = keyof typeof directoryKinds;
export type DirectoryIndex = keyof typeof directoryIndexKinds;
export type ImportKind = keyof typeof importKinds;
