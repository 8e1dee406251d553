/** Who makes a request to an AWS service. No signature is checked on this machine, but it names its signer. */
import type { IncomingMessage } from 'node:http';
import { holderOf } from '../door/access-keys.ts';

/** The signer of a request. */
export type Caller = {
  /** The holder of the access key: for a function its name, since each has its own as each has its own role in AWS. */
  accessKeyId: string;
  /** The service that the request was signed for, as in `dynamodb`. */
  service: string;
  /** The worker that sent it; undefined where somebody else uses an address that a function signed. */
  worker: string | undefined;
  /** The invocation that it belongs to. */
  invocation: string | undefined;
  /** When the right to it ends, for an address that was signed beforehand. */
  expires: Date | undefined;
};

const scope = /^([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request$/;

/** Reads the signer of a request, from its headers or its address. Undefined when nobody signed it. */
export const callerOf = ({ headers, url = '/' }: IncomingMessage): Caller | undefined => {
  const [, accessKeyId, service] = scope.exec(credentialOf({ headers, url }) ?? '') ?? [];
  if (accessKeyId === undefined || service === undefined) return undefined;
  const query = queryOf(url);
  const isSender = credentialInHeader(headers) !== undefined;
  return {
    accessKeyId: holderOf(accessKeyId),
    service,
    worker: isSender ? textOf(headers['x-amz-security-token']) : undefined,
    invocation: isSender ? textOf(headers['x-amzn-trace-id']) : undefined,
    expires: isSender ? undefined : endOf(query),
  };
};

/** What was signed with, as it was sent: the access key, the day, the region and the service. */
export const credentialOf = ({ headers, url = '/' }: Pick<IncomingMessage, 'headers' | 'url'>): string | undefined =>
  credentialInHeader(headers) ?? queryOf(url).get('X-Amz-Credential') ?? undefined;

const credentialInHeader = (headers: IncomingMessage['headers']): string | undefined =>
  /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1];

const queryOf = (url: string) => new URLSearchParams(url.slice(url.indexOf('?') + 1));

const textOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

/** `X-Amz-Date` is written without punctuation: 20261127T173000Z. */
const endOf = (query: URLSearchParams): Date | undefined => {
  const signed = (query.get('X-Amz-Date') ?? '').replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  );
  const end = Date.parse(signed) + Number(query.get('X-Amz-Expires')) * 1000;
  return Number.isNaN(end) ? undefined : new Date(end);
};
