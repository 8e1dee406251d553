/** The partition keys that a request to DynamoDB names. Undefined where that cannot be said: such a request has no right. */

/** A value as DynamoDB's JSON has it; partition keys are texts. */
export type Value = { S?: string };
export type Values = Record<string, Value>;

/** What a query asks for. */
export type KeyCondition = {
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Values;
};

/** The partition that a query asks for, of the table or index whose partition key has this name. */
export const keyOfQuery = (query: KeyCondition, partitionKey: string): string | undefined => {
  const { KeyConditionExpression = '', ExpressionAttributeNames: names = {}, ExpressionAttributeValues = {} } = query;
  const values = [...KeyConditionExpression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)]
    .filter(([, name = '']) => (names[name] ?? name) === partitionKey)
    .map(([, , value = '']) => ExpressionAttributeValues[value]?.S);
  return values.length === 1 ? values[0] : undefined;
};

/** A statement of PartiQL, with what stands for its question marks. */
export type Statement = { Statement: string; Parameters?: readonly Value[] };

/** Words by which a statement may mean more than the one partition, or another. */
const widening = new Set(['OR', 'NOT', 'IN', 'BETWEEN']);

/** The partition to which the WHERE of a statement keeps. */
export const keyOfStatement = ({ Statement, Parameters = [] }: Statement, partitionKey: string): string | undefined => {
  const words = Statement.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[?]|[\w.]+|\S/g) ?? [];
  const [where, ...others] = words.flatMap((word, index) => (word.toUpperCase() === 'WHERE' ? [index] : []));
  if (where === undefined || others.length > 0) return undefined;
  const isKey = (word: string) => word === `"${partitionKey}"` || word === partitionKey;
  const places = words.flatMap((word, index) => (index > where && isKey(word) ? [index] : []));
  const [place] = places;
  const isWide = words.slice(where).some((word) => widening.has(word.toUpperCase()));
  if (place === undefined || places.length > 1 || isWide || words[place + 1] !== '=') return undefined;
  const value = words[place + 2] ?? '';
  if (value === '?') return Parameters[words.slice(0, place).filter((word) => word === '?').length]?.S;
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : undefined;
};
