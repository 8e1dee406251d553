/** What the agent must know again at its next run. It keeps nothing itself: Muster stores this with the run it stands for. */
import { createHash } from 'node:crypto';
import * as z from 'zod';

const content = z.object({
  version: z.literal(1),
  cookie: z.string(),
  controller: z.string(),
  /** Of scope and mapping: with others everybody is read again. */
  mark: z.string(),
  readDateTime: z.iso.datetime(),
  fullDateTime: z.iso.datetime(),
});

/** What a watermark holds: the directory's cookie in base64, who gave it, and when it and the last full run were read. */
export type Watermark = Omit<z.output<typeof content>, 'version'>;

/** As text that nobody else reads. */
export const encodeWatermark = (watermark: Watermark): string =>
  Buffer.from(JSON.stringify({ version: 1, ...watermark })).toString('base64');

/** Undefined for what this release cannot read: then everybody is read. */
export const decodeWatermark = (text: string | null): Watermark | undefined => {
  try {
    return content.parse(JSON.parse(Buffer.from(text ?? '', 'base64').toString()));
  } catch {
    return undefined;
  }
};

/** How a file names the watermark that it began from: SHA-256 of its text, in hexadecimal digits. */
export const watermarkHash = (text: string): string => createHash('sha256').update(text).digest('hex');

const day = 86_400_000;

/** Tombstones are kept for 60 days at least (tombstoneLifetime of the first Active Directory). */
const longestAge = 60 * day;

/** What no delta tells, such as a person whom a restored controller has lost, is found once a week. */
const fullEvery = 7 * day;

/** Why everybody has to be read. */
export type FullReason = 'asked' | 'first' | 'settings' | 'age' | 'weekly' | 'retries' | 'directory';

/** Why a run reads everybody; undefined when the changes since the watermark are enough. */
export const fullReason = (
  before: Watermark | undefined,
  { asked, mark, retryIsComplete, now }: { asked: boolean; mark: string; retryIsComplete: boolean; now: Date },
): FullReason | undefined => {
  if (asked) return 'asked';
  if (before === undefined) return 'first';
  if (before.mark !== mark) return 'settings';
  if (now.getTime() - Date.parse(before.readDateTime) > longestAge) return 'age';
  if (now.getTime() - Date.parse(before.fullDateTime) > fullEvery) return 'weekly';
  return retryIsComplete ? undefined : 'retries';
};
