import { EMPTY_MEMORY, type ThreadMemory } from '../answering/answer.ts';

/** Where a conversation takes place: a thread of a channel of a workspace. */
export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** What each thread remembers of its turns. */
export interface Threads {
  read(place: Place): Promise<ThreadMemory>;
  write(place: Place, memory: ThreadMemory): Promise<void>;
}

/** Each takes a few kilobytes at most; the thread that was quiet for longest is forgotten first. */
const MOST_THREADS = 5_000;

/** Threads that live as long as the process. */
export function memoryThreads(most = MOST_THREADS): Threads {
  const memories = new Map<string, ThreadMemory>();
  const key = ({ team, channel, thread }: Place): string => `${team}/${channel}/${thread}`;
  return {
    async read(place) {
      return memories.get(key(place)) ?? EMPTY_MEMORY;
    },
    async write(place, memory) {
      memories.delete(key(place));
      memories.set(key(place), memory);
      for (const oldest of memories.keys()) {
        if (memories.size <= most) break;
        memories.delete(oldest);
      }
    },
  };
}
