/** Routes: what they need, what they are asked and what they answer, whichever face they belong to. */
import type { Need } from '../domain/access/roles.ts';
import type { Principal } from '../domain/principal.ts';
import type { Refusal } from '../domain/refusals.ts';

/** A request as routes see it: its principal allowed, its parts as text. */
export type Request = {
  /** The gateway's id of the request, by which its access log knows it, and the address that it came from. */
  gatewayRequestId?: string | undefined;
  /** Who asks; a stranger only where the route needs nothing. */
  principal: Principal;
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string | undefined>>;
  /** Values of cookies by their names; of one that came twice, the first. */
  cookies: Readonly<Record<string, string>>;
  /** Whose connection it came over, as the gateway saw it: for an API that is asked by a function, that function's. */
  ipAddress: string;
  /** The address of the API, for links: `https://host/v1.0`. */
  origin: string;
  /** The request as the gateway got it, for whoever passes it on: `path` without escapes, `query` as it was written. */
  sent: { method: string; path: string; query: string; body?: Buffer };
  /** Whether there is a body: asked where it may be left out. */
  hasBody: boolean;
  /** The JSON of the body; throws `Refused` when there is none that can be read. */
  json: () => unknown;
  /** The fields of a form in the body; throws `Refused` when there is none. */
  form: () => Readonly<Record<string, string>>;
};

/**
 * An answer: `body` as JSON, or `text` or `bytes` as they are, whose type `headers` then name; `cookies` are whole Set-Cookie headers. One that refuses by itself says for the
 * log what it refused, and the id that whoever asks claims to have, where that has the form of one.
 */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  cookies?: readonly string[];
  refused?: { codes: string; clientId?: string };
} & (
  | { body?: unknown; text?: never; bytes?: never }
  | { text: string; body?: never; bytes?: never }
  | { bytes: Uint8Array; body?: never; text?: never }
);

/**
 * A route: what it needs of whoever asks, and its answer. With `endsSession` a browser forgets its session, whatever is
 * answered, a refusal too.
 */
export type Route = { needs: Need; answer: (request: Request) => Promise<Answer>; endsSession?: true };

/** Routes by API Gateway's route keys. */
export type Routes = Readonly<Record<string, Route>>;

/** What holds for a request; `check` throws `Outdated` where something else holds by now. */
export type Judged<Value> = { value: Value; check?: () => Promise<void> };

/** What may change while a function runs: as it was when the function began, and as it is for a request that begins now. */
export type Current<Value> = { readonly atStart: Value; readonly now: () => Promise<Judged<Value>> };

/** Routes that follow what may change: what they need of whoever asks does not, so that it is known before anything is read. */
export type FollowingRoutes = { readonly atStart: Routes; readonly now: () => Promise<Judged<Routes>> };

/** How a face of the API writes refusals, of which there is one at least, for a request with these headers. */
export type WriteRefusals = (refusals: readonly Refusal[], headers: Request['headers']) => Promise<Answer>;
