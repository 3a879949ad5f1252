/** A request's life in order: headers, demo's host, origin, then the routes, each behind its gate. */
import { Hono } from 'hono';
import type { AppEnv } from './app-env.js';
import { demoHostOnly } from './demo-host.js';
import type { Deps } from './deps.js';
import { onFailure, onMissing } from './failures.js';
import { shutWithoutRule } from './gate.js';
import { accountPages } from './pages/account.js';
import { answerPages } from './pages/answer.js';
import { auditPages } from './pages/audit.js';
import { calendarFeedPages } from './pages/calendar-feed.js';
import { clockPages } from './pages/clock.js';
import { closurePages } from './pages/closures.js';
import { compilerPages } from './pages/compilers.js';
import { cyclePages } from './pages/cycle.js';
import { dashboardPages } from './pages/dashboard.js';
import { digestPages } from './pages/digests.js';
import { evidencePages } from './pages/evidence.js';
import { homePages } from './pages/home.js';
import { importPages } from './pages/import.js';
import { importConfirmPages } from './pages/import-confirm.js';
import { importCorrections } from './pages/import-corrections.js';
import { importDraftPages } from './pages/import-draft.js';
import { importSectorPages } from './pages/import-sectors.js';
import { inboxPages } from './pages/inbox.js';
import { individualPages } from './pages/individual.js';
import { individualSteps } from './pages/individual-steps.js';
import { installationPages } from './pages/installation.js';
import { ladderPages } from './pages/ladder.js';
import { legalCalendarPages } from './pages/legal-calendar.js';
import { legalDutyPages } from './pages/legal-duties.js';
import { measurementPages } from './pages/measurement.js';
import { measurementRecordPages } from './pages/measurement-records.js';
import { measurementRulePages } from './pages/measurement-rules.js';
import { measurePages } from './pages/measures.js';
import { monitoringPages } from './pages/monitoring.js';
import { objectivePages } from './pages/objectives.js';
import { obligationPage } from './pages/obligation.js';
import { obligationPages } from './pages/obligations.js';
import { openIdPages } from './pages/openid.js';
import { paperPages } from './pages/paper.js';
import { pastDayPages } from './pages/past-day.js';
import { peoplePages } from './pages/people.js';
import { personPages } from './pages/person.js';
import { personRecordPages } from './pages/person-record.js';
import { planPages } from './pages/plan.js';
import { proposalMinutesPages } from './pages/proposal-minutes.js';
import { publicPages } from './pages/public.js';
import { publicationPages } from './pages/publication.js';
import { registerPages } from './pages/register.js';
import { rehearsalPages } from './pages/rehearsal.js';
import { relazionePages } from './pages/relazione.js';
import { retentionPages } from './pages/retention.js';
import { reviewPages } from './pages/review.js';
import { reviewCriteriaPages } from './pages/review-criteria.js';
import { reviewDocumentPages } from './pages/review-documents.js';
import { roleCodePages } from './pages/role-codes.js';
import { selfEvaluationPages } from './pages/self-evaluation.js';
import { signInPages } from './pages/sign-in.js';
import { signedCopyPages } from './pages/signed-copies.js';
import { termPages } from './pages/terms.js';
import { townSettingsPages } from './pages/town-settings.js';
import { townSetupPages } from './pages/town-setup.js';
import { townsBoardPages } from './pages/towns-board.js';
import { trialPages } from './pages/trial.js';
import { variationPages } from './pages/variations.js';
import { whatIfPages } from './pages/what-if.js';
import { windowReportPages } from './pages/window-report.js';
import { windowPages } from './pages/windows.js';
import { tellRequest } from './request-told.js';
import { apiRoutes } from './routes/api.js';
import { healthRoutes } from './routes/health.js';
import { sameOriginOnly } from './same-origin.js';
import { securityHeaders } from './security-headers.js';
import { staticFiles } from './static-files.js';

/** The whole application; `app.request(…)` answers without a socket. */
export function createApp(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('deps', deps);
    c.set('viewer', null);
    await next();
  });
  app.use(tellRequest);
  app.use(securityHeaders);
  app.use(demoHostOnly);
  app.use(sameOriginOnly);
  app.use(shutWithoutRule);
  app.onError(onFailure);
  app.notFound(onMissing);

  app.route('/salute', healthRoutes());
  app.route('/assets', staticFiles());
  app.route('/api', apiRoutes());
  const pages = [
    homePages(),
    openIdPages(),
    signInPages(),
    accountPages(),
    townsBoardPages(),
    installationPages(),
    townSetupPages(),
    townSettingsPages(),
    answerPages(),
    calendarFeedPages(),
    roleCodePages(),
    clockPages(),
    dashboardPages(),
    obligationPages(),
    obligationPage(),
    objectivePages(),
  ];
  const more = [
    evidencePages(),
    signedCopyPages(),
    compilerPages(),
    windowPages(),
    windowReportPages(),
    cyclePages(),
    termPages(),
    monitoringPages(),
    selfEvaluationPages(),
    measurementPages(),
    proposalMinutesPages(),
    measurementRecordPages(),
    measurementRulePages(),
    reviewCriteriaPages(),
    reviewDocumentPages(),
    reviewPages(),
    publicationPages(),
    publicPages(),
    relazionePages(),
    measurePages(),
    paperPages(),
    digestPages(),
    inboxPages(),
    trialPages(),
    peoplePages(),
    personPages(),
    planPages(),
    variationPages(),
    legalCalendarPages(),
    legalDutyPages(),
    individualPages(),
    individualSteps(),
    registerPages(),
    auditPages(),
    personRecordPages(),
    retentionPages(),
  ];
  const imports = [
    importPages(),
    importDraftPages(),
    importCorrections(),
    importSectorPages(),
    importConfirmPages(),
  ];
  const rehearsals = [rehearsalPages(), whatIfPages(), pastDayPages(), ladderPages(), closurePages()];
  for (const page of [...pages, ...more, ...imports, ...rehearsals]) app.route('/', page);
  return app;
}
