// A new thread has not the loader for TypeScript that the one before has.
import { register } from 'tsx/esm/api';

register();
await import('./model-thread.ts');
