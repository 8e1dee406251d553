/** Faults of looking after tokens, each as a sentence that says what to do. */
import { explain as explainFault } from '../aws/explain.ts';
import { usualStack } from '../aws/which-stack.ts';
import type { TokenOptions } from './options.ts';

/** The sentence for an error. */
export const explain = (error: unknown, { stack, table }: TokenOptions): string =>
  explainFault(error, {
    stack,
    failed: 'It could not be done',
    rights:
      'cloudformation:DescribeStacks (not with --table or --outputs) and on the Directory table dynamodb:PutItem, ' +
      'dynamodb:DeleteItem (--revoke), dynamodb:Query (--list, --revoke) and dynamodb:Scan (--scan)',
    sentences: {
      ResourceNotFoundException: `There is no table ${table ?? `of the stack ${stack ?? usualStack}`} in this account and region. Check AWS_REGION and the name.`,
    },
  });
