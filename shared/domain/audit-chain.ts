/** How a person's audit entries hang together, so that one which is missing or changed is found. */

/**
 * An entry as the one after it knows it, and the person: where it stands (its time and id), a hash of its content, and the
 * days for which it is kept, absent where it was not written yet.
 */
export type EntryMark = { place: string; hash: string; days?: number };

/** A link of a person's chain: the version of the person that the change made, and the entry before; none before the first. */
export type ChainLink = { version: number; previous?: EntryMark };
