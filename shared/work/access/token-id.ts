/** What tokens go by where they are kept. */
import { hash } from 'node:crypto';

/** The id of a token: a hash, from which nobody finds the 256 random bits of its text. */
export const tokenIdOf = (token: string): string => hash('sha256', token);
