/** The address if it is an absolute http(s) one, else null: nothing else is ever shown as a link. */
export function webAddress(address: string | null): string | null {
  return address !== null && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
    ? address
    : null;
}
