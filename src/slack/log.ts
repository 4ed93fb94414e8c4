import { type Logger, LogLevel } from '@slack/bolt';
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Millis } from '../answering/answer.ts';

/** One line for each thing that was delivered and handled. Ids and times, no words of people. */
export interface Handled {
  readonly id: string;
  readonly kind: string;
  readonly team: string | null;
  readonly channel: string | null;
  readonly recovered: boolean;
  readonly request: string | null;
  readonly outcome: string | null;
  /** Milliseconds from taking it up to the posted answer. */
  readonly millis: number;
  readonly parts: Millis | null;
  /** Written only where the log may hold what people say. */
  readonly question: string | null;
}

/** The log of the app; Bolt and its clients log through it too. */
export interface Log extends Logger {
  handled(line: Handled): void;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

export interface LogOptions {
  /** Whether what people write may stand in the log. */
  readonly text?: boolean;
  /** Where a line goes; standard error, if not given. */
  readonly write?: (line: string) => void;
}

const SEVERITY = [LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR];

/**
 * A log of JSON lines on standard error, each on its way before the next statement runs, so that a
 * crash takes none along. At `debug` Bolt writes whole payloads: it is kept at `info` unless text is allowed.
 */
export function createLog(level: Level, { text = false, write }: LogOptions = {}): Log {
  const stream: DestinationStream = write
    ? { write: (line) => write(line.trimEnd()) }
    : destination({ dest: 2, sync: true });
  const lines = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  const least = SEVERITY.find((each) => each === level) ?? LogLevel.WARN;
  const heard = least === LogLevel.DEBUG && !text ? LogLevel.INFO : least;
  const entry = (at: LogLevel, parts: unknown[]): void => {
    if (SEVERITY.indexOf(at) < SEVERITY.indexOf(heard)) return;
    const error = parts.find((part) => part instanceof Error);
    lines[at](error ? { err: plain(error) } : {}, parts.map(oneLine).join(' '));
  };
  return {
    debug: (...parts: unknown[]) => entry(LogLevel.DEBUG, parts),
    info: (...parts: unknown[]) => entry(LogLevel.INFO, parts),
    warn: (...parts: unknown[]) => entry(LogLevel.WARN, parts),
    error: (...parts: unknown[]) => entry(LogLevel.ERROR, parts),
    // The settings decide; Bolt would set its own.
    setLevel: () => undefined,
    getLevel: () => heard,
    setName: () => undefined,
    handled: ({ question, ...line }) => lines.info({ ...line, ...(text && { question }) }, 'handled'),
  };
}

/** What Slack's errors carry besides may hold a payload. */
function plain({ name, message, stack }: Error): object {
  return { type: name, message, stack };
}

function oneLine(part: unknown): string {
  const text = part instanceof Error ? part.message : String(part);
  return text.replace(/\s*\n\s*/g, ' | ');
}
