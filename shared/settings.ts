/** The settings file of a deployment: checked at synthesis, and read by the functions from their environment. */
import * as z from 'zod';
import { userNamePattern } from './domain/names/user-name-pattern.ts';
import { clouds, mailLanguages } from './domain/organisation.ts';
import { defaultPolicy, type Policy, passwordStandards, standardNumbers } from './domain/policy.ts';
import { Refused, sentenceOf } from './domain/refusals.ts';
import { isWebAddress, webAddressFact } from './domain/web-address.ts';
import { defaultOptionProperties } from './messages/import-options.ts';

const domain = z
  .string()
  .regex(/^(?=.{1,48}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a domain in lower case');
const days = z.array(z.int().min(1).max(730)).readonly();

/** As many rows as an import may have are none too many. */
const rowsOfBatch = z.int().min(1).max(10_000_000);
const daysOfBatch = z.int().min(1).max(90);
const migration = z.strictObject({
  cutoverRows: rowsOfBatch,
  cutoverAdvisedRows: rowsOfBatch,
  stagedRows: rowsOfBatch,
  remoteMoveRows: rowsOfBatch,
  imapRows: rowsOfBatch,
  idleDays: daysOfBatch,
  completedDays: daysOfBatch,
  endedDays: daysOfBatch,
});

const policy = z
  .strictObject({
    /** Whose numbers hold where none is stated below; what they come to is all that a policy keeps of it. */
    passwordRules: z.enum(passwordStandards),
    passwordValidityDays: z.union(
      [z.literal(0), z.int().min(14).max(730)],
      'it is 14 to 730 days, or 0 for passwords that live for ever',
    ),
    passwordWarningDays: days,
    temporaryPasswordDays: z.int().min(1).max(365),
    passwordLength: z.strictObject({ least: z.int().min(8).max(64), most: z.int().min(64).max(256) }),
    passwordClasses: z.int().min(1).max(4),
    bannedPasswords: z.array(z.string().min(4).max(16)).max(1000).readonly(),
    mailboxGraceDays: z.int().min(1).max(365),
    graceReminderDays: days,
    deletedDays: z.int().min(1).max(365),
    auditDays: z.int().min(30).max(3650),
    sessionHours: z.int().min(1).max(24),
    lockout: z.strictObject({
      failures: z.int().min(3).max(50),
      seconds: z.int().min(5).max(3600),
      most: z.int().min(60).max(86_400),
    }),
    failuresUntilReset: z.int().min(50).max(100),
    knownBrowserDays: z.int().min(1).max(400),
    signInLogDays: z.int().min(7).max(3650),
    mailRetryMinutes: z.int().min(1).max(1440),
    credentialLeaseSeconds: z.int().min(90).max(600),
    migration: migration.partial(),
  })
  .partial()
  .transform(
    ({ passwordRules = 'entra', migration: ofBatches = {}, ...stated }): Policy => ({
      ...defaultPolicy,
      ...standardNumbers[passwordRules],
      ...(stated as Partial<Policy>),
      migration: { ...defaultPolicy.migration, ...(ofBatches as Partial<Policy['migration']>) },
    }),
  )
  .default(defaultPolicy);

/**
 * Mails a second, over all functions together. A call that mails has a quarter of them and 60 seconds: below this it would
 * end before its turn. No service is known to allow less (Exchange Online: 30 a minute).
 */
const mailsPerSecond = z.number().min(0.5, 'it is 0.5 or more: a call would end before its next mail may leave');

const smtp = z.strictObject({
  transport: z.literal('smtp'),
  host: z.hostname(),
  port: z.int().min(1).max(65_535).default(465),
  userName: z.string().min(1),
  /** Name of the Secrets Manager secret whose text is the password; it is made by hand before the deployment. */
  passwordSecretName: z.string().min(1),
  mailsPerSecond: mailsPerSecond.default(1),
});

const ses = z.strictObject({
  transport: z.literal('ses'),
  /** Absent: what SES says that the account may send. */
  mailsPerSecond: mailsPerSecond.optional(),
});

/** Of those that this Node knows; Lambda's knows as many. */
const isTimeZone = (name: string): boolean => {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
};

const webAddress = z.string().refine(isWebAddress, webAddressFact);

const organisation = z.strictObject({
  displayName: z.string().trim().min(1).max(128),
  verifiedDomains: z.array(domain).min(1).readonly(),
  administratorMail: z.email(),
  senderMail: z.email(),
  /** Absent: the page that the API itself serves. */
  signInUrl: webAddress.optional(),
  quickStartUrl: webAddress,
  preferredLanguage: z.enum(mailLanguages).default('en'),
  usageLocation: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** A verified domain at which people from on premises get a user name whose own suffix is none of them. */
  initialDomain: domain.optional(),
  /** Which forms the console has. Absent: those of the cloud that the region belongs to. */
  cloud: z.enum(clouds).optional(),
  /** Absent: mails tell moments in UTC. */
  timeZone: z.string().refine(isTimeZone, 'it is a time zone of IANA, such as Europe/Amsterdam').optional(),
});

/** What a settings file may say. Defaults are safe ones; a file without a required setting is refused by its name. */
export const settingsSchema = z.strictObject({
  organisation,
  /** Address of the API at a domain of your own, without a slash at its end. Absent: the one that API Gateway gives it. */
  apiUrl: webAddress.regex(/[^/]$/, 'it ends without a slash').optional(),
  mail: z.discriminatedUnion('transport', [ses, smtp]).default({ transport: 'ses' }),
  /** Days after which an uploaded file and its noncurrent versions are removed from the import bucket. */
  importFileDays: z.int().min(1).max(365).default(7),
  /** Options of imports that say nothing else; each may be left out. */
  imports: z.strictObject(defaultOptionProperties).partial().default({}),
  policy,
  /**
   * Executions of the sign-in function at most, reserved for it. Absent: none are, since a new account has ten in all,
   * and refuses to reserve any.
   */
  signInConcurrency: z.int().min(5).max(1000).optional(),
});

/** What functions are given: by then it is known where people sign in. */
export const functionSettingsSchema = settingsSchema.extend({
  organisation: organisation.required({ signInUrl: true }),
});

/** Settings as functions read them. */
export type Settings = z.output<typeof functionSettingsSchema>;

/** Settings as a deployment is made of them, with every default filled in. */
export type DeploymentSettings = z.output<typeof settingsSchema>;

/** Settings as a file states them. */
export type SettingsFile = z.input<typeof settingsSchema>;

/** Reads settings; throws an Error whose message names every setting that is missing, wrong or unknown. */
export const readSettings = (file: unknown): DeploymentSettings => {
  const result = settingsSchema.safeParse(file);
  if (result.success) return withUsablePattern(result.data);
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
  throw new Error(`The settings cannot be used:\n  ${problems.join('\n  ')}`);
};

/** Settings whose initial domain and pattern of user names fit their domains; throws an Error otherwise. */
const withUsablePattern = (settings: DeploymentSettings): DeploymentSettings => {
  const { imports, organisation } = settings;
  const { initialDomain, verifiedDomains } = organisation;
  if (initialDomain !== undefined && !verifiedDomains.includes(initialDomain)) {
    throw new Error('The settings cannot be used:\n  organisation.initialDomain: it is one of the verified domains');
  }
  if (imports.userNamePattern === undefined) return settings;
  try {
    userNamePattern(imports.userNamePattern, organisation.verifiedDomains);
    return settings;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [problem] = error.refusals.map(sentenceOf);
    throw new Error(`The settings cannot be used:\n  imports.userNamePattern: ${problem}`);
  }
};
