/** The routes of templates of new people. */
import { Refused } from '../../domain/refusals.ts';
import type { UserTemplate } from '../../domain/settings/user-template.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Answer, Request, Route, Routes } from '../../lambda/route.ts';
import {
  addTemplate,
  changeTemplate,
  removeTemplate,
  type TemplateAsked,
  type TemplatePorts,
  type UserTemplates,
} from '../../work/settings/user-templates.ts';
import { asSeen } from '../odata/entity-tag.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { graphTemplate, templateTag } from './graph-template.ts';
import { addTemplateBody, changeTemplateBody, contentWith } from './template-bodies.ts';

export type TemplateRoutePorts = TemplatePorts & { templates: UserTemplates };

/** Every route of templates, by its key. Whoever may add people shares all of them. */
export const templateRoutes = (ports: TemplateRoutePorts): Routes => ({
  'GET /v1.0/userTemplates': listRoute(ports),
  'POST /v1.0/userTemplates': addRoute(ports),
  'GET /v1.0/userTemplates/{id}': readRoute(ports),
  'PATCH /v1.0/userTemplates/{id}': changeRoute(ports),
  'DELETE /v1.0/userTemplates/{id}': removeRoute(ports),
});

const needs = 'addPeople';

/** All of them on one page, by name. */
const listRoute = ({ templates }: TemplateRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const all = (await templates.list()).sort((one, other) => byName(one, other));
    const value = all.map((template) => ({ '@odata.etag': templateTag(template), ...graphTemplate(template) }));
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#userTemplates`, value } };
  },
});

const byName = (one: UserTemplate, other: UserTemplate): number =>
  one.displayName.localeCompare(other.displayName, 'en') || (one.id < other.id ? -1 : 1);

const addRoute = (ports: TemplateRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const content = contentWith({}, parseStrictly(addTemplateBody, request.json()));
    const template = await addTemplate(content, request.principal, ports);
    const answer = templateAnswer(template, request, 201);
    return { ...answer, headers: { ...answer.headers, location: `${request.origin}/userTemplates/${template.id}` } };
  },
});

const readRoute = ({ templates }: TemplateRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const template = await templates.read(idOf(request));
    if (!template) throw new Refused({ code: 'NotFound' });
    return templateAnswer(template, request, 200);
  },
});

const changeRoute = (ports: TemplateRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const body = parseStrictly(changeTemplateBody, request.json());
    const template = await changeTemplate(
      { ...askedIn(request), change: (before) => contentWith(before, body) },
      ports,
    );
    return { status: 204, headers: { etag: templateTag(template) } };
  },
});

const removeRoute = (ports: TemplateRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    await removeTemplate(askedIn(request), ports);
    return { status: 204 };
  },
});

const templateAnswer = (template: UserTemplate, { origin }: Request, status: number): Answer => ({
  status,
  headers: { etag: templateTag(template) },
  body: { '@odata.context': `${origin}/$metadata#userTemplates/$entity`, ...graphTemplate(template) },
});

const askedIn = (request: Request): TemplateAsked => ({
  id: idOf(request),
  principal: request.principal,
  ...asSeen(request, templateTag),
});

/** What is not the id of a template is not asked of the table. */
const idOf = ({ path }: Request): string => {
  const id = path.id ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Refused({ code: 'NotFound' });
  return id;
};
