/** What a deployed Muster says of itself: the outputs of its stack. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { Explained } from './explain.ts';

/** Outputs by name. */
export type Outputs = Readonly<Record<string, string>>;

/** The outputs of a stack, as CloudFormation has them: none where its deployment did not finish. */
export const stackOutputs = async (stack: string): Promise<Outputs> => {
  const { Stacks = [] } = await new CloudFormationClient().send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = Stacks[0]?.Outputs ?? [];
  return Object.fromEntries(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
};

/** The fault of a stack that lacks an output which every Muster has. */
export const noMuster = (stack: string, output: string): Explained =>
  new Explained(`The stack ${stack} has no output ${output}: it is not Muster, or its deployment did not finish.`);
