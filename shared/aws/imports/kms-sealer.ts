/** Sealing with a data key of KMS: one call a chunk, not one a row. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Sealer } from '../../work/imports/sealer.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Envelope encryption: AES-256-GCM under a fresh data key, which KMS encrypts together with the context. */
export const kmsSealer = (client: KMSClient, keyArn: string): Sealer => ({
  seal: async (texts, context) => {
    const { Plaintext, CiphertextBlob } = await client.send(
      new GenerateDataKeyCommand({ KeyId: keyArn, KeySpec: 'AES_256', EncryptionContext: context }),
    );
    if (!Plaintext || !CiphertextBlob) throw new Error('KMS gave no data key');
    const sealed = texts.map((text) => seal(text, Plaintext));
    return { sealedKey: Buffer.from(CiphertextBlob).toString('base64'), sealed };
  },
  open: async (sealed, sealedKey, context) => {
    const CiphertextBlob = Buffer.from(sealedKey, 'base64');
    const command = new DecryptCommand({ KeyId: keyArn, CiphertextBlob, EncryptionContext: context });
    const { Plaintext } = await client.send(command);
    if (!Plaintext) throw new Error('KMS gave no data key');
    return sealed.map((box) => open(box, Plaintext));
  },
});

const seal = (text: string, key: Uint8Array): string => {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce);
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64');
};

const open = (box: string, key: Uint8Array): string => {
  const bytes = Buffer.from(box, 'base64');
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
};
