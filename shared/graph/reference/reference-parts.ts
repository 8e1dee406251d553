/** Pieces of the reference's pages: text, lists of names with what they mean, and an operation. */
import type { RefusalCode } from '../../domain/refusals.ts';
import { html, type Markup } from '../../html/markup.ts';
import { statusOf } from '../odata/graph-error.ts';
import { type Document, type Operation, type Parameter, schemasOf } from './operations.ts';
import { toldOf } from './refusal-words.ts';
import { codesOf, usualCodes } from './responses.ts';
import { type JsonSchema, nameOf, propertiesOf, typeOf } from './schema-words.ts';

/** Where a page of the reference is: `people`, or `shapes#User`. */
export type LinkTo = (place: string) => string;

/** A text whose paragraphs are parted by an empty line; what stands between backticks is code. */
export const prose = (text: string): Markup[] => text.split('\n\n').map((each) => html`<p>${inline(each)}</p>`);

const inline = (text: string): Markup => ({ markup: html`${text}`.markup.replaceAll(/`([^`]*)`/g, '<code>$1</code>') });

/** Names, each with what it is and what is said of it. */
export type Item = { name: string | Markup; id?: string; kind?: Markup | string; told?: string };

/** Such a list; nothing where there is none. */
export const itemList = (heading: string, items: readonly Item[]): Markup[] =>
  items.length === 0
    ? []
    : [
        html`<h3>${heading}</h3><dl>${items.map(
          ({ name, id, kind = '', told = '' }) =>
            html`<div${id === undefined ? '' : html` id="${id}"`}><dt>${typeof name === 'string' ? html`<code>${name}</code>` : name} <span>${kind}</span></dt><dd>${inline(told)}</dd></div>`,
        )}</dl>`,
      ];

/** The properties of a schema as such a list. */
export const propertyList = (heading: string, schema: JsonSchema, linkTo: LinkTo): Markup[] =>
  itemList(
    heading,
    propertiesOf(schema).map(({ name, property, isRequired }) => ({
      name,
      kind: html`${typeOf(property, (shape) => linkTo(`shapes#${shape}`))}${isRequired ? ', required' : ''}`,
      told: property.description ?? '',
    })),
  );

/** An operation: what it does, who may ask it, what it takes, answers and refuses. */
export const operationPart = (operation: Operation, document: Document, linkTo: LinkTo): Markup => {
  const { operationId, method, path, summary, description, parameters } = operation;
  return html`<article id="${operationId}" tabindex="-1">
<h2><span class="method">${method}</span> <code>${path}</code></h2>
<p class="summary">${summary}.</p>
${prose(description)}
${itemList('Options', parameters.filter(({ in: place }) => place !== 'path').map(option))}
${schemasOf(operation.requestBody ?? {}).flatMap((schema) => bodyPart(schema, document, linkTo))}
${itemList('Answers', answersOf(operation, linkTo))}
${refusedPart(operation, linkTo)}
</article>`;
};

const option = ({ name, in: place, description = '' }: Parameter): Item => ({ name, kind: place, told: description });

const bodyPart = (schema: JsonSchema, { components }: Document, linkTo: LinkTo): Markup[] => {
  const name = nameOf(schema) ?? '';
  const shape = (components.schemas as Record<string, JsonSchema>)[name] ?? {};
  return propertyList('Body', shape, linkTo);
};

/** Answers that are no refusals, by their status. */
const answersOf = ({ contract, responses }: Operation, linkTo: LinkTo): Item[] =>
  Object.keys(contract.answers).map((status) => {
    const { description = '', content = {} } = responses[status] ?? {};
    const kinds = Object.entries(content).map(([type, { schema }]) =>
      nameOf(schema) === undefined ? html`${type}` : typeOf(schema, (shape) => linkTo(`shapes#${shape}`)),
    );
    return {
      name: status,
      kind: { markup: kinds.map(({ markup }) => markup).join(' or ') },
      told: description === 'The answer.' ? '' : description,
    };
  });

/** What it alone refuses stands open; what almost every route may, below it. */
const refusedPart = ({ contract }: Operation, linkTo: LinkTo): Markup => {
  const all = [...new Set(codesOf(contract))];
  const own = all.filter((code) => !usualCodes.includes(code));
  const usual = all.filter((code) => usualCodes.includes(code));
  return html`${itemList('Refuses with', own.map(refusal))}
<details><summary>${own.length > 0 ? 'And with' : 'Refuses with'} what almost every route may (${usual.length})</summary>
${itemList('As most routes do', usual.map(refusal))}
<p><a href="${linkTo('refusals')}">Every refusal, with its status</a></p></details>`;
};

const refusal = (code: RefusalCode): Item => ({ name: code, kind: String(statusOf([{ code }])), told: toldOf(code) });
