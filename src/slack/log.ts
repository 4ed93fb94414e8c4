import { type Logger, LogLevel } from '@slack/bolt';

const SEVERITY = [LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR];

/**
 * A log of one line an entry on standard error. Bolt and its clients log through it too; whole
 * payloads, which hold people's words, are written at `debug` only.
 */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error', write = toStandardError): Logger {
  let least = SEVERITY.find((each) => each === level) ?? LogLevel.WARN;
  const entry = (at: LogLevel, parts: unknown[]): void => {
    if (SEVERITY.indexOf(at) < SEVERITY.indexOf(least)) return;
    write(`${new Date().toISOString()} ${at} ${parts.map(oneLine).join(' ')}`);
  };
  return {
    debug: (...parts: unknown[]) => entry(LogLevel.DEBUG, parts),
    info: (...parts: unknown[]) => entry(LogLevel.INFO, parts),
    warn: (...parts: unknown[]) => entry(LogLevel.WARN, parts),
    error: (...parts: unknown[]) => entry(LogLevel.ERROR, parts),
    setLevel: (next) => {
      least = next;
    },
    getLevel: () => least,
    setName: () => undefined,
  };
}

function oneLine(part: unknown): string {
  const text = part instanceof Error ? (part.stack ?? part.message) : String(part);
  return text.replace(/\s*\n\s*/g, ' | ');
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
