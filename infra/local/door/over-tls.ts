import type { IncomingMessage } from 'node:http';

/** Whether a request came over TLS. */
export const isOverTls = ({ socket }: Pick<IncomingMessage, 'socket'>): boolean => 'encrypted' in socket;

/** The scheme of the address that was asked. */
export const schemeOf = (request: Pick<IncomingMessage, 'socket'>): 'http' | 'https' =>
  isOverTls(request) ? 'https' : 'http';
