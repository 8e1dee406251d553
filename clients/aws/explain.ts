/** Faults of an operator's AWS set-up, each as a sentence that says what to do. */

import { usualStack } from './which-stack.ts';

/** What can be explained to the operator in a sentence: its message. */
export class Explained extends Error {}

/** What a command was about. */
export type Subject = {
  /** Absent: the usual one. */
  stack?: string | undefined;
  /** What could not be done: `The token could not be minted`. */
  failed: string;
  /** The rights that it takes. */
  rights: string;
  /** Sentences of the command's own, by the name of the error. */
  sentences?: Readonly<Record<string, string>>;
};

const withCredentials = 'Sign in (`aws sso login`, `aws configure`), or set AWS_PROFILE.';
const expired = `Your AWS credentials have expired. ${withCredentials}`;
const unknown = `AWS does not know these credentials. ${withCredentials}`;

const sentencesOf = ({ rights, sentences }: Subject): Readonly<Record<string, string>> => {
  const denied = `Your AWS credentials may not do this: it takes ${rights}.`;
  return {
    CredentialsProviderError: `There are no AWS credentials. ${withCredentials}`,
    ExpiredToken: expired,
    ExpiredTokenException: expired,
    InvalidClientTokenId: unknown,
    UnrecognizedClientException: unknown,
    AccessDenied: denied,
    AccessDeniedException: denied,
    ...sentences,
  };
};

/** The sentence for an error: what is wrong, and what to do where that is known. Never a stack trace. */
export const explain = (error: unknown, subject: Subject): string => {
  if (!(error instanceof Error)) return `${subject.failed}.`;
  const [line = ''] = error.message.split('\n');
  if (error instanceof Explained) return line;
  if (line.startsWith('Region is missing')) return 'There is no AWS region. Set AWS_REGION, or one in your profile.';
  if (/^Stack .* does not exist$/.test(line)) {
    return `There is no stack ${subject.stack ?? usualStack} in this account and region. Check AWS_REGION, or name it with --stack.`;
  }
  const [, address] = /connect ECONNREFUSED (\S+)/.exec(line) ?? [];
  if (address) return `Nobody answers at ${address}. A Muster on this machine is started by \`npm start\`.`;
  return sentencesOf(subject)[error.name] ?? `${subject.failed}: ${line || error.name}`;
};
