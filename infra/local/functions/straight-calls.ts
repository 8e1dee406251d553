/**
 * The way of a function's calls past the border, straight to the database: that saves the engine's own thread a request
 * and an answer for each. A call goes that way when the function's role allows it, by the border's own rules, when the
 * border has let pass one of the same kind before, and while no fault is planned. All others go to the border, which
 * refuses, reports, and does what is planned.
 */
import { Agent, type ClientRequest } from 'node:http';
import { kindOf } from '../iam-proxy/need.ts';
import { callsOfDynamodb } from '../iam-proxy/needs/dynamodb.ts';
import { missingRight } from '../iam-proxy/rights.ts';
import type { Right } from '../template/rights.ts';

/** What a worker has to know for it. */
export type StraightCalls = {
  /** Where functions look for AWS, and where the database is. */
  border: string;
  database: string;
  /** By which the function signs: a call by another key is judged by whoever knows that one. */
  accessKeyId: string;
  rights: readonly Right[];
  partitionKeys: ReadonlyMap<string, string>;
  /** Not 0 while faults are planned. */
  faultsPlanned: Int32Array<SharedArrayBuffer>;
};

type Address = { host: string; port: string };
type AddRequest = (this: Agent, request: ClientRequest, options: Partial<Address>, ...more: unknown[]) => void;

const addressOf = (url: string): Address => {
  const { hostname: host, port } = new URL(url);
  return { host, port };
};

const target = 'DynamoDB_20120810.';

/** From now on, and until the returned function is called, this thread's calls go straight where they may. */
export const goStraight = (options: StraightCalls): (() => void) => {
  const [border, database] = [addressOf(options.border), addressOf(options.database)];
  const mayPass = judge(options);
  const prototype = Agent.prototype as unknown as { addRequest: AddRequest };
  const { addRequest } = prototype;
  prototype.addRequest = function (request, to, ...more) {
    const isCall = to.host === border.host && String(to.port) === border.port;
    if (!isCall || !String(request.getHeader('x-amz-target')).startsWith(target)) {
      addRequest.call(this, request, to, ...more);
      return;
    }
    // It gets its connection when its body is known, by which it is judged; SDKs write that in one piece.
    const { end } = request;
    request.end = ((body: Buffer | string, ...rest: []) => {
      request.end = end;
      addRequest.call(this, request, mayPass(request, body) ? { ...to, ...database } : to, ...more);
      return request.end(body, ...rest);
    }) as typeof end;
  };
  return () => {
    prototype.addRequest = addRequest;
  };
};

const judge = ({ accessKeyId, rights, partitionKeys, faultsPlanned }: StraightCalls) => {
  const passed = new Set<string>();
  return (request: ClientRequest, body: Buffer | string): boolean => {
    if (Atomics.load(faultsPlanned, 0) !== 0) return false;
    if (!String(request.getHeader('authorization')).includes(`Credential=${accessKeyId}/`)) return false;
    const operation = String(request.getHeader('x-amz-target')).slice(target.length);
    const needs = callsOfDynamodb(operation, JSON.parse(body.toString()), partitionKeys);
    if (missingRight(rights, { operation, needs }) !== undefined) return false;
    const kinds = needs.map(kindOf);
    const isKnown = kinds.every((kind) => passed.has(kind));
    for (const kind of kinds) passed.add(kind);
    return isKnown;
  };
};
