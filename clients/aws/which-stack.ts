/** Which of several stages a command is about. */
import { Option } from 'commander';

/** The stack of a deployment whose settings name no other. */
export const usualStack = 'Muster';

/** The option by which a stage is named: its stack's name, which its settings say. */
export const stackOption = (): Option =>
  new Option(
    '--stack <name>',
    `CloudFormation stack that Muster was deployed as, such as ${usualStack}-test (default: that of the outputs file, else ${usualStack})`,
  ).env('MUSTER_STACK');
