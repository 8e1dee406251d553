/** What a deployed Muster is called in its account. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** What can be explained to the operator in a sentence. */
export class Explained extends Error {}

/** The outputs of a stack that are asked for, by name. Throws Explained when the stack lacks one of them. */
export const stackOutputs = async <const Name extends string>(
  stack: string,
  names: readonly Name[],
): Promise<Record<Name, string>> => {
  const { Stacks = [] } = await new CloudFormationClient().send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = new Map(Stacks[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const missing = names.find((name) => !outputs.get(name));
  if (missing !== undefined) {
    throw new Explained(
      `The stack ${stack} has no output ${missing}: it is not Muster, or its deployment did not finish.`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, outputs.get(name) ?? ''])) as Record<Name, string>;
};
