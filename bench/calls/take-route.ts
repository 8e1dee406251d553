/** Asks a route as the gateway would, of the function that is deployed for it, and counts the calls that it makes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localCredentials } from '../../infra/local/emulators/addresses.ts';
import { region } from '../../infra/local/template/intrinsics.ts';
import { contracts } from '../../shared/graph/reference/contracts.ts';
import { settingsFiles } from '../parts/settings.ts';
import { withClockStill } from '../parts/simulated-time.ts';
import { type Answer, type Ask, ask, type Handler, type Via } from './ask.ts';
import type { Call, CountingWire } from './counting-wire.ts';
import type { RouteCase } from './route-case.ts';
import type { Place, World } from './world.ts';

const folder = join(import.meta.dirname, '../../functions');

/** The surroundings of the functions, before the first of them is loaded. */
export const surround = (address: string, { accessKeyId, tables }: Omit<Place, 'endpoint'>): void => {
  const queue = (name: string) => `${address}/000000000000/${name}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: address,
    AWS_ENDPOINT_URL_SQS: address,
    AWS_ENDPOINT_URL_S3: address,
    AWS_REGION: region,
    ...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey },
    ...{ DIRECTORY_TABLE: tables.directory, IMPORTS_TABLE: tables.imports },
    ...{
      IMPORT_BUCKET: 'files',
      IMPORT_BUCKET_HOST: 'files.example',
      REPORT_BUCKET: 'reports',
      API_URL: 'https://api.example',
    },
    ...{ FILE_QUEUE_URL: queue('files'), CREDENTIAL_QUEUE_URL: queue('credentials') },
    ...{ NOTICE_QUEUE_URL: queue('notices'), SWEEP_QUEUE_URL: queue('sweeps') },
    SETTINGS: readFileSync(settingsFiles.deployed, 'utf8'),
  });
};

/** Functions whose sources name none of their routes, by the room. */
const takenOver: Readonly<Record<string, string>> = {
  applications: 'manage-applications.ts',
  imports: 'manage-imports.ts',
  userTemplates: 'directory-settings.ts',
  ...{ signIn: 'sign-in.ts', session: 'sign-in.ts', me: 'sign-in.ts' },
};

/** The file of the function that has a route; its source names it, or the routes that it takes over. */
const functionOf = (route: string): string => {
  const files = readdirSync(folder);
  const named = files.find((file) => readFileSync(join(folder, file), 'utf8').includes(`'${route}'`));
  const [, room = ''] = /\/v1\.0\/(\w+)/.exec(route) ?? [];
  const ofRuns = route.startsWith('POST') ? 'manage-imports.ts' : 'directory-settings.ts';
  const ofBatches = route.startsWith('GET') ? 'read-imports.ts' : 'manage-imports.ts';
  const file = named ?? { directory: ofRuns, migrationBatches: ofBatches, ...takenOver }[room];
  if (!file && !route.includes('/v1.0')) return 'sign-in-page.ts';
  if (!file) throw new Error(`no function has ${route}`);
  return file;
};

const handlerOf = async (file: string): Promise<Handler> => (await import(join(folder, file))).handler;

const askRoute = async (route: string, asked: Ask): Promise<Answer> => {
  const needs = contracts[route]?.needs;
  const authorizer = needs === 'nothing' ? undefined : await handlerOf('authorize-request.ts');
  return ask({ authorizer, handler: await handlerOf(functionOf(route)) }, route, asked);
};

/** What a case took, of a function that has just answered the same question about somebody else. */
export const takeRoute = async (
  { route, asks, status = 200 }: RouteCase,
  world: World,
  wire: CountingWire,
): Promise<Call[]> => {
  const via: Via = askRoute;
  const [first, second] = [await asks(world, via), await asks(world, via)];
  // On a busy machine a hash may take longer than things are kept: the second question is to find them.
  const answer = await withClockStill(async () => {
    await askRoute(route, first);
    wire.taken();
    return askRoute(route, second);
  });
  if (answer.statusCode !== status) throw new Error(`${route} answered ${answer.statusCode}: ${answer.body}`);
  return wire.taken();
};

/** What a stranger without a token is answered, and with a body that says nothing. */
export const askAsStranger = (route: string): Promise<Answer> => askRoute(route, { body: {} });
