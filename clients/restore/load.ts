/** `muster restore load`: makes new tables of what was exported. */
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { findOutputs, outputNamed, type WhichMuster } from '../aws/outputs.ts';
import { loadTable, refuseUnlessEmpty } from '../backup/load-table.ts';
import { newTableLike, protectTable } from '../backup/new-table.ts';
import { refuseOtherTables } from '../backup/refuse-other-tables.ts';
import { filesOf, tableNames } from '../backup/table-files.ts';

/** What was asked for; `again`: the tables are there, and half of it is in them. */
export type LoadOptions = WhichMuster & { as: string; again?: true };

/** The names of the tables that are made. */
export const namesFor = (as: string) => ({ directory: `${as}-directory`, imports: `${as}-imports` });

/** Makes both tables like those of the stack, and fills them. Throws Explained. */
export const loadTables = async (folder: string, options: LoadOptions): Promise<void> => {
  const found = await findOutputs(options);
  const models = {
    directory: outputNamed(found, 'DirectoryTableName'),
    imports: outputNamed(found, 'ImportsTableName'),
  };
  const files = { directory: filesOf(folder, 'directory'), imports: filesOf(folder, 'imports') };
  const tables = namesFor(options.as);
  const client = documentClient();
  if (options.again) await refuseOtherTables(client, tables);
  for (const name of tableNames) {
    if (!options.again) {
      await newTableLike(client, models[name], tables[name]);
      await refuseUnlessEmpty(client, tables[name]);
    }
    let items = 0;
    await loadTable(client, tables[name], files[name], (more) => {
      items += more;
    });
    await protectTable(client, tables[name]);
    console.error(`${tables[name]}: ${items} items`);
  }
  console.error(
    `Next: muster restore finish --directory ${tables.directory} --imports ${tables.imports}${sameMuster(options)}`,
  );
};

/** The options that name the same Muster again. */
const sameMuster = ({ outputs, stack }: WhichMuster): string =>
  (outputs === undefined ? '' : ` --outputs ${outputs}`) + (stack === undefined ? '' : ` --stack ${stack}`);
