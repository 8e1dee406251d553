/** Where the browser begins. */
import './first.ts';
import '@cloudscape-design/global-styles/index.css';
import './look/console.css';
// Every language needs it: in the first file it is no request of its own.
import '../../shared/refusals/words/counting.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followLook } from './look/follow-look.ts';
import { Console } from './shell/console.tsx';

followLook();
const place = document.getElementById('console');
if (!place) throw new Error('The page has no place for the console.');
createRoot(place).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
