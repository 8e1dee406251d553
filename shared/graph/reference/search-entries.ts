/** What the search of the reference finds: routes, refusals, shapes and roles. */
import { permissionsOf, roleNames } from '../../domain/access/roles.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { fileSentences } from '../../domain/refusals-of-files.ts';
import { requestSentences } from '../../domain/refusals-of-requests.ts';
import { roleDescriptions } from '../access/directory-role.ts';
import { type Document, type Operation, operationsIn, schemasOf } from './operations.ts';
import { placeOf } from './reference-pages.ts';
import type { LinkTo } from './reference-parts.ts';
import { toldOf } from './refusal-words.ts';
import { codesOf, usualCodes } from './responses.ts';
import { type JsonSchema, nameOf, propertiesOf } from './schema-words.ts';
import type { Entry } from './search-script.ts';

/** Every entry, in the order in which those that fit equally well are shown. */
export const searchEntries = (document: Document, linkTo: LinkTo): Entry[] => {
  const shapes = document.components.schemas as Record<string, JsonSchema>;
  const propertyNames = (name = '') => propertiesOf(shapes[name] ?? {}).map((property) => property.name);
  const ofOperation = (operation: Operation): Entry => ({
    title: operation.route,
    told: operation.summary,
    href: linkTo(placeOf(operation)),
    words: [
      ...operation.tags,
      ...operation.parameters.map(({ name }) => name),
      ...schemasOf(operation.requestBody ?? {}).flatMap((schema) => propertyNames(nameOf(schema))),
      ...codesOf(operation.contract).filter((code) => !usualCodes.includes(code)),
    ].join(' '),
  });
  return [
    ...operationsIn(document).map(ofOperation),
    ...Object.keys({ ...requestSentences, ...fileSentences }).map((code) => ({
      title: code,
      told: toldOf(code as RefusalCode),
      href: linkTo(`refusals#${code}`),
      words: 'refusal code',
    })),
    ...Object.keys(shapes).map((name) => ({
      title: name,
      told: 'Shape of a body or an answer',
      href: linkTo(`shapes#${name}`),
      words: propertyNames(name).join(' '),
    })),
    ...roleNames.map((name) => ({
      title: name,
      told: roleDescriptions[name],
      href: linkTo(`roles-and-permissions#${name.replaceAll(' ', '')}`),
      words: `role ${permissionsOf([name]).join(' ')}`,
    })),
  ];
};
