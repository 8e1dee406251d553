/** A call to an AWS service as it is seen on its way, and the rights that it needs. */
import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../template/conditions.ts';

/** A right that a call needs: its action, on any one of these resources. */
export type Need = {
  action: string;
  resources: readonly string[];
  /** What conditions may ask of it. */
  context?: RequestContext;
};

/** What a call does, and what it may only do with. */
export type Call = {
  /** As IAM writes actions, with the API's own name of the operation: `dynamodb:TransactWriteItems`. */
  operation: string;
  needs: readonly Need[];
};

/** What a service was asked: the request's line and headers, and its body except where that is a file. */
export type Asked = { request: IncomingMessage; body: Buffer };

/** The name of the partition key of each table, and of each index as `Table/index/name`. */
export type PartitionKeys = ReadonlyMap<string, string>;
