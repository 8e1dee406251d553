/** One person and the routes that she is changed, deleted and restored by. */
import { setup } from './routes.ts';

/** The routes with one person, Ada, and how she is asked for. */
export const withAda = async () => {
  const system = setup();
  const { body: ada } = await system.create({ city: 'London', usageLocation: 'NL', otherMails: ['ada@example.net'] });
  const path = { id: ada.id as string };
  const { call } = system;
  const item = '/v1.0/directory/deletedItems/{id}';
  return {
    ...system,
    ada,
    read: () => call({ route: 'GET /v1.0/users/{id}', path }),
    patch: (body: unknown, headers: Record<string, string> = {}) =>
      call({ route: 'PATCH /v1.0/users/{id}', path, body, headers }),
    remove: (headers: Record<string, string> = {}) => call({ route: 'DELETE /v1.0/users/{id}', path, headers }),
    readDeleted: () => call({ route: `GET ${item}`, path }),
    restore: (more: { body?: unknown; text?: string } = {}) => call({ route: `POST ${item}/restore`, path, ...more }),
    purge: () => call({ route: `DELETE ${item}`, path }),
    listed: (query: Record<string, string> = {}) =>
      call({ route: 'GET /v1.0/directory/deletedItems/microsoft.graph.user', query }),
  };
};
