/** Resolves CloudFormation's intrinsic functions to local values. */
import type { Template } from './template.ts';

/** What a resource is on this machine: its `Ref`, and what `Fn::GetAtt` gives for each attribute. */
export type Physical = { ref: string; attributes: Readonly<Record<string, string>> };

/** The account that everything local lives in; fauxqs has this one built in. */
export const account = '000000000000';
/** The region that everything local lives in. */
export const region = 'us-east-1';

/** Turns a value of the template into plain data. */
export type Resolve = (value: unknown) => unknown;

/** Makes a resolver for one template; `physicalOf` says what a resource is locally. */
export const createResolver = (
  template: Template,
  stackName: string,
  physicalOf: (logicalId: string) => Physical,
): Resolve => {
  const pseudoParameters: Record<string, string> = {
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    'AWS::AccountId': account,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/local`,
  };

  const reference = (name: string): unknown => {
    if (name === 'AWS::NoValue') return undefined;
    if (name in pseudoParameters) return pseudoParameters[name];
    if (name in template.Parameters) return template.Parameters[name]?.Default;
    return physicalOf(name).ref;
  };

  const attribute = (path: string): string => {
    const [logicalId = '', ...rest] = path.split('.');
    const value = physicalOf(logicalId).attributes[rest.join('.')];
    if (value === undefined) {
      throw new Error(`The local engine does not know the attribute ${rest.join('.')} of ${logicalId}.`);
    }
    return value;
  };

  const substitute = (argument: unknown): string => {
    const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [
      string,
      Record<string, unknown>,
    ];
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`;
      if (name in variables) return String(resolve(variables[name]));
      return String(name.includes('.') ? attribute(name) : reference(name));
    });
  };

  const condition = (name: string): boolean => resolve(template.Conditions[name]) === true;
  const list = (argument: unknown) => resolve(argument) as unknown[];
  const pair = (argument: unknown) => argument as [unknown, unknown];

  const functions: Record<string, (argument: unknown) => unknown> = {
    Ref: (argument) => reference(argument as string),
    Condition: (argument) => condition(argument as string),
    'Fn::GetAtt': (argument) => attribute((Array.isArray(argument) ? argument : [argument]).join('.')),
    'Fn::Sub': substitute,
    'Fn::Join': (argument) => list(pair(argument)[1]).join(String(pair(argument)[0])),
    'Fn::Select': (argument) => list(pair(argument)[1])[Number(resolve(pair(argument)[0]))],
    'Fn::Split': (argument) => String(resolve(pair(argument)[1])).split(String(pair(argument)[0])),
    'Fn::If': (argument) => {
      const [name, whenTrue, whenFalse] = argument as [string, unknown, unknown];
      return resolve(condition(name) ? whenTrue : whenFalse);
    },
    'Fn::Equals': (argument) => list(argument)[0] === list(argument)[1],
    'Fn::And': (argument) => list(argument).every((each) => each === true),
    'Fn::Or': (argument) => list(argument).some((each) => each === true),
    'Fn::Not': (argument) => list(argument)[0] !== true,
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = list(argument) as [string, string, string];
      return template.Mappings[map]?.[first]?.[second];
    },
  };

  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve).filter((each) => each !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name = '', argument] = entries[0] ?? [];
    const known = entries.length === 1 ? functions[name] : undefined;
    if (known !== undefined) return known(argument);
    if (entries.length === 1 && name.startsWith('Fn::')) throw new Error(`The local engine does not know ${name}.`);
    return Object.fromEntries(
      entries.map(([key, each]) => [key, resolve(each)]).filter(([, each]) => each !== undefined),
    );
  };
  return resolve;
};
