/**
 * Before everything else: zod otherwise compiles its schemas by `new Function`, which the console's policy forbids. What
 * `z.config({ jitless: true })` sets, set where zod looks for it when it is loaded: to call it here would load all of zod
 * with the first page, which has no schema. A test hears of it where zod looks elsewhere: the policy complains.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
