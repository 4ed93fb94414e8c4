import { type ApiContext, type Arguments, failed, ok, parsed, type Response, text } from './api-context.ts';
import { brokenInView } from './block-rules.ts';
import { newId, viewPayload } from './payloads.ts';
import type { Person, View } from './workspace.ts';

/** Opens a window, over those that are open. */
export function openView(args: Arguments, { workspace, triggers }: ApiContext): Response {
  const person = triggers.use(args.trigger_id);
  if (typeof person === 'string') return failed(person);
  const view = readView(args);
  if ('ok' in view) return view;
  const open = workspace.windows.get(person.id) ?? [];
  // Slack shows at most three windows on top of each other.
  if (open.length >= 3) return failed('push_limit_reached');
  workspace.windows.set(person.id, [...open, view]);
  workspace.changed();
  return ok({ view: viewPayload(view) });
}

/** Puts something else into an open window. */
export function updateView(args: Arguments, { workspace }: ApiContext): Response {
  const next = readView(args);
  if ('ok' in next) return next;
  for (const [person, open] of workspace.windows) {
    const at = open.findIndex((each) => each.id === args.view_id);
    if (at < 0) continue;
    const view = { ...next, id: open[at]?.id ?? next.id };
    workspace.windows.set(person, open.with(at, view));
    workspace.changed();
    return ok({ view: viewPayload(view) });
  }
  return failed('not_found');
}

/** Puts up somebody's Home tab. */
export function publishView(args: Arguments, { workspace }: ApiContext): Response {
  const person: Person | undefined = workspace.people.get(text(args.user_id) ?? '');
  if (!person) return failed('user_not_found');
  const view = readView(args);
  if ('ok' in view) return view;
  workspace.homes.set(person.id, view);
  workspace.changed();
  return ok({ view: viewPayload(view) });
}

function readView(args: Arguments): View | Response {
  const definition = typeof args.view === 'string' ? parsed(args.view) : args.view;
  const broken = brokenInView(definition);
  if (broken) return failed(broken.error, { response_metadata: { messages: [`[ERROR] ${broken.detail}`] } });
  return { id: newId('V'), hash: newId('h'), definition: { ...(definition as Record<string, unknown>) } };
}
