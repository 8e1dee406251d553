/** Pages whose script is loaded when they are first shown: few, since each is a request of its own. */
import { type ComponentType, lazy, Suspense } from 'react';
import { useTexts } from '../texts/texts-context.tsx';
import { orReload } from './keep-typed.ts';

/**
 * `lazyPage(() => import('./big-page.tsx'), 'BigPage')`. A script that is gone, because Muster was upgraded since the page
 * was loaded, leads to one reload with what was typed kept.
 */
export const lazyPage = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): ComponentType => {
  const Loaded: ComponentType = lazy(async () => ({ default: (await orReload(load))[name] as ComponentType }));
  return () => (
    <Suspense fallback={<Working />}>
      <Loaded />
    </Suspense>
  );
};

const Working = () => <p role="status">{useTexts().shell.working}</p>;
