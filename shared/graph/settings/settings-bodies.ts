/** The schemas of what administrators set while the system runs. A null takes back what was set. */
import * as z from 'zod';
import { isMailAddress } from '../../domain/mail-address.ts';
import { clouds, mailLanguages } from '../../domain/organisation.ts';
import { isCountryCode, maxMailAddresses } from '../../domain/people/profile-rules.ts';
import { never } from '../../domain/settings/shown-settings.ts';
import { unseenCharacters, unseenIn } from '../../domain/unseen-characters.ts';
import { isWebAddress, webAddressFact } from '../../domain/web-address.ts';
import { text } from '../body-words.ts';

/** Microsoft 365's bounds of a password's life. */
const period = z
  .int()
  .refine((days) => days === never || (days >= 14 && days <= 730), `must be 14 to 730, or ${never} for never`);

/** Body of `PATCH /v1.0/domains/{id}`, as Graph has it. */
export const domainBody = z.strictObject({
  passwordValidityPeriodInDays: period.nullable().optional(),
  /** Microsoft 365's bounds. */
  passwordNotificationWindowInDays: z.int().min(1).max(30).nullable().optional(),
});
export type DomainBody = z.output<typeof domainBody>;

/** One line of characters to be seen, 128 at most: the organisation's name stands in the subjects of mails. */
export const shownName = text
  .min(1)
  .max(128)
  .regex(new RegExp(`^[^${unseenCharacters}]*$`, 'u'), {
    error: 'must be one line, of characters to be seen',
    abort: true,
  })
  .refine((name) => unseenIn(name) === undefined, 'must have no character that cannot be seen');

/** It stands in mails and on the page where people sign in, as a link. */
const webAddress = z.string().refine(isWebAddress, webAddressFact);

const mailAddress = text.refine(isMailAddress, 'must be a mail address');

/** Body of `PATCH /v1.0/organization/{id}`: Graph's names; `quickStartUrl` and `cloud` are ours. */
export const organizationBody = z.strictObject({
  displayName: shownName.nullable().optional(),
  technicalNotificationMails: z.array(mailAddress).max(maxMailAddresses).nullable().optional(),
  preferredLanguage: z.enum(mailLanguages).nullable().optional(),
  countryLetterCode: z.string().refine(isCountryCode, 'must be a country code of ISO 3166-1').nullable().optional(),
  quickStartUrl: webAddress.nullable().optional(),
  /** Whether people come from a directory on premises; off, everybody is managed here at once. */
  onPremisesSyncEnabled: z.boolean().optional(),
  /** Which forms the console has; null goes back to those of the region or the settings file. */
  cloud: z.enum(clouds).nullable().optional(),
});
export type OrganizationBody = z.output<typeof organizationBody>;
