/** The workspace that something came from; an installation for a whole organisation goes by its own id. */
export function teamOf(body: { team?: { id: string } | null; enterprise?: { id: string } | null }): string {
  return body.team?.id ?? body.enterprise?.id ?? '';
}
