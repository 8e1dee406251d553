/** The port to what is gathered for administrators. */
import type { Digest, DigestKind } from '../../domain/digests/digest.ts';

/** `lost`: somebody else wrote first. `known`: ids among those to be added that were gathered before. */
export type DigestEnd = 'written' | 'lost' | { known: readonly string[] };

export type Digests = {
  /** What is gathered of a kind; nothing, of version 0, when it was never written. */
  read(kind: DigestKind): Promise<Digest>;
  /** Every kind of which something was gathered. */
  kinds(): Promise<DigestKind[]>;
  /**
   * Writes a digest if it still is `before`, together with the ids that it adds (99 at most): each of them can be added
   * once, also when it has long been mailed.
   */
  write(before: Digest, after: Digest, added?: readonly string[]): Promise<DigestEnd>;
};
