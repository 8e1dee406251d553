/** What an administrator asks for, from an HTTP body or a row of a file, before any rule has looked at it. */

import type { DisabledPlans } from '../licences/service-plans.ts';
import type { OnPremises, Profile } from '../person.ts';

/** A person as asked for. Text is trimmed; an empty cell is an absent property. */
export type Draft = Profile &
  OnPremises & {
    userPrincipalName?: string;
    displayName?: string;
    mailNickname?: string;
    accountEnabled?: boolean;
    /** `neverExpires` (HTTP only). */
    passwordPolicies?: string;
    businessPhones?: string[];
    otherMails?: string[];
    /** SKU ids or part numbers (`ENTERPRISEPACK`, also as `contoso:ENTERPRISEPACK`). */
    licences?: string[];
    /** Service plans that are switched off in some of them (HTTP only). */
    disabledPlans?: DisabledPlans[];
    /** Administrator roles by their standard display names. */
    roles?: string[];
    /** A chosen password; absent means a generated one. */
    password?: string;
    mustChangePassword?: boolean;
    /** Addresses that get the credentials; absent means the default (alternate address, else the administrator). */
    sendCredentialsTo?: string[];
    /** Return a generated password in the answer instead of mailing it (HTTP only). */
    showCredentials?: boolean;
    /** Properties that a person who is there already shall not have any more (files only); a new one has none of them. */
    cleared?: string[];
    /** The person comes from a mail migration and has a mailbox, licensed or not. */
    migratedMailbox?: boolean;
  };
