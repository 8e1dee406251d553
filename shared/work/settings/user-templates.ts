/** Keeping templates of new people. Who may do it at all is the route's to say. */
import { randomUUID } from 'node:crypto';
import type { ActivityName } from '../../domain/audit/activities.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import {
  mayWriteTemplate,
  mostTemplates,
  rolesAsNamed,
  type TemplateContent,
  templateEntry,
  templateRefusals,
  type UserTemplate,
} from '../../domain/settings/user-template.ts';
import type { Instant } from '../../domain/time.ts';

/** A write of a template: without `before` it is new, without `after` it goes. */
export type TemplateChange = {
  before?: UserTemplate | undefined;
  after?: UserTemplate | undefined;
  audit: AuditEntry;
};

/** The port to templates. */
export type UserTemplates = {
  /** All of them, in no order: there are `mostTemplates` at most. */
  list(): Promise<UserTemplate[]>;
  read(id: string): Promise<UserTemplate | undefined>;
  /**
   * Writes a change with its entry. `stale`: somebody wrote since `before` was read. `full`: there are `mostTemplates`
   * already, so that no new one was written.
   */
  write(change: TemplateChange): Promise<'written' | 'stale' | 'full'>;
};

export type TemplatePorts = {
  templates: Pick<UserTemplates, 'read' | 'write'>;
  file: { organisation: Organisation };
  now: () => Instant;
};

/** Who asks, and of which template; `isAsSeen` says whether it is still what the asker has seen. */
export type TemplateAsked = {
  id: string;
  principal: Principal;
  isAsSeen?: ((template: UserTemplate) => boolean) | undefined;
};

/** Adds a template. Throws `Refused` with all that is wrong with it, RoleNotYours, or TooManyTemplates. */
export const addTemplate = async (
  content: TemplateContent,
  principal: Principal,
  ports: TemplatePorts,
): Promise<UserTemplate> => {
  const now = ports.now();
  const judged = judge(undefined, content, principal, ports);
  const after = { ...judged, id: randomUUID(), createdDateTime: now, changedDateTime: now, version: 1 };
  const audit = templateEntry({ after }, actOf('Add user template', principal, now));
  const outcome = await ports.templates.write({ after, audit });
  if (outcome === 'full') throw new Refused({ code: 'TooManyTemplates', fact: String(mostTemplates) });
  if (outcome === 'stale') throw new Error('an id was given twice');
  return after;
};

/**
 * Changes a template, and returns it as it is then; where nothing differs, nothing is written. Throws `Refused` with all
 * that is wrong with it, NotFound, RoleNotYours, PreconditionFailed, ConcurrentChange.
 */
export const changeTemplate = async (
  { change, ...asked }: TemplateAsked & { change: (before: TemplateContent) => TemplateContent },
  ports: TemplatePorts,
): Promise<UserTemplate> => {
  let written: UserTemplate | undefined;
  await rewrite(asked, ports, (before) => {
    const { principal } = asked;
    const { id, createdDateTime, version } = before;
    const [now, judged] = [ports.now(), judge(before, change(before), principal, ports)];
    const after = { ...judged, id, createdDateTime, changedDateTime: now, version: version + 1 };
    const audit = templateEntry({ before, after }, actOf('Update user template', principal, now));
    const isSame = audit.modifiedProperties.length === 0;
    written = isSame ? before : after;
    return isSame ? undefined : { before, after, audit };
  });
  return written as UserTemplate;
};

/** Removes a template. Throws `Refused` NotFound, PreconditionFailed, ConcurrentChange. */
export const removeTemplate = (asked: TemplateAsked, ports: TemplatePorts): Promise<void> =>
  rewrite(asked, ports, (before) => {
    return { before, audit: templateEntry({ before }, actOf('Delete user template', asked.principal, ports.now())) };
  });

/** Tries at one template; each lost one means that somebody else's change was written. */
const maxTries = 10;

const rewrite = async (
  { id, isAsSeen = () => true }: TemplateAsked,
  { templates }: TemplatePorts,
  changeOf: (before: UserTemplate) => TemplateChange | undefined,
): Promise<void> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await templates.read(id);
    if (!before) throw new Refused({ code: 'NotFound' });
    if (!isAsSeen(before)) throw new Refused({ code: 'PreconditionFailed' });
    const change = changeOf(before);
    if (!change || (await templates.write(change)) === 'written') return;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};

/** The content as it is kept, if it may be. */
const judge = (
  before: TemplateContent | undefined,
  content: TemplateContent,
  principal: Principal,
  { file }: TemplatePorts,
): TemplateContent => {
  const [first, ...others] = templateRefusals(content, file.organisation);
  if (first) throw new Refused(first, ...others);
  const named = { ...content, roles: rolesAsNamed(content.roles) };
  if (!mayWriteTemplate(principal, before, named)) throw new Refused({ code: 'RoleNotYours', target: 'roles' });
  return named;
};

const actOf = (activity: ActivityName, principal: Principal, now: Instant) => {
  return { id: randomUUID(), now, activity, initiatedBy: actorOf(principal) };
};
