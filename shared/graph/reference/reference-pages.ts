/** The reference of the API as pages: one for each group of routes, and those that all of them lead to. */
import { permissions, roleNames } from '../../domain/access/roles.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { fileSentences } from '../../domain/refusals-of-files.ts';
import { requestSentences } from '../../domain/refusals-of-requests.ts';
import { html, type Markup } from '../../html/markup.ts';
import { roleDescriptions } from '../access/directory-role.ts';
import type { Tag } from '../contract.ts';
import { statusOf } from '../odata/graph-error.ts';
import { type Document, type Operation, operationsIn } from './operations.ts';
import { itemList, type LinkTo, operationPart, propertyList } from './reference-parts.ts';
import { toldOf } from './refusal-words.ts';
import type { JsonSchema } from './schema-words.ts';

/** A page: its name in the address (none for the first), its title, and what stands on it. */
export type ReferencePage = {
  slug: string;
  title: string;
  content: (document: Document, linkTo: LinkTo) => readonly Markup[];
};

/** What each group of routes is for. */
const groups: Readonly<Record<Tag, string>> = {
  People: 'Add people, read and search them, change and delete them.',
  'Deleted people': 'List who was deleted in the last 30 days, bring somebody back, or remove them for good.',
  Licences: 'See how many seats there are and who waits for one, set their number, give and take licences.',
  Roles: 'See who may do what, give and take roles.',
  'Signing in': 'Sign in and out, change a password, reset somebody’s password, end their sessions.',
  Applications: 'Let programs ask the API: add them, give them secrets, fetch a token.',
  Imports: 'Add many people by a file: ask for it, follow it, read its rows, undo it.',
  Migrations: 'People from Exchange, in batches that say who is where; no mail is moved.',
  Synchronisation: 'Have people come from a directory on premises: begin a run, and see how the last one went.',
  Settings: 'How long passwords live, whom mails come from, and in which language.',
  Templates: 'Keep what is alike for many new people.',
  Audit: 'Who changed what, and who signed in.',
  Reports: 'The directory by day, what ends on the days ahead, and what needs somebody.',
  'The API itself': 'Many requests in one, and this description.',
};

const slugOf = (tag: Tag): string => tag.toLowerCase().replaceAll(' ', '-');

const firstPage: ReferencePage = {
  slug: '',
  title: 'Muster API',
  content: (document, linkTo) => [introduction(document, linkTo), ...groupList(operationsIn(document), linkTo)],
};

const groupPage = (tag: Tag): ReferencePage => ({
  slug: slugOf(tag),
  title: tag,
  content: (document, linkTo) => {
    const operations = operationsOf(tag, operationsIn(document));
    return [
      html`<h1>${tag}</h1><p>${groups[tag]}</p>`,
      html`<section><ul class="routes">${operations.map((each) => routeLine(each, `#${each.operationId}`))}</ul></section>`,
      ...operations.map((operation) => operationPart(operation, document, linkTo)),
    ];
  },
});

const shapesPage: ReferencePage = {
  slug: 'shapes',
  title: 'Shapes',
  content: ({ components }, linkTo) => [
    html`<h1>Shapes</h1><p>What bodies and answers are made of, by the names that the routes give them.</p>`,
    ...Object.entries(components.schemas as Record<string, JsonSchema>).map(
      ([name, schema]) =>
        html`<article id="${name}" tabindex="-1"><h2>${name}</h2>${propertyList('Properties', schema, linkTo)}</article>`,
    ),
  ],
};

const refusalItem = (code: string, kind = '') => ({ name: code, id: code, kind, told: toldOf(code as RefusalCode) });

const refusalsPage: ReferencePage = {
  slug: 'refusals',
  title: 'Refusals',
  content: () => [
    html`<h1>Refusals</h1><p>Codes never change their meaning; sentences may. An ellipsis stands for what the answer itself names.</p>`,
    html`<section><h2>Of requests</h2>${itemList(
      'By their code, with the status of the answer',
      Object.keys(requestSentences).map((code) => refusalItem(code, String(statusOf([{ code: code as RefusalCode }])))),
    )}</section>`,
    html`<section><h2>Of files and their rows</h2>${itemList(
      'By their code',
      Object.keys(fileSentences).map((code) => refusalItem(code)),
    )}</section>`,
  ],
};

const rolesPage: ReferencePage = {
  slug: 'roles-and-permissions',
  title: 'Who may do what',
  content: () => [
    html`<h1>Who may do what</h1><p>A route needs a permission, and roles carry permissions.</p>`,
    html`<section><h2>Roles</h2>${itemList(
      'By their name',
      roleNames.map((name) => ({
        name: html`<strong>${name}</strong>`,
        id: name.replaceAll(' ', ''),
        told: roleDescriptions[name],
      })),
    )}</section>`,
    html`<section><h2>Permissions</h2>${itemList(
      'With the roles that carry them',
      Object.entries(permissions).map(([name, roles]) => ({
        name,
        told: roles.length === roleNames.length ? 'Every role.' : `${roles.join(', ')}.`,
      })),
    )}</section>`,
  ],
};

/** All pages, in the order of the menu: the first, the groups, and what all of them lead to. */
export const referencePages: readonly ReferencePage[] = [
  firstPage,
  ...(Object.keys(groups) as Tag[]).map(groupPage),
  refusalsPage,
  shapesPage,
  rolesPage,
];

const introduction = ({ info, servers }: Document, linkTo: LinkTo): Markup => {
  const server = servers[0]?.url ?? '';
  return html`<h1>Muster API</h1>
<p>${info.description}</p>
<p>Requests carry a token and JSON. What is refused is answered with a <a href="${linkTo('refusals')}">code and a sentence</a>, in the form of Microsoft Graph; what a token may do follows from <a href="${linkTo('roles-and-permissions')}">its roles</a>.</p>
<pre><code>curl ${server}/v1.0/users -H 'Authorization: Bearer &lt;token&gt;'</code></pre>
<p>The same as an OpenAPI 3.1 document: <a href="${linkTo('../openapi.json')}">openapi.json</a>.</p>`;
};

const groupList = (operations: readonly Operation[], linkTo: LinkTo): Markup[] =>
  (Object.keys(groups) as Tag[]).map(
    (tag) => html`<section><h2><a href="${linkTo(slugOf(tag))}">${tag}</a></h2><p>${groups[tag]}</p>
<ul class="routes">${operationsOf(tag, operations).map((each) => routeLine(each, linkTo(`${slugOf(tag)}#${each.operationId}`), each.operationId))}</ul></section>`,
  );

const operationsOf = (tag: Tag, operations: readonly Operation[]) =>
  operations.filter(({ tags }) => tags.includes(tag));

/** With its id where the page was once that of all routes: links to it are about. */
const routeLine = ({ method, path, summary }: Operation, href: string, id?: string): Markup =>
  html`<li${id === undefined ? '' : html` id="${id}"`}><a href="${href}"><span class="method">${method}</span> <code>${path}</code></a> <span>${summary}</span></li>`;

/** Where an operation is described. */
export const placeOf = ({ tags, operationId }: Operation): string => `${slugOf(tags[0] as Tag)}#${operationId}`;
