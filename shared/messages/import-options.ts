/** The options of an import as they are written: in the body of a request, in an object's metadata or in a file beside it. */
import * as z from 'zod';
import { encodingNamed, encodings } from '../domain/imports/encodings.ts';
import {
  credentialPolicies,
  existingPolicies,
  type ImportOptions,
  seatPolicies,
} from '../domain/imports/import-options.ts';
import { peopleFileEndings } from '../domain/imports/stored-file.ts';
import { maxLicences } from '../domain/licences/licences.ts';
import { longestPattern } from '../domain/names/user-name-pattern.ts';
import { isCountryCode } from '../domain/people/profile-rules.ts';
import { instant } from '../domain/time.ts';
import { visibleText } from '../domain/unseen-characters.ts';

/** As many as a file may have columns. */
const maxColumns = 400;

/** Without what is blank at its ends: whoever copies a heading or a name may copy marks that nobody sees. */
const text = z.string().overwrite(visibleText);
const heading = text.min(1).max(256);
const property = text.min(1).max(64);

/** What an organisation may choose for all its imports. A moment is none of it: it would pass. */
export const defaultOptionProperties = {
  dryRun: z.boolean(),
  seatsShort: z.enum(seatPolicies),
  existingPeople: z.enum(existingPolicies),
  credentials: z.enum(credentialPolicies),
  licenses: z.array(text.min(1).max(128)).max(maxLicences).readonly(),
  usageLocation: text.refine(isCountryCode, 'must be a country code of ISO 3166-1'),
  stopAfterRefusals: z.int().min(1).max(100_000_000),
  columns: z
    .record(heading, property)
    .refine((columns) => Object.keys(columns).length <= maxColumns, `at most ${maxColumns} headings`),
  userNamePattern: z.string().trim().min(1).max(longestPattern),
  /** Excel's bound of a sheet's name. */
  sheet: z.string().min(1).max(31),
  encoding: z
    .string()
    .max(40)
    .refine((label) => encodingNamed(label) !== undefined, `must be one of ${encodings.join(', ')}`),
};

const properties = z
  .strictObject({
    ...defaultOptionProperties,
    sendCredentialsDateTime: z.iso.datetime({
      offset: true,
      error: 'must be a moment such as 2026-01-31T09:00:00Z',
    }),
  })
  .partial();

/** Without `credentials`, a moment of sending them says enough. */
export const momentFits = ({ credentials = 'later', sendCredentialsDateTime }: z.output<typeof properties>): boolean =>
  sendCredentialsDateTime === undefined || credentials === 'later';
export const momentMisfit = { path: ['sendCredentialsDateTime'], error: 'only with credentials later' };

/** Options as they are written; each may be left out. */
export const importOptions = properties.refine(momentFits, momentMisfit);

const endings = peopleFileEndings.map((ending) => ending.slice(1)).join('|');

/** A plain name, never a path, of a file that is imported. */
const fileName = z
  .string()
  .max(200)
  .regex(
    new RegExp(`^(?!\\.)[^/\\\\\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+\\.(${endings})$`, 'iu'),
    `must be the plain name of a file that ends in ${peopleFileEndings.join(', ')}`,
  );

/** Bytes of the file, by which it is told at first that it is too large, and whether it comes in parts. */
const fileSize = z.int().min(0).optional();

/** What may be said of an import that is asked for: the file that is to come, and options. */
export const requestImportProperties = properties.safeExtend({ fileName, fileSize });

/** Body of `POST /v1.0/imports`. */
export const requestImportBody = requestImportProperties.refine(momentFits, momentMisfit);

/** Body of `POST /v1.0/imports/{id}/dryRun`: what is to be otherwise than in the import whose file it is. */
export const dryRunBody = properties.omit({ dryRun: true }).refine(momentFits, momentMisfit);

/** Body of `POST /v1.0/imports/{id}/apply`: how the file was read, and when credentials go out. */
export const applyBody = properties
  .pick({ columns: true, encoding: true, sheet: true, credentials: true, sendCredentialsDateTime: true })
  .refine(momentFits, momentMisfit);

/** Options as they are written, checked. */
export type Written = z.output<typeof properties>;

/** What was chosen, as imports know it. */
export const optionsFrom = (written: Written): Partial<ImportOptions> => {
  const { licenses, sendCredentialsDateTime, encoding, ...others } = written;
  const chosen = {
    ...others,
    licences: licenses,
    encoding: encoding === undefined ? undefined : encodingNamed(encoding),
    ...(sendCredentialsDateTime && {
      sendCredentialsDateTime: instant(sendCredentialsDateTime),
      credentials: 'later' as const,
    }),
  };
  const given = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<ImportOptions>;
};
