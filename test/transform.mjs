// TypeScript 7 has no compiler API for a Jest transform to call, so esbuild strips the types; `npm run types` checks them.
import { transformSync } from 'esbuild';

export default {
  process: (source, path) =>
    transformSync(source, { loader: 'ts', format: 'esm', target: 'node22', sourcefile: path, sourcemap: 'inline' }),
};
