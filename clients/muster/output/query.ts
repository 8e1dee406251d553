/** JMESPath, as AWS's and m365's commands take it. */
import { search as searched } from '@aws-lambda-powertools/jmespath';
import { usageFault } from '../fault.ts';

/** What an expression picks of data. Throws a Fault (usage) for an expression that is none. */
export const search = (expression: string, data: unknown): unknown => {
  try {
    return searched(expression, data as never);
  } catch (error) {
    throw usageFault(`--query is no JMESPath expression: ${(error as Error).message}`);
  }
};
