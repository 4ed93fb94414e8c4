import type { App, InstallationStore } from '@slack/bolt';
import type { Desk } from '../desk.ts';

/** A workspace took the app out: everything that was kept of it goes, its tokens first. */
export function listenToUninstall(app: App, desk: Desk, installations: InstallationStore | null): void {
  const forget = async (team: string, enterprise: string | undefined, whole: boolean): Promise<void> => {
    const query = whole
      ? ({ isEnterpriseInstall: true, enterpriseId: enterprise ?? '', teamId: undefined } as const)
      : ({ isEnterpriseInstall: false, enterpriseId: enterprise, teamId: team } as const);
    await installations?.deleteInstallation?.(query);
    await desk.records.removeTeam(team);
    await desk.libraries.remove(team);
    desk.log.warn(`${team} has uninstalled the app; what was kept of it is removed`);
  };

  app.event('app_uninstalled', async ({ body, context }) => {
    await forget(body.team_id, context.enterpriseId, context.isEnterpriseInstall);
  });

  app.event('tokens_revoked', async ({ event, body, context }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    await forget(body.team_id, context.enterpriseId, context.isEnterpriseInstall);
  });
}
