/** The port that seals chosen passwords while they cross a queue. */

/** Where a sealed text belongs: it opens only when told the same (KMS's encryption context). */
export type SealContext = { importId: string; firstRow: string };

export type Sealer = {
  /** Seals texts with one fresh data key; `sealedKey` is that key, encrypted. */
  seal(texts: readonly string[], context: SealContext): Promise<{ sealedKey: string; sealed: string[] }>;
  /** Opens what `seal` made; throws when anything was changed or belongs elsewhere. */
  open(sealed: readonly string[], sealedKey: string, context: SealContext): Promise<string[]>;
};
