/** The handler of functions that speak Microsoft Graph. */
import { onHttp } from '../lambda/on-http.ts';
import type { Routes } from '../lambda/route.ts';
import { writeGraphError } from './odata/graph-error.ts';

/** As `onHttp`, with refusals as Graph writes errors. */
export const onGraph = (routes: Routes | (() => Promise<Routes>)) => onHttp(routes, writeGraphError);
