/**
 * KMS on this machine: GenerateDataKey, Encrypt and Decrypt with an encryption context, under a master key that never
 * leaves the data folder. Every other AWS service that is not local ends here too, and is told so.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { readAccessKeys } from '../door/access-keys.ts';
import { guardServer } from '../door/guard.ts';
import { loopback } from './addresses.ts';
import { accessKeyFile, type DataFolder } from './data-folder.ts';
import { readMasterKey } from './master-key.ts';
import { open, seal } from './sealing.ts';

/** A running KMS. `make` names the keys that exist. */
export type LocalKeys = { endpoint: string; make: (arns: readonly string[]) => void; stop: () => Promise<void> };

const bytes = z.base64().transform((value) => Buffer.from(value, 'base64'));
const context = z.record(z.string(), z.string()).default({});
const withKey = z.object({ KeyId: z.string(), EncryptionContext: context });

const requests = {
  Encrypt: withKey.extend({ Plaintext: bytes }),
  GenerateDataKey: withKey.extend({
    KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
    NumberOfBytes: z.int().optional(),
  }),
  Decrypt: z.object({ CiphertextBlob: bytes, EncryptionContext: context, KeyId: z.string().optional() }),
};

class KmsError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Starts KMS with the folder's master key, made on the first start. */
export const startKeys = async (folder: DataFolder): Promise<LocalKeys> => {
  const masterKey = readMasterKey(folder.file('master.key'));
  const keys = new Set<string>();

  const keyOf = (id: string): string => {
    const found = [...keys].find((arn) => arn === id || arn.endsWith(`:key/${id}`));
    if (found === undefined) throw new KmsError('NotFoundException', `Key '${id}' does not exist`);
    return found;
  };

  const encrypt = (keyId: string, plaintext: Buffer, encryptionContext: Record<string, string>) => {
    const KeyId = keyOf(keyId);
    return { KeyId, CiphertextBlob: seal(masterKey, plaintext, KeyId, encryptionContext).toString('base64') };
  };

  const decrypt = ({ CiphertextBlob, EncryptionContext, KeyId }: z.output<typeof requests.Decrypt>) => {
    const opened = open(masterKey, CiphertextBlob, EncryptionContext);
    if (opened === undefined)
      throw new KmsError('InvalidCiphertextException', 'The ciphertext or its context is wrong');
    if (KeyId !== undefined && keyOf(KeyId) !== opened.keyId) {
      throw new KmsError('IncorrectKeyException', 'The ciphertext was made under another key');
    }
    return {
      KeyId: opened.keyId,
      Plaintext: opened.plaintext.toString('base64'),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  };

  const answer = (target: string, body: unknown): object => {
    if (target === 'TrentService.Decrypt') return decrypt(requests.Decrypt.parse(body));
    if (target === 'TrentService.Encrypt') {
      const { KeyId, Plaintext, EncryptionContext } = requests.Encrypt.parse(body);
      return { ...encrypt(KeyId, Plaintext, EncryptionContext), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    }
    if (target === 'TrentService.GenerateDataKey') {
      const { KeyId, KeySpec, NumberOfBytes, EncryptionContext } = requests.GenerateDataKey.parse(body);
      const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32));
      return { ...encrypt(KeyId, plaintext, EncryptionContext), Plaintext: plaintext.toString('base64') };
    }
    throw new KmsError('UnknownOperationException', `The local engine has no ${target || 'such service'}`);
  };

  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    try {
      const body = await text(request);
      const result = answer(String(request.headers['x-amz-target'] ?? ''), body === '' ? {} : parse(body));
      response.end(JSON.stringify(result));
    } catch (error) {
      const type = error instanceof KmsError ? error.type : 'ValidationException';
      response.writeHead(400, { 'x-amzn-errortype': type });
      response.end(JSON.stringify({ __type: type, message: (error as Error).message }));
    }
  });
  const accessKeys = readAccessKeys(folder.file(accessKeyFile));
  guardServer(server, () => accessKeys);
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  return {
    endpoint: `http://${loopback}:${(server.address() as { port: number }).port}`,
    make: (arns) => {
      for (const arn of arns) keys.add(arn);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new KmsError('UnknownOperationException', 'The local engine has no such service');
  }
};
