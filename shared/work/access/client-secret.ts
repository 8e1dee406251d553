/** Client secrets: made, and told apart from others. */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Application, type ClientSecret, isGood, maxSecrets } from '../../domain/access/application.ts';
import type { Instant } from '../../domain/time.ts';

/** Before the random part, as in tokens: secret scanners know a text by it. */
const prefix = 'muster_';

/**
 * A new secret: its text, to be shown once, and what is kept of it. It has 256 bits, so a fast hash is sound for it, and
 * nobody finds it by trying: at the API's 50 requests a second that takes longer than the world lasts.
 */
export const newClientSecret = (): { text: string } & Pick<ClientSecret, 'hash' | 'hint'> => {
  const random = randomBytes(32).toString('base64url');
  const text = prefix + random;
  return { text, hash: hash('sha256', text), hint: random.slice(0, 3) };
};

/** The hash of nothing that is ever shown: what stands in a place without a secret. */
const nobodys = hash('sha256', randomBytes(32));

/**
 * The secret of this text that the application has now. An unknown application costs the same as one with secrets: the
 * text is hashed once, and held against as many hashes.
 */
export const secretShown = (
  application: Application | undefined,
  text: string,
  now: Instant,
): ClientSecret | undefined => {
  const shown = Buffer.from(hash('sha256', text));
  const places = Array.from({ length: maxSecrets }, (_, place) => application?.secrets[place]);
  const same = places.map((secret) => timingSafeEqual(shown, Buffer.from(secret?.hash ?? nobodys)));
  return places.find((secret, place) => secret && same[place] && isGood(secret, now));
};
