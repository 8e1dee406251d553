/** JSON Schema in words. */
import { html, type Markup } from '../../html/markup.ts';

/** The part of JSON Schema that the description uses. */
export type JsonSchema = {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  description?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
};

/** The name of a schema that is referred to. */
export const nameOf = ({ $ref }: JsonSchema): string | undefined => $ref?.split('/').at(-1);

/** A type in a few words, such as `list of text` or `{ skuId, disabledPlans }`; `linkTo` is the address of a named one. */
export const typeOf = (schema: JsonSchema, linkTo: (name: string) => string): Markup => {
  const name = nameOf(schema);
  if (name !== undefined) return html`<a href="${linkTo(name)}">${name}</a>`;
  const { items, properties, enum: values, const: only, maxItems } = schema;
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return joined(forms.map((form) => typeOf(form, linkTo)));
  if (values) return joined(values.map((value) => html`<code>${String(value)}</code>`));
  if (only !== undefined) return html`<code>${String(only)}</code>`;
  if (items) return html`list of ${typeOf(items, linkTo)}${maxItems === undefined ? '' : `, ${maxItems} at most`}`;
  if (properties) return html`{ ${Object.keys(properties).join(', ')} }`;
  return html`${plainType(schema)}`;
};

/** The forms, each told once, with `or` between them. */
const joined = (forms: readonly Markup[]): Markup => ({
  markup: [...new Set(forms.map(({ markup }) => markup))].join(' or '),
});

const plainType = ({ type, format, ...bounds }: JsonSchema): string => {
  const word = format ?? [type ?? 'anything'].flat().join(' or ').replace('string', 'text');
  const { minLength, maxLength, minimum, maximum } = bounds;
  if (maxLength !== undefined) return `${word}, ${minLength ?? 0} to ${maxLength} characters`;
  if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
    return `${word}, ${minimum} to ${maximum}`;
  return word;
};

/** The properties of a schema, of every form that it may have; those of one that is referred to are on its own page. */
export const propertiesOf = (schema: JsonSchema): { name: string; property: JsonSchema; isRequired: boolean }[] => {
  const { properties = {}, required = [], anyOf, oneOf } = schema;
  const own = Object.entries(properties).map(([name, property]) => ({
    name,
    property,
    isRequired: required.includes(name),
  }));
  const ofForms = (anyOf ?? oneOf ?? []).flatMap(propertiesOf).map((each) => ({ ...each, isRequired: false }));
  const names = own.map(({ name }) => name);
  return [...own, ...ofForms.filter(({ name }, at) => !names.includes(name) && isFirst(ofForms, name, at))];
};

const isFirst = (all: readonly { name: string }[], name: string, at: number): boolean =>
  all.findIndex((each) => each.name === name) === at;
