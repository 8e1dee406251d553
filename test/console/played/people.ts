/** People, as the API shows them. */
import type { PlayedRoutes } from '../played-console.ts';

const names = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Katherine Johnson', 'Edsger Dijkstra', 'Barbara Liskov'];

const person = (displayName: string, index: number) => ({
  id: `0b6d2e1c-5a4f-4f0e-9c55-${String(index + 1).padStart(12, '0')}`,
  displayName,
  userPrincipalName: `${displayName.split(' ')[0]?.toLowerCase()}@contoso.com`,
});

export const playedPeople = (): PlayedRoutes => ({
  'GET users': () => ({ body: { value: names.map(person) } }),
});
