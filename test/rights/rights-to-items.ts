/** What each function may do with which items, as the template's policies say. */
import { plain, type Resource, type synthesized } from '../infra/synthesized.ts';

/** Patterns of partition keys, by function, by table (an index: `Table/index/name`) and by action. */
export type RightsToItems = Record<string, Record<string, Record<string, string[]>>>;

type Template = Pick<ReturnType<typeof synthesized>, 'of'>;

/** The table or index that a resource of a statement is. */
// biome-ignore lint/suspicious/noExplicitAny: templates have no type
const storeOf = (resource: any): string => {
  if (resource['Fn::GetAtt']) return plain(resource['Fn::GetAtt'][0]);
  const [
    {
      'Fn::GetAtt': [id],
    },
    index,
  ] = resource['Fn::Join'][1];
  return `${plain(id)}${index}`;
};

/** The policies' statements about one role. */
const statementsOf = (role: string, policies: readonly Resource[]) =>
  policies
    .filter(({ Properties }) => Properties.Roles[0].Ref === role)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

/** The rights of all functions, and the statements that they were read from. */
export const rightsToItems = ({ of }: Template) => {
  const policies = of('AWS::IAM::Policy');
  const statements: { Condition: Record<string, Record<string, string | string[]>> }[] = [];
  const keysOf: RightsToItems = {};
  for (const { Properties } of of('AWS::Lambda::Function')) {
    const own: RightsToItems[string] = {};
    for (const statement of statementsOf(Properties.Role['Fn::GetAtt'][0], policies)) {
      const actions = [statement.Action].flat().filter((action) => action.startsWith('dynamodb:'));
      if (actions.length === 0) continue;
      statements.push(statement);
      const patterns = [
        statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? 'anything',
      ].flat();
      for (const resource of [statement.Resource].flat()) {
        const store = storeOf(resource);
        const by = own[store] ?? {};
        own[store] = by;
        for (const action of actions) {
          const name = action.replace('dynamodb:', '');
          by[name] = [...new Set([...(by[name] ?? []), ...patterns])].sort();
        }
      }
    }
    keysOf[Properties.Description] = own;
  }
  return { keysOf, statements };
};
