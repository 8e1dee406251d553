/** The reference of the API as a page: every route with what it needs, takes and answers. One document, nothing loaded. */
import { permissions, type RoleName, roleNames } from '../../domain/access/roles.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { openApi } from './openapi.ts';

type Document = ReturnType<typeof openApi>;
type JsonSchema = {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  description?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
};
type Named = { name: string; in: string; description?: string };
type Media = { content?: Readonly<Record<string, { schema: JsonSchema }>> };
type Operation = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters: readonly Named[];
  requestBody?: Media;
  responses: Readonly<Record<string, Media & { description: string }>>;
};

/** The page as text of HTML; `style` is its only style sheet. */
export const referencePage = (document: Document): { page: string; style: string } => {
  const operations = operationsIn(document);
  const { markup } =
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Muster API</title>`;
  const body = html`<header><h1>Muster API</h1><p>${document.info.description}</p>
<p>The same as an OpenAPI 3.1 document: <a href="openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Routes">${document.tags.map(({ name }) => contents(name, operations))}</nav>
<main>${document.tags.map(({ name }) => section(name, operations, document))}
<section><h2 id="roles">What each role may do</h2>${roleTable()}</section></main></body></html>`;
  return { page: `<!doctype html>${markup}<style>${style}</style></head><body>${body.markup}`, style };
};

const operationsIn = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      ...(operation as Operation),
    })),
  );

type Routed = ReturnType<typeof operationsIn>[number];

const tagged = (tag: string, operations: readonly Routed[]) => operations.filter(({ tags }) => tags.includes(tag));

const contents = (tag: string, operations: readonly Routed[]): Markup =>
  html`<h2>${tag}</h2><ul>${tagged(tag, operations).map(
    ({ operationId, route, summary }) => html`<li><a href="#${operationId}"><code>${route}</code></a> ${summary}</li>`,
  )}</ul>`;

const section = (tag: string, operations: readonly Routed[], document: Document): Markup =>
  html`<section><h2>${tag}</h2>${tagged(tag, operations).map((operation) => operationPart(operation, document))}</section>`;

const operationPart = (operation: Routed, document: Document): Markup => html`<article id="${operation.operationId}">
<h3><code>${operation.route}</code></h3><p><strong>${operation.summary}.</strong></p>
${operation.description.split('\n\n').map((text) => html`<p>${text}</p>`)}
${parameterTable(operation.parameters)}
${Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => html`<h4>Body</h4>${propertyTable(schema, document)}`)}
<h4>Answers</h4><table><tbody>${Object.entries(operation.responses).map(([status, { description, content }]) => answerRow(status, description, content))}</tbody></table>
</article>`;

const parameterTable = (parameters: readonly Named[]): Markup[] => {
  const told = parameters.filter(({ in: place }) => place !== 'path');
  if (told.length === 0) return [];
  return [
    html`<h4>Options</h4><table><tbody>${told.map(
      (one) =>
        html`<tr><th scope="row"><code>${one.name}</code></th><td>${one.in}</td><td>${one.description ?? ''}</td></tr>`,
    )}</tbody></table>`,
  ];
};

const answerRow = (status: string, description: string, content: Media['content']): Markup => {
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  const { $ref, anyOf = [{ $ref }] } = media?.schema ?? {};
  const shape = anyOf.map((form) => form.$ref?.split('/').at(-1) ?? type ?? '').join(' or ');
  return html`<tr><th scope="row">${status}</th><td><code>${shape}</code></td><td>${description}</td></tr>`;
};

const propertyTable = (schema: JsonSchema, document: Document): Markup => {
  const { properties = {}, required = [] } = resolved(schema, document);
  return html`<table><tbody>${Object.entries(properties).map(
    ([name, property]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(property, document)}</td><td>${
        required.includes(name) ? 'required' : ''
      } ${property.description ?? ''}</td></tr>`,
  )}</tbody></table>`;
};

const resolved = (schema: JsonSchema, { components }: Document): JsonSchema => {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : ((components.schemas as Record<string, JsonSchema>)[name] ?? {});
};

/** A type in a few words: `text`, `list of text`, `{ skuId, disabledPlans }`. */
const typeOf = (schema: JsonSchema, document: Document): string => {
  const { type, items, properties, anyOf, oneOf, enum: values, const: only, format } = resolved(schema, document);
  const forms = anyOf ?? oneOf;
  if (forms) return [...new Set(forms.map((form) => typeOf(form, document)))].join(' or ');
  if (values) return values.join(', ');
  if (only !== undefined) return String(only);
  if (items) return `list of ${typeOf(items, document)}`;
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`;
  return format ?? [type ?? 'anything'].flat().join(' or ').replace('string', 'text');
};

const roleTable = (): Markup => {
  const may = (role: RoleName, roles: readonly RoleName[]) => (roles.includes(role) ? 'yes' : '');
  return html`<table class="roles"><thead><tr><th scope="col">Permission</th>${roleNames.map(
    (role) => html`<th scope="col">${role}</th>`,
  )}</tr></thead><tbody>${Object.entries(permissions).map(
    ([permission, roles]) =>
      html`<tr><th scope="row"><code>${permission}</code></th>${roleNames.map(
        (role) => html`<td>${may(role, roles)}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
};

const style = `:root{color-scheme:light dark;font:16px/1.55 'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}
body{max-width:64rem;margin:2rem auto;padding:0 1rem}code{font-family:Consolas,Menlo,monospace;font-size:.95em}
nav{columns:22rem;border-block:1px solid #8886;padding:.5rem 0 1rem}nav h2{font-size:1rem;margin:.8rem 0 .2rem}nav ul{margin:0;padding-left:1.1rem}
nav li{break-inside:avoid}h2{margin-top:2.5rem}article{border-top:1px solid #8884;padding-top:.5rem;margin-top:1.5rem}
h3{margin:.5rem 0}h4{margin:1rem 0 .3rem}table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
th,td{text-align:left;vertical-align:top;padding:.25rem 1rem .25rem 0;border-bottom:1px solid #8883;font-weight:400}
thead th{font-weight:600;font-size:.85em}a{color:#0b57b8}@media(prefers-color-scheme:dark){a{color:#8ab8ff}}`;
