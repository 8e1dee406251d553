/** Seals bytes under a master key with AES-256-GCM, bound to a key's name and an encryption context. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

const boundTo = (keyId: string, context: Record<string, string>): Buffer =>
  Buffer.from(JSON.stringify([keyId, Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))]));

/** The sealed bytes: length and name of the key, nonce, tag, ciphertext. */
export const seal = (masterKey: Buffer, plaintext: Buffer, keyId: string, context: Record<string, string>): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(boundTo(keyId, context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const name = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([name.length]), name, nonce, cipher.getAuthTag(), ciphertext]);
};

/** Opens sealed bytes; undefined when they, or the context, are not what was sealed. */
export const open = (
  masterKey: Buffer,
  sealed: Buffer,
  context: Record<string, string>,
): { keyId: string; plaintext: Buffer } | undefined => {
  const nameEnd = 1 + (sealed[0] ?? 0);
  const nonceEnd = nameEnd + nonceBytes;
  const tagEnd = nonceEnd + tagBytes;
  const keyId = sealed.subarray(1, nameEnd).toString();
  try {
    const decipher = createDecipheriv('aes-256-gcm', masterKey, sealed.subarray(nameEnd, nonceEnd))
      .setAAD(boundTo(keyId, context))
      .setAuthTag(sealed.subarray(nonceEnd, tagEnd));
    return { keyId, plaintext: Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]) };
  } catch {
    return undefined;
  }
};
