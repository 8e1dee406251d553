/** Which rights a request to KMS needs. */
import { account, region } from '../../template/intrinsics.ts';
import type { Need } from '../need.ts';

/** The right to what the operation does with its key, which may be named by its id or its ARN. */
export const needsOfKeys = (operation: string, { KeyId = '' }: { KeyId?: string }): Need[] => [
  {
    action: `kms:${operation}`,
    resources: [KeyId.startsWith('arn:') ? KeyId : `arn:aws:kms:${region}:${account}:key/${KeyId}`],
  },
];
