/** The local engine: runs a synthesized stack on this machine, and picks up what the last run left open. */

import { trustCertificate } from '../../clients/aws/trust-certificate.ts';
import { createControl } from './control/control.ts';
import { noImports, type ShownImports } from './control/shown-imports.ts';
import { readAccessKeys } from './door/access-keys.ts';
import { type Certificate, readCertificate, trustingEnvironment } from './door/certificate.ts';
import { crossOrigin } from './door/cross-origin.ts';
import { type Clients, createClients } from './emulators/clients.ts';
import { accessKeyFile, openDataFolder } from './emulators/data-folder.ts';
import { clientEnvironment, type Emulators, startEmulators } from './emulators/emulators.ts';
import { type Handle, listen } from './emulators/listen.ts';
import { describeTables, makeTables } from './emulators/tables.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { type Clock, createClock } from './functions/clock.ts';
import { prepareFunctions } from './functions/lambda.ts';
import { createForwarder } from './iam-proxy/forward.ts';
import { createBorder } from './iam-proxy/iam-proxy.ts';
import { usedRights } from './iam-proxy/rights.ts';
import { createEngineLog } from './log.ts';
import { createHttpApi } from './loops/http-api.ts';
import type { Schedules } from './loops/schedules.ts';
import { startLoops } from './loops/start-loops.ts';
import { countMessages, type QueueCount } from './queue-counts.ts';
import { Refusal } from './refusal.ts';
import { readAssembly } from './template/assembly.ts';
import { titlesOf } from './template/functions.ts';
import { readSystem, type System } from './template/system.ts';
import { partitionKeysOf } from './template/tables.ts';

/** How to start the engine. */
export type EngineOptions = {
  /** Folder of the cloud assembly, or what makes it; that is called when the data folder is ours, and not before. */
  assembly: string | (() => Promise<string>);
  dataFolder: string;
  /** Port of the API and the control page; 0 takes a free one. */
  port: number;
  /** Whether that port speaks TLS, with a certificate that is kept in the data folder. */
  https?: boolean;
  /** Makes the address that the control page opens the console by; where there is none, it has no such button. */
  consoleLink?: () => Promise<string>;
  /** The imports that the control page shows. */
  imports?: ShownImports;
  /** Told when something ended without which nothing goes on, while it starts or later: there is only stopping left. */
  onBroken?: (reason: Refusal) => void;
};

/** A running engine. */
export type Engine = {
  url: string;
  mailboxUrl: string;
  /** Where functions reach the services of AWS, each within its rights. */
  iamProxy: string;
  stackName: string;
  /** The stack's outputs. */
  outputs: Record<string, string>;
  /** What an AWS client needs to reach the local services. */
  environment: Record<string, string>;
  /** That of its address; undefined while that speaks no TLS. */
  certificate: Certificate | undefined;
  clock: Clock;
  schedules: Schedules;
  faults: Faults;
  clients: Clients;
  system: System;
  queueCounts: () => QueueCount[];
  /** How many mails the mailbox holds. */
  mailCount: () => number;
  /** Lets running functions finish, then stops everything. What is kept stays in the data folder. */
  stop: () => Promise<void>;
};

/** Starts the engine. Throws a Refusal when something of the user's stands in the way. */
export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  await using started = new AsyncDisposableStack();
  const folder = started.adopt(openDataFolder(options.dataFolder), ({ release }) => release());
  const log = started.adopt(createEngineLog(folder.file('logs', 'engine.log')), ({ close }) => close());
  const clock = createClock(folder.file('clock'));
  const certificate = options.https ? await readCertificate(folder.file, new Date()) : undefined;
  // The engine asks itself, and so do batches.
  trustCertificate(certificate?.file);
  const listener = started.adopt(await listen(options.port, log.report, { certificate }), ({ stop }) => stop());
  const { assembly: given } = options;
  const assembly = typeof given === 'string' ? Promise.resolve(given) : given();
  assembly.catch(() => {});
  const accessKeys = readAccessKeys(folder.file(accessKeyFile));
  const onEnd = (what: string, reason: string) => {
    log.report(`The local ${what} ended: ${reason}.`);
    options.onBroken?.(brokenBecause(what, reason, folder.path));
  };
  const services = await startEmulators({ folder, accessKeys, report: log.report, onEnd }, started);
  const pages = crossOrigin();
  const atBorder = { keyRule: () => accessKeys, mayAsk: pages.mayAsk };
  const iamProxy = started.adopt(await listen(0, log.report, atBorder), ({ stop }) => stop());
  const forwarder = started.adopt(createForwarder(), ({ stop }) => stop());
  const system = readSystem(readAssembly(await assembly), { queues: iamProxy.url, api: listener.url });
  const clients = createClients(services.endpoints, accessKeys, started);
  await makeResources(system, services, clients);
  const partitionKeys = partitionKeysOf(await describeTables(clients.dynamodb));

  const trusting = certificate ? trustingEnvironment(certificate) : {};
  const lambda = prepareFunctions(system.functions, { folder, clock, endpoint: iamProxy.url, accessKeys, trusting });
  started.adopt(lambda, ({ stop }) => stop(0));
  const faults = createFaults();
  const used = usedRights(system.rights);
  const border = createBorder({
    titleOf: titlesOf(system.functions),
    rights: system.rights,
    partitionKeys,
    endpoints: services.bySignature,
    used,
    faults,
    forwarder,
    kill: lambda.kill,
    now: clock.now,
    report: log.report,
  });
  iamProxy.handleWith(pages.answering(system.buckets, border));
  const schedules = await startLoops({ system, services, clients, lambda, faults, log, started });
  const queueCounts = () => countMessages(system.queues, services.queuesAndBuckets.server);
  const api = createHttpApi({
    routes: system.routes,
    invoke: (functionArn, event) => lambda.pool(functionArn).invoke(event),
    now: clock.now,
    report: log.report,
  });
  const links = {
    ...{ api: listener.url, mailbox: services.mailbox.endpoint },
    ...{ logs: folder.file('logs'), environment: folder.file('aws.env') },
  };
  const unusedRights = () => Object.fromEntries(system.functions.map(({ name, title }) => [title, used.unused(name)]));
  const control = createControl({
    ...{ clock, schedules, faults, unusedRights, queueCounts, links },
    mailCount: services.mailbox.count,
    imports: options.imports ?? noImports,
    ...(options.consoleLink && { consoleLink: options.consoleLink }),
  });
  listener.handleWith(sharing(api, control));
  // Listening ends first of all; the port itself was taken before anything else.
  started.defer(listener.stop);

  const running = started.move();
  return {
    url: listener.url,
    mailboxUrl: services.mailbox.endpoint,
    iamProxy: iamProxy.url,
    stackName: system.stackName,
    outputs: system.outputs,
    environment: { ...clientEnvironment(services, accessKeys), ...trusting },
    certificate,
    clock,
    schedules,
    faults,
    clients,
    system,
    queueCounts,
    mailCount: services.mailbox.count,
    stop: () => running.disposeAsync(),
  };
};

const brokenBecause = (what: string, reason: string, folder: string): Refusal =>
  new Refusal(
    `The local ${what} ended by itself (${reason}), and nothing goes on without it. What was answered is kept in ${folder}: ` +
      `start again, and what was under way goes on. If it ends again, look into ${folder}/logs.`,
  );

const makeResources = async (
  system: System,
  { queuesAndBuckets, keys }: Emulators,
  clients: Clients,
): Promise<void> => {
  keys.make(system.keys);
  await makeTables(clients.dynamodb, system.tables);
  await queuesAndBuckets.make(system.queues, system.buckets, clients);
  await queuesAndBuckets.releaseInFlight(system.queues, clients.sqs);
};

/** The control address and the API share one port. */
const sharing =
  (api: Handle, control: Handle): Handle =>
  (request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    return path === '/_local' || path.startsWith('/_local/') ? control(request, response) : api(request, response);
  };
