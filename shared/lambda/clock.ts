/** The one place that asks what time it is. */
import { type Instant, instant } from '../domain/time.ts';

/** Now. Functions hand it to everything below them. */
export const now = (): Instant => instant(new Date());
