import { createRoot } from 'react-dom/client';
import { Playground } from './playground.tsx';

const root = document.getElementById('page');
if (root) createRoot(root).render(<Playground />);
