/** What a mail tells about the credentials of a person. */
import type { Instant } from '../domain/time.ts';

/** A person's credentials, at the moment of mailing. */
export type Credentials = {
  displayName: string;
  userPrincipalName: string;
  /** The generated password; absent when the administrator chose it, because a chosen password is never mailed. */
  password?: string;
  /** The password must be changed at the first sign-in. */
  mustChange: boolean;
  /** When the password stops working; absent when it does not. */
  worksUntil?: Instant;
  /** An earlier mail may have arrived: this one replaces it, and only its password works. */
  replaces: boolean;
};

/** Credentials that the administrator passes on; `refusedAddresses` are those that the mail service would not take. */
export type PassedOnCredentials = Credentials & { refusedAddresses?: readonly string[] };
