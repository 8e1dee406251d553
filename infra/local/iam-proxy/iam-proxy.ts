/**
 * Where the functions meet the AWS services of this machine: every call of theirs passes here. Their role must allow it,
 * as in AWS, and what is to go wrong goes wrong here.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { localCredentials } from '../emulators/addresses.ts';
import type { Handle } from '../emulators/listen.ts';
import type { CallFault } from '../faults/fault-plan.ts';
import type { Faults } from '../faults/faults.ts';
import type { Right } from '../template/rights.ts';
import { type Answer, errorOf, errorOfFault } from './answers.ts';
import { isStreamed, readCall } from './call.ts';
import { type Caller, callerOf } from './caller.ts';
import { type Forwarder, passedOn } from './forward.ts';
import type { Call, Need, PartitionKeys } from './need.ts';
import { partOfBatch } from './part-of-batch.ts';
import { missingRight, type UsedRights } from './rights.ts';
import { wholeBody } from './whole-body.ts';

/** What the proxy works with. */
export type BorderOptions = {
  /** What people call a function, by its name. */
  titleOf: (functionName: string) => string;
  /** By the name of the function. */
  rights: ReadonlyMap<string, readonly Right[]>;
  /** Of the tables, whose rights are limited to some. */
  partitionKeys: PartitionKeys;
  /** Where each service answers, by its name in signatures. */
  endpoints: Record<string, string>;
  used: UsedRights;
  faults: Faults;
  forwarder: Forwarder;
  /** Ends a worker as a crash would. */
  kill: (worker: string) => Promise<void>;
  now: () => Date;
  report: (problem: string) => void;
};

/** Answers the calls of functions. */
export const createBorder = (options: BorderOptions): Handle => {
  const { titleOf, rights, partitionKeys, endpoints, used, faults, forwarder, kill, now, report } = options;

  const refusalOf = (caller: Caller, call: Call): Answer | undefined => {
    const { accessKeyId, service, expires } = caller;
    const denied = (message: string) =>
      errorOf(service, {
        status: service === 's3' || service === 'ses' ? 403 : 400,
        code: service === 's3' ? 'AccessDenied' : 'AccessDeniedException',
        message,
      });
    if (expires !== undefined && expires < now()) return denied('Request has expired');
    // The user of this machine, whom the address of a queue leads here.
    if (accessKeyId === localCredentials.accessKeyId) return undefined;
    const missing = missingRight(rights.get(accessKeyId) ?? [], call);
    if (missing === undefined) {
      used.note(accessKeyId, call);
      return undefined;
    }
    const what = `${missing.action} on resource: ${missing.resources.join(' or ')}${kindsOf(missing)}`;
    report(`${titleOf(accessKeyId)} may not ${what}: its role does not allow it.`);
    return denied(`User: ${accessKeyId} is not authorized to perform: ${what}`);
  };

  const faultOf = ({ accessKeyId, worker, invocation }: Caller, { operation, needs }: Call): CallFault | undefined =>
    worker === undefined || accessKeyId === localCredentials.accessKeyId
      ? undefined
      : faults.ofCall({
          function: titleOf(accessKeyId),
          operation,
          resource: needs[0]?.resources[0] ?? '',
          invocation,
        });

  return async (request, response) => {
    const caller = callerOf(request);
    const endpoint = endpoints[caller?.service ?? ''];
    if (caller === undefined || endpoint === undefined) return refuse(request, response, strangers(caller));
    const body = isStreamed(caller.service) ? undefined : await wholeBody(request);
    const call = readCall(caller.service, { request, body: body ?? Buffer.alloc(0) }, partitionKeys);
    const refusal = refusalOf(caller, call);
    if (refusal !== undefined) return refuse(request, response, refusal);
    const fault = faultOf(caller, call);
    const die = () => kill(caller.worker ?? '');
    if (fault === 'dieBefore') return die();
    const error = fault && errorOfFault(fault, caller.service, body ?? Buffer.alloc(0));
    if (error !== undefined) return refuse(request, response, error);
    const part = fault === 'doPartly' && body !== undefined ? partOfBatch(body) : undefined;
    const answer = await forwarder.forward(endpoint, request, part?.body ?? body);
    if (fault === 'dieDuring' || fault === 'loseAnswer') {
      // The service is done when it has answered in full.
      await text(answer);
      return fault === 'dieDuring' ? die() : void response.destroy();
    }
    if (part !== undefined)
      return give(response, {
        status: 200,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: part.complete(await text(answer)),
      });
    const passed = fault === 'dieAfter' ? once(response, 'close').then(die) : undefined;
    await (isStreamed(caller.service) ? pass(answer, response) : passWhole(answer, response));
    await passed;
  };
};

/** The kinds of the partition keys that a request named: their capitals, and nothing that may identify somebody. */
const kindsOf = ({ context = {} }: Need): string => {
  const keys = context['dynamodb:LeadingKeys'] ?? [];
  const kinds = new Set(keys.map((key) => `${/^[A-Z]+#?/.exec(key)?.[0] ?? ''}...`));
  return kinds.size > 0 ? ` with keys ${[...kinds].join(', ')}` : '';
};

/** What somebody gets who did not sign, or asks for a service that is not local. */
const strangers = (caller: Caller | undefined): Answer =>
  caller === undefined
    ? errorOf('s3', { status: 403, code: 'AccessDenied', message: 'Access Denied' })
    : errorOf(caller.service, {
        status: 400,
        code: 'UnknownOperationException',
        message: `The local engine has no service ${caller.service}.`,
      });

const give = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, headers);
  response.end(body);
};

/** A body that nobody reads would keep its sender waiting. */
const refuse = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  request.resume();
  give(response, answer);
};

/** In one write, where the body is no file. */
const passWhole = async (answer: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await wholeBody(answer);
  response.writeHead(answer.statusCode ?? 500, { ...passedOn(answer.headers), 'content-length': body.length });
  response.end(body);
};

const pass = (answer: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(answer.statusCode ?? 500, passedOn(answer.headers));
  answer.pipe(response);
  answer.once('error', () => response.destroy());
  response.once('close', () => answer.destroy());
};
