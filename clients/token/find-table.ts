/** Where a deployed Muster keeps its directory. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** What can be explained to the operator in a sentence. */
export class Explained extends Error {}

const outputKey = 'DirectoryTableName';

/** The name of the Directory table, from the stack's outputs. Throws Explained when the stack has no such output. */
export const findTable = async (stack: string): Promise<string> => {
  const { Stacks = [] } = await new CloudFormationClient().send(new DescribeStacksCommand({ StackName: stack }));
  const output = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === outputKey);
  if (output?.OutputValue) return output.OutputValue;
  throw new Explained(
    `The stack ${stack} has no output ${outputKey}: it is not Muster, or its deployment did not finish.`,
  );
};
