/** Which rights a request to DynamoDB needs: a transaction needs those of each of its parts. */
import { account, region } from '../../template/intrinsics.ts';
import type { Need } from '../need.ts';

type Key = Record<string, { S?: string }>;
type OnItem = { TableName: string; IndexName?: string; Key?: Key; Item?: Key };
type Requests = {
  TransactItems?: Record<string, OnItem>[];
  RequestItems?: Record<string, { Keys?: Key[] } & Record<string, OnItem>[]>;
  Statements?: { Statement: string }[];
  Statement?: string;
};

const partOfTransaction: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const single = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan']);

const arnOf = ({ TableName, IndexName }: OnItem) =>
  `arn:aws:dynamodb:${region}:${account}:table/${TableName}${IndexName === undefined ? '' : `/index/${IndexName}`}`;

const need = (action: string, on: OnItem): Need => {
  const key = (on.Key ?? on.Item)?.pk?.S;
  return {
    action: `dynamodb:${action}`,
    resources: [arnOf(on)],
    ...(key !== undefined && { leadingKeys: [key] }),
  };
};

/** A statement names its table in quotes, behind the word that says what it does to it. */
const needOfStatement = (statement: string): Need => {
  const [, verb = '', TableName = ''] = /^\s*(select|update|insert|delete)\b[^"]*"([^"]+)"/i.exec(statement) ?? [];
  return need(`PartiQL${verb.charAt(0).toUpperCase()}${verb.slice(1).toLowerCase()}`, { TableName });
};

/** The rights that an operation of DynamoDB needs. Throws for one that is not known here. */
export const callsOfDynamodb = (operation: string, body: OnItem & Requests): Need[] => {
  if (single.has(operation)) return [need(operation, body)];
  switch (operation) {
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return (body.TransactItems ?? []).flatMap((part) =>
        Object.entries(part).map(([name, on]) => need(partOfTransaction[name] ?? name, on)),
      );
    case 'BatchGetItem':
      return Object.keys(body.RequestItems ?? {}).map((TableName) => need(operation, { TableName }));
    case 'BatchExecuteStatement':
      return (body.Statements ?? []).map(({ Statement }) => needOfStatement(Statement));
    default:
      throw new Error(`The local engine does not know which right dynamodb:${operation} needs.`);
  }
};
