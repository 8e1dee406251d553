/** Faults of minting a token, each as a sentence that says what to do. */
import { explain as explainFault } from '../aws/explain.ts';
import type { TokenOptions } from './options.ts';

/** The sentence for an error. */
export const explain = (error: unknown, { stack, table }: TokenOptions): string =>
  explainFault(error, {
    stack,
    failed: 'The token could not be minted',
    rights: 'cloudformation:DescribeStacks (not with --table) and dynamodb:PutItem',
    sentences: {
      ResourceNotFoundException: `There is no table ${table ?? `of the stack ${stack}`} in this account and region. Check AWS_REGION and the name.`,
    },
  });
