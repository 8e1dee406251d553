/** Faults of an operator's AWS set-up, each as a sentence that says what to do. */
import { Explained } from './stack-outputs.ts';

const withCredentials = 'Sign in (`aws sso login`, `aws configure`), or set AWS_PROFILE.';

/** What a command knows of itself: the stack that it was given, and what it says where only it can tell. */
export type Told = {
  stack: string;
  /** The rights that it takes. */
  rights: string;
  /** What is not there, when a table is not. */
  missing: string;
  /** What could not be done. */
  failed: string;
};

type Sentence = (told: Told) => string;

const expired = () => `Your AWS credentials have expired. ${withCredentials}`;
const unknown = () => `AWS does not know these credentials. ${withCredentials}`;
const denied = ({ rights }: Told) => `Your AWS credentials may not do this: it takes ${rights}.`;
const gone = ({ missing }: Told) => `There is no ${missing} in this account and region. Check AWS_REGION and the name.`;

const sentences: Readonly<Record<string, Sentence>> = {
  CredentialsProviderError: () => `There are no AWS credentials. ${withCredentials}`,
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  InvalidClientTokenId: unknown,
  UnrecognizedClientException: unknown,
  AccessDenied: denied,
  AccessDeniedException: denied,
  ResourceNotFoundException: gone,
};

/** The sentence for an error: what is wrong, and what to do where that is known. Never a stack trace. */
export const explain = (error: unknown, told: Told): string => {
  if (!(error instanceof Error)) return `${told.failed}.`;
  const [line = ''] = error.message.split('\n');
  if (error instanceof Explained) return line;
  if (line.startsWith('Region is missing')) return 'There is no AWS region. Set AWS_REGION, or one in your profile.';
  if (/^Stack .* does not exist$/.test(line)) {
    return `There is no stack ${told.stack} in this account and region. Check AWS_REGION, or name it with --stack.`;
  }
  return sentences[error.name]?.(told) ?? `${told.failed}: ${line || error.name}`;
};
