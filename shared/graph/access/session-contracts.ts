/** Routes of sessions. */
import * as z from 'zod';
import { permissions } from '../../domain/access/roles.ts';
import { clouds, mailLanguages } from '../../domain/organisation.ts';
import { answer, body, type Contracts } from '../contract.ts';
import { context } from '../people/resources.ts';
import { newSessionBody } from './session-bodies.ts';

const session = answer(
  'WhoAsks',
  z.strictObject({
    kind: z.enum(['person', 'operator', 'application']),
    id: z.string(),
    displayName: z.string(),
    userPrincipalName: z.string().optional(),
    preferredLanguage: z.string().optional(),
    roles: z.array(z.string()),
    permissions: z.array(z.enum(Object.keys(permissions) as [keyof typeof permissions])),
    expiresDateTime: z.iso.datetime(),
    organization: z.strictObject({
      displayName: z.string(),
      cloud: z.enum(clouds),
      preferredLanguage: z.enum(mailLanguages),
      deletedDays: z.int().meta({ description: 'Days for which deleted people can be restored.' }),
      passwordRules: z
        .strictObject({ least: z.int(), most: z.int(), kinds: z.int() })
        .meta({ description: 'How many characters a password has, and of how many kinds they are.' }),
    }),
  }),
);
const sessions = answer(
  'OwnSessions',
  z.strictObject({
    ...context,
    value: z.array(
      z.strictObject({
        id: z.uuid(),
        createdDateTime: z.iso.datetime(),
        expiresDateTime: z.iso.datetime(),
        isCurrent: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
        ipAddress: z.string().nullable(),
        clientAppUsed: z.string().nullable().meta({ description: 'What the browser or program said of itself.' }),
      }),
    ),
  }),
);

export const sessionContracts: Contracts = {
  'GET /v1.0/session': {
    needs: 'token',
    tag: 'Signing in',
    summary: 'Who asks, what they may do, and until when',
    description: 'Of a person, an operator and an application alike, by token or by a browser’s cookie.',
    answers: { 200: session },
  },
  'POST /v1.0/session': {
    needs: 'nothing',
    tag: 'Signing in',
    summary: 'Begins a session in a browser with an operator’s token',
    description:
      'For pages of this API, which send x-muster-console: 1: the session’s own token is set as a cookie, and in no body. It ends with the operator’s token, and leaves that as it is when it is signed out. A code stands for the token of a local start, once and for ten minutes.',
    body: body('NewSession', newSessionBody),
    answers: { 200: session },
    refusals: ['OperatorTokenInvalid', 'SignInCodeInvalid'],
  },
  'GET /v1.0/me/sessions': {
    needs: 'session',
    tag: 'Signing in',
    summary: 'Where one is signed in',
    answers: { 200: sessions },
  },
  'DELETE /v1.0/me/sessions/{id}': {
    needs: 'session',
    tag: 'Signing in',
    summary: 'Ends one of one’s own sessions',
    answers: { 204: 'nothing' },
  },
};
