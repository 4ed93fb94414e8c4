/** Milliseconds of the processor that a call takes: what else runs on the machine does not count. */
export function processorTime(call: () => void): number {
  const begin = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
