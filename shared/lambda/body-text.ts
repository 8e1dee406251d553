/** The text in the body of a request: UTF-8 of a bounded size, and of the type that is wanted. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refused } from '../domain/refusals.ts';

/** Bytes of a body at most: a person with every property at its longest needs a tenth of it. */
export const maxBodyBytes = 128 * 1024;

/** Charsets of which every text is also UTF-8. */
const charsets = ['utf-8', 'utf8', 'us-ascii', 'ascii'];

/**
 * The text of a body, without a byte order mark. Throws `Refused` UnsupportedContentType, BodyTooLarge, and BodyNotUtf8
 * where the charset is another one, where bytes are no UTF-8 (Windows PowerShell sends Latin-1 unless it is given bytes),
 * and where the text has a null character, as UTF-16 has in every other byte.
 */
export const readText = ({ body = '', isBase64Encoded, headers }: APIGatewayProxyEventV2, wanted: string): string => {
  const [type, ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== wanted) throw new Refused({ code: 'UnsupportedContentType', fact: wanted });
  const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : Buffer.from(body);
  if (bytes.length > maxBodyBytes) throw new Refused({ code: 'BodyTooLarge', fact: String(maxBodyBytes) });
  const charset = charsetIn(parameters);
  if (charset !== undefined && !charsets.includes(charset)) throw new Refused({ code: 'BodyNotUtf8' });
  return decoded(bytes);
};

const charsetIn = (parameters: readonly string[]): string | undefined =>
  parameters.map((parameter) => /^charset\s*=\s*"?([^"]*)"?$/.exec(parameter)?.[1]).find((name) => name !== undefined);

const decoded = (bytes: Buffer): string => {
  try {
    return refuseLost(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused({ code: 'BodyNotUtf8' });
  }
};

/**
 * The text itself, unless characters of it were lost on the way. The gateway hands JSON over as text already, with U+FFFD
 * in the place of every byte that is no UTF-8; nobody has that character in a name or a password.
 */
export const refuseLost = (text: string): string => {
  if (/[\u{FFFD}\0]/u.test(text)) throw new Refused({ code: 'BodyNotUtf8' });
  return text;
};
