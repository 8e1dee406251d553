/** Before everything else: zod otherwise compiles its schemas by `new Function`, which the console's policy forbids. */
import * as z from 'zod';

z.config({ jitless: true });
