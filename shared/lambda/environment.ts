/** The environment of the functions: one vocabulary of variable names, shared with infra by type, read once by schema. */
import * as z from 'zod';
import { functionSettingsSchema } from '../settings.ts';
import { withSettingsBeside } from './settings/beside-code.ts';

const text = z.string().min(1);

/** A transform that threw would come out of the schema as it is, and JSON's error repeats what it read. */
const json = text.transform((value, { issues }): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    issues.push({ code: 'custom', message: 'no JSON', input: undefined });
    return z.NEVER;
  }
});

const vocabulary = {
  /** Name of the table of people, names, licences and tokens. */
  DIRECTORY_TABLE: text,
  /** Name of the table of imports and their row results. */
  IMPORTS_TABLE: text,
  /** Name of the bucket that CSV files are dropped into. */
  IMPORT_BUCKET: text,
  /** Host at which a browser puts files of people: that bucket's own. */
  IMPORT_BUCKET_HOST: text,
  /** Name of the bucket of reports. */
  REPORT_BUCKET: text,
  /** Address of the API, without a slash at the end; every function that has a route is given it with the route. */
  API_URL: text,
  /** Steps of imports: new files, continuations, settling. */
  FILE_QUEUE_URL: text,
  /** Chunks of rows to provision. */
  ROW_QUEUE_URL: text,
  /** People whose credentials are owed. */
  CREDENTIAL_QUEUE_URL: text,
  /** Warnings, reminders and results to mail. */
  NOTICE_QUEUE_URL: text,
  /** What SES tells of mails that it has taken. */
  DELIVERY_QUEUE_URL: text,
  /** Shards of the due index to sweep, and licences whose waiting are to be served. */
  SWEEP_QUEUE_URL: text,
  /** KMS key that seals chosen passwords while they cross a queue. */
  SEALING_KEY_ARN: text,
  /** Name of the secret that holds the SMTP password; absent where mail goes by SES. */
  SMTP_PASSWORD_SECRET: text.optional(),
  /** Name of SES's configuration set, which tells of mails; absent where mail goes by SMTP. */
  MAIL_CONFIGURATION_SET: text.optional(),
  /** The region that the function runs in; Lambda says it to every function. */
  AWS_REGION: text,
  /** What of the settings is known at deployment only, as JSON; all else lies in a file beside the code. */
  SETTINGS: json.transform((known) => withSettingsBeside(known)).pipe(functionSettingsSchema),
};

/** A variable that a function may ask for. */
export type Variable = keyof typeof vocabulary;

type Values<Name extends Variable> = { readonly [Key in Name]: z.output<(typeof vocabulary)[Key]> };

/**
 * The values of the named variables. Throws an Error that lists every variable that is missing or wrong, by name and
 * never by value.
 */
export const readEnvironment = <const Name extends Variable>(
  names: readonly Name[],
  from: Record<string, string | undefined> = process.env,
): Values<Name> => {
  const read = names.map((name) => [name, vocabulary[name].safeParse(from[name])] as const);
  const faulty = read.filter(([, result]) => !result.success).map(([name]) => name);
  if (faulty.length > 0) throw new Error(`Environment variables missing or wrong: ${faulty.join(', ')}`);
  return Object.fromEntries(read.map(([name, result]) => [name, result.data])) as Values<Name>;
};

/** The region where a function runs: Lambda tells every function; undefined where there is none, as in a test. */
export const region: string | undefined = process.env.AWS_REGION;
