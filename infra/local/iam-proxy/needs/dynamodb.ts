/** Which rights a request to DynamoDB needs: a transaction needs those of each of its parts. */
import { account, region } from '../../template/intrinsics.ts';
import type { Need, PartitionKeys } from '../need.ts';
import { type KeyCondition, keyOfQuery, keyOfStatement, type Statement, type Values } from './leading-keys.ts';

type OnItem = { TableName: string; IndexName?: string; Key?: Values; Item?: Values } & KeyCondition;
type Requests = {
  TransactItems?: Record<string, OnItem>[];
  RequestItems?: Record<string, { Keys?: Values[] }>;
  Statements?: Statement[];
  TransactStatements?: Statement[];
};

const partOfTransaction: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const onOneItem = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem']);

/** The rights that an operation of DynamoDB needs. Throws for one that is not known here. */
export const callsOfDynamodb = (
  operation: string,
  body: OnItem & Requests & Statement,
  partitionKeys: PartitionKeys,
): Need[] => {
  const need = (action: string, of: string, keys: readonly (string | undefined)[]): Need => ({
    action: `dynamodb:${action}`,
    resources: [`arn:aws:dynamodb:${region}:${account}:table/${of}`],
    // A key that cannot be read is of no kind, and neither is one of many.
    ...(keys.length > 0 && keys.every((key) => key !== undefined) && { context: { 'dynamodb:LeadingKeys': keys } }),
  });
  const keyIn = (table: string, item: Values | undefined) => item?.[partitionKeys.get(table) ?? '']?.S;
  const onItem = (action: string, { TableName, Key, Item }: OnItem) =>
    need(action, TableName, [keyIn(TableName, Key ?? Item)]);
  const ofStatement = (statement: Statement) => {
    const { verb, of } = whatItDoes(statement);
    return need(`PartiQL${verb}`, of, [keyOfStatement(statement, partitionKeys.get(of) ?? '')]);
  };

  if (onOneItem.has(operation)) return [onItem(operation, body)];
  switch (operation) {
    case 'Query': {
      const { TableName, IndexName } = body;
      const of = IndexName === undefined ? TableName : `${TableName}/index/${IndexName}`;
      return [need(operation, of, [keyOfQuery(body, partitionKeys.get(of) ?? '')])];
    }
    case 'Scan': {
      const { TableName, IndexName } = body;
      return [need(operation, IndexName === undefined ? TableName : `${TableName}/index/${IndexName}`, [])];
    }
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return (body.TransactItems ?? []).flatMap((part) =>
        Object.entries(part).map(([name, on]) => onItem(partOfTransaction[name] ?? name, on)),
      );
    case 'BatchGetItem':
      return Object.entries(body.RequestItems ?? {}).map(([table, { Keys = [] }]) =>
        need(
          operation,
          table,
          Keys.map((key) => keyIn(table, key)),
        ),
      );
    case 'ExecuteStatement':
      return [ofStatement(body)];
    case 'BatchExecuteStatement':
      return (body.Statements ?? []).map(ofStatement);
    case 'ExecuteTransaction':
      return (body.TransactStatements ?? []).map(ofStatement);
    default:
      throw new Error(`The local engine does not know which right dynamodb:${operation} needs.`);
  }
};

/** A statement names its table in quotes, behind the word that says what it does to it; an index behind a dot. */
const whatItDoes = ({ Statement }: Statement): { verb: string; of: string } => {
  const said = /^\s*(select|update|insert|delete)\b[^"']*"([^"]+)"(?:\."([^"]+)")?/i.exec(Statement);
  const [, verb = '', table = '', index] = said ?? [];
  return {
    verb: `${verb.charAt(0).toUpperCase()}${verb.slice(1).toLowerCase()}`,
    of: index === undefined ? table : `${table}/index/${index}`,
  };
};
