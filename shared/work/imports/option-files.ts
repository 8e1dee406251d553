/** The port to what is known of files of options in the bucket: whether a file of people was imported with them. */
import type { Instant } from '../../domain/time.ts';

/** A file of options with which nothing was imported since it was seen. */
export type UnusedOptions = { key: string; size?: number; dateTime: Instant };

export type OptionFiles = {
  /** Notes that one arrived, unless it is known. */
  seen(options: UnusedOptions): Promise<void>;
  /** Notes that one was used, or that it was told of: nobody is to hear of it any more. */
  settled(key: string, now: Instant): Promise<void>;
  /** Those that arrived before a moment and are not settled: some of them at a time. */
  unusedSince(before: Instant): Promise<UnusedOptions[]>;
};
