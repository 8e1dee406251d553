/** The handler of functions that speak Microsoft Graph. */
import { onHttp } from '../lambda/on-http.ts';
import type { FollowingRoutes, Routes } from '../lambda/route.ts';
import { writeGraphError } from './odata/graph-error.ts';

/** As `onHttp`, with refusals as Graph writes errors. */
export const onGraph = (routes: Routes | FollowingRoutes) => onHttp(routes, writeGraphError);
