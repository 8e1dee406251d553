/** Who makes a request to an AWS service. No signature is checked on this machine, but it names its signer. */
import type { IncomingMessage } from 'node:http';

/** The signer of a request. */
export type Caller = {
  /** The access key: for a function its name, since each has its own as each has its own role in AWS. */
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
  const inHeader = /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1];
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const [, accessKeyId, service] = scope.exec(inHeader ?? query.get('X-Amz-Credential') ?? '') ?? [];
  if (accessKeyId === undefined || service === undefined) return undefined;
  const isSender = inHeader !== undefined;
  return {
    accessKeyId,
    service,
    worker: isSender ? textOf(headers['x-amz-security-token']) : undefined,
    invocation: isSender ? textOf(headers['x-amzn-trace-id']) : undefined,
    expires: isSender ? undefined : endOf(query),
  };
};

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
