/** JMESPath, as AWS's and m365's commands take it. */
import { search as searched } from '@aws-lambda-powertools/jmespath';
import { usageFault } from '../fault.ts';

/** Errors of an expression as it is written, whatever it is asked of. */
const ofWriting = [
  'LexerError',
  'ParseError',
  'IncompleteExpressionError',
  'EmptyExpressionError',
  'UnknownFunctionError',
];

/** Throws a Fault (usage) for an expression that is none: before anything is done whose outcome could not be printed. */
export const refuseNoQuery = (expression: string): void => {
  try {
    searched(expression, {});
  } catch (error) {
    if (error instanceof Error && ofWriting.includes(error.name)) throw usageFault(sentenceOf(error));
  }
};

const sentenceOf = (error: unknown): string => `--query is no JMESPath expression: ${(error as Error).message}`;

/** What an expression picks of data. Throws a Fault (usage) for an expression that is none. */
export const search = (expression: string, data: unknown): unknown => {
  try {
    return searched(expression, data as never);
  } catch (error) {
    throw usageFault(sentenceOf(error));
  }
};
