/** The part of a settings file that says how a deployment is made: functions know nothing of it. */
import * as z from 'zod';
import { isWebAddress, webAddressFact } from './domain/web-address.ts';

const hostName = z
  .string()
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a host name in lower case');

/** Of any partition. That it is in the deployment's region is held at synthesis, where the region is known. */
const certificateArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-zA-Z-]+$/,
    'must be the ARN of a certificate in AWS Certificate Manager',
  );

const domain = z.strictObject({
  /** Host of the API, the console and the pages; links begin with it. */
  name: hostName,
  /** Certificate for `name` and every former name, in the deployment's own region. */
  certificateArn,
  /** Hosts that it had before: they go on answering, so that links in mails of that time stay good. */
  formerNames: z.array(hostName).max(10).readonly().default([]),
  /** Zone of Route 53 in this account that has all of them: their records are made there. Absent: made by hand. */
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/, 'must be the id of a hosted zone, such as Z0123456789ABC')
    .optional(),
});

/** Letters that every service of AWS takes in tags; a name that begins with `aws:` is AWS's own. */
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const tagName = z
  .string()
  .min(1)
  .max(128)
  .regex(tagText)
  .refine((name) => !/^aws:/i.test(name), 'may not begin with aws:');

const tableName = z.string().regex(/^[\w.-]{3,255}$/, 'it is the name of a table');

/** Settings of a file that are no function's business. */
export const deploymentOnly = {
  /** Name of the CloudFormation stack; with a stage, `<stackName>-<stage>`. */
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/, 'must be a letter and up to 31 letters, digits and hyphens')
    .default('Muster'),
  /** Which of several in one account and region this is, such as `test`. Absent: the only one, or the first. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,15}$/, 'must be a lower case letter and up to 15 of those, digits and hyphens')
    .optional(),
  /** Tags of every resource, beside `application` and `stage`: of whom it is paid by, for instance. */
  tags: z.record(tagName, z.string().max(256).regex(tagText)).default({}),
  alarms: z
    .strictObject({
      /** Who is mailed each alarm, and its end. Each confirms once, by a link that AWS mails. */
      addresses: z.array(z.email()).max(20).readonly().default([]),
    })
    .default({ addresses: [] }),
  /** A domain of the organisation's own, which this deployment makes the API answer at. */
  domain: domain.optional(),
  /**
   * Address of the API, without a slash at its end, where somebody else maps it: a proxy, or a domain made by hand.
   * Absent: that of `domain`, else the one that API Gateway gives it.
   */
  apiUrl: z.string().refine(isWebAddress, webAddressFact).regex(/[^/]$/, 'it ends without a slash').optional(),
  /**
   * Executions of the sign-in function at most, reserved for it. Absent: none are, since a new account has ten in all,
   * and refuses to reserve any.
   */
  signInConcurrency: z.int().min(5).max(1000).optional(),
  /** Tables that were restored from a backup, both of one moment; they take the place of the stack's own. */
  tables: z.strictObject({ directory: tableName, imports: tableName }).optional(),
};

/** What the stack is called: two stages of one account never have the same name. */
export const stackNameOf = ({ stackName, stage }: { stackName: string; stage?: string | undefined }): string =>
  stage === undefined ? stackName : `${stackName}-${stage}`;
