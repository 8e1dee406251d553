/** The agent's settings file. It holds no secret, and is all that the agent keeps. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { mappingSettings } from '../mapping/mapping.ts';
import { SyncFault } from '../sync-fault.ts';

const controller = z.string().regex(/^ldaps?:\/\/[^/\s?#@]+\/?$/i, 'must be ldaps://host, or ldap://host for StartTLS');

/** Where the API is: in the open only on this machine. */
const apiAddress = z
  .url()
  .refine((url) => /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)([:/]|$)/.test(url), 'must begin with https://')
  .transform((url) => url.replace(/\/+$/, ''));

const objectGuid = z.guid('must be an objectGUID, which a rename does not change: --object-guid "OU=..." tells it');

const file = z.strictObject({
  api: z.strictObject({
    url: apiAddress,
    clientId: z.string().min(1),
    /** A file that only the agent may read; without it MUSTER_CLIENT_SECRET. */
    clientSecretFile: z.string().min(1).optional(),
  }),
  directory: z.strictObject({
    controllers: z.array(controller).min(1).max(20),
    account: z.string().min(1),
    /** As above; without it MUSTER_DIRECTORY_PASSWORD. */
    passwordFile: z.string().min(1).optional(),
    caFile: z.string().min(1).optional(),
    timeoutSeconds: z.number().min(1).max(3600).default(300),
    connectTimeoutSeconds: z.number().min(1).max(300).default(10),
  }),
  scope: z
    .strictObject({
      organizationalUnits: z.array(objectGuid.toLowerCase()).max(100).default([]),
      group: objectGuid.toLowerCase().optional(),
      filter: z
        .string()
        .regex(/^\(.*\)$/s, 'must be a filter of LDAP, in parentheses')
        .optional(),
    })
    .prefault({}),
  mapping: mappingSettings.default({}),
});

/** Settings whose files are absolute paths. */
export type SyncSettings = z.output<typeof file>;

/** Reads and checks the file; rejects with every fault that it has. Its own paths are seen from its folder. */
export const readSettings = (path: string): SyncSettings => {
  const read = file.safeParse(parsed(path));
  if (!read.success) {
    const faults = read.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`);
    throw invalid(`${path} is not right. ${faults.join('; ')}.`);
  }
  const { api, directory, ...others } = read.data;
  const seen = (name: string | undefined) =>
    name === undefined ? undefined : resolve(dirname(path), fromEnvironment(name));
  return {
    ...others,
    api: { ...api, clientSecretFile: seen(api.clientSecretFile) },
    directory: { ...directory, passwordFile: seen(directory.passwordFile), caFile: seen(directory.caFile) },
  };
};

const invalid = (sentence: string, cause?: unknown) => new SyncFault('SettingsInvalid', sentence, { exit: 2, cause });

const parsed = (path: string): unknown => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const way = 'Name another by --settings, or begin with a copy of clients/sync/install/muster-sync.json';
    throw invalid(`${path} cannot be read (${code}). ${way}.`, error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`${path} is not JSON: ${(error as Error).message}.`, error);
  }
};

/** `$CREDENTIALS_DIRECTORY/password`: where systemd puts what LoadCredential= names. */
const fromEnvironment = (name: string): string =>
  name.replace(/^\$(?:\{(\w+)\}|(\w+))/, (whole, braced, bare) => process.env[braced ?? bare] ?? whole);
