/** A call to an AWS service as it is seen on its way, and the rights that it needs. */
import type { IncomingMessage } from 'node:http';

/** A right that a call needs: its action, on any one of these resources. */
export type Need = {
  action: string;
  resources: readonly string[];
  /** The partition keys that it touches, where a role may be limited to some. */
  leadingKeys?: readonly string[];
};

/** What a call does, and what it may only do with. */
export type Call = {
  /** As IAM writes actions, with the API's own name of the operation: `dynamodb:TransactWriteItems`. */
  operation: string;
  needs: readonly Need[];
};

/** What a service was asked: the request's line and headers, and its body except where that is a file. */
export type Asked = { request: IncomingMessage; body: Buffer };
