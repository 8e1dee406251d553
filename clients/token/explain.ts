/** Faults of an operator's AWS set-up, each as a sentence that says what to do. */
import { Explained } from './find-table.ts';
import type { TokenOptions } from './options.ts';

const withCredentials = 'Sign in (`aws sso login`, `aws configure`), or set AWS_PROFILE.';

type Sentence = (options: TokenOptions) => string;

const sentences: Readonly<Record<string, Sentence>> = {
  CredentialsProviderError: () => `There are no AWS credentials. ${withCredentials}`,
  ExpiredToken: () => `Your AWS credentials have expired. ${withCredentials}`,
  ExpiredTokenException: () => `Your AWS credentials have expired. ${withCredentials}`,
  InvalidClientTokenId: () => `AWS does not know these credentials. ${withCredentials}`,
  UnrecognizedClientException: () => `AWS does not know these credentials. ${withCredentials}`,
  AccessDenied: () => denied,
  AccessDeniedException: () => denied,
  ResourceNotFoundException: ({ table, stack }) =>
    `There is no table ${table ?? `of the stack ${stack}`} in this account and region. Check AWS_REGION and the name.`,
};

const denied =
  'Your AWS credentials may not do this: it takes cloudformation:DescribeStacks (not with --table) and dynamodb:PutItem.';

/** The sentence for an error: what is wrong, and what to do where that is known. Never a stack trace. */
export const explain = (error: unknown, options: TokenOptions): string => {
  if (!(error instanceof Error)) return 'The token could not be minted.';
  const [line = ''] = error.message.split('\n');
  if (error instanceof Explained) return line;
  if (line.startsWith('Region is missing')) return 'There is no AWS region. Set AWS_REGION, or one in your profile.';
  if (/^Stack .* does not exist$/.test(line)) {
    return `There is no stack ${options.stack} in this account and region. Check AWS_REGION, or name it with --stack.`;
  }
  return sentences[error.name]?.(options) ?? `The token could not be minted: ${line || error.name}`;
};
