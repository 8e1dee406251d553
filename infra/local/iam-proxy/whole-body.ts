/** A body in one piece. */
import type { IncomingMessage } from 'node:http';

/** All of it. Rejects when its sender goes away before its end. */
export const wholeBody = (message: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    message.once('error', reject);
    message.once('close', () => reject(new Error('the connection was closed')));
  });
