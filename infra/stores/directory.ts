import {
  AttributeType,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  type TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type Access, accessTo } from '../parts/access.ts';
import { grantItems, type ItemAction } from './item-access.ts';
import { keptTable } from './kept-table.ts';

/** The table of people, their names, licences, audit entries and tokens; its index `due` is the to-do list of sweeps. */
export class Directory extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // On the items that carry its keys alone: people with something ahead, and audit entries.
    this.table = keptTable(this, 'Table', [
      keysOnly('due', 'dueShard', 'dueAt'),
      keysOnly('audits', 'auditShard', 'auditAt'),
      keysOnly('actors', 'actorShard', 'auditAt'),
    ]);
  }

  /** May look up a token, and the person it belongs to. */
  allowResolvingTokens(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem');
  }

  /** May read and list people, their licences and their audit entries. */
  allowReadingPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query');
  }

  /** May add a person with a name and a licence in one transaction, and cannot remove one. */
  allowAddingPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem');
  }

  /** May take and free seats, keep the licences an organisation has, and settle those who wait. */
  allowAssigningLicences(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May read what a file is checked against and reserve its seats, and cannot write a person. */
  allowReservingSeats(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'UpdateItem');
  }

  /** May put people with their names in transactions, and take back what an earlier delivery left. */
  allowProvisioning(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May lease, mint and mark what is mailed to people. */
  allowMarkingMail(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
  }

  /** May do what falls due: reads the index `due` and changes, frees or purges what it names. */
  allowEnforcing(): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) => [
      grantItems(caller, this.table.tableArn, ...every),
      grantItems(caller, `${this.table.tableArn}/index/due`, 'Query'),
    ]);
  }

  /** May list audit entries by what they tell of, by who acted and by time, and look up the people in them. */
  allowReadingAudits(): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) => [
      grantItems(caller, this.table.tableArn, 'GetItem', 'BatchGetItem', 'Query'),
      grantItems(caller, `${this.table.tableArn}/index/audits`, 'Query'),
      grantItems(caller, `${this.table.tableArn}/index/actors`, 'Query'),
    ]);
  }

  /** May read and write what was set in the directory, with the audit entry that tells of it. */
  allowChangingSettings(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'PutItem');
  }

  #allow(...actions: readonly ItemAction[]): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) =>
      grantItems(caller, this.table.tableArn, ...actions),
    );
  }
}

const keysOnly = (indexName: string, partition: string, sort: string): GlobalSecondaryIndexPropsV2 => ({
  indexName,
  partitionKey: { name: partition, type: AttributeType.STRING },
  sortKey: { name: sort, type: AttributeType.STRING },
  projectionType: ProjectionType.KEYS_ONLY,
});

const every = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
] as const;
