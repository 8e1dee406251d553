/**
 * Where accounts come from, as a run asks for them. Who changed and what they are now are two questions: no directory
 * tells of everybody who left the scope, so that each person who may have changed is read as they are.
 */

/** Values of attributes by their names in lower case, always as a list; an attribute without a value is not there. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** Somebody in scope. Binary attributes (objectSid, mS-DS-ConsistencyGuid) are in base64. */
export type DirectoryPerson = { objectGuid: string; distinguishedName: string; attributes: Attributes };

/** What a source is, and whether it may be read at all. */
export type SourceState = {
  /** objectGUID of the naming context, which a rebuilt controller keeps, and the DNS name of the domain. */
  source: { id: string; domainName: string };
  /** Who answered, for the log. */
  controller: string;
  /** Where the scope lies at this moment: while it is the same, what was read before and after means the same. */
  boundary: string;
};

/** What may have changed since a cookie. */
export type Changes = {
  /** `full` names everybody who may be in scope: then whoever is not among them is gone. */
  scope: 'delta' | 'full';
  /** objectGUIDs as text of lower case; some may come twice, and some may be of nobody in scope. */
  ids: AsyncIterable<string>;
  /** Where the next reading begins; known when `ids` has ended. Throws before. */
  cookie: () => string;
};

/** The port. Every method rejects with a SyncFault rather than tell half. */
export type AccountSource = {
  /** Rejects with what to grant where deletions could not be seen, and where the scope is not there any more. */
  state: () => Promise<SourceState>;
  /** Without a cookie, or with one that is not taken any more, everybody. */
  changes: (cookie: string | undefined) => Promise<Changes>;
  /** Those of at most `peopleAtOnce` ids who are in scope now, in any order. Who is missing is deleted or out of scope. */
  people: (ids: readonly string[]) => Promise<DirectoryPerson[]>;
  close: () => Promise<void>;
};

/** How many people are read by one question. */
export const peopleAtOnce = 100;
