/** A request's life in order: headers, demo's host, origin, then the routes, each behind its gate. */
import { Hono } from 'hono';
import type { AppEnv } from './app-env.js';
import { demoHostOnly } from './demo-host.js';
import type { Deps } from './deps.js';
import { onFailure, onMissing } from './failures.js';
import { shutWithoutRule } from './gate.js';
import { dashboardPages } from './pages/board/dashboard.js';
import { homePages } from './pages/board/home.js';
import { installationPages } from './pages/board/installation.js';
import { townsBoardPages } from './pages/board/towns-board.js';
import { clockPages } from './pages/clock.js';
import { cyclePages } from './pages/cycle/cycle.js';
import { legalCalendarPages } from './pages/cycle/legal-calendar.js';
import { legalDutyPages } from './pages/cycle/legal-duties.js';
import { termPages } from './pages/cycle/terms.js';
import { accountPages } from './pages/entry/account.js';
import { openIdPages } from './pages/entry/openid.js';
import { signInPages } from './pages/entry/sign-in.js';
import { measurementPages } from './pages/measurement/measurement.js';
import { measurementRecordPages } from './pages/measurement/measurement-records.js';
import { measurementRulePages } from './pages/measurement/measurement-rules.js';
import { selfEvaluationPages } from './pages/measurement/self-evaluation.js';
import { monitoringPages } from './pages/monitoring/monitoring.js';
import { windowReportPages } from './pages/monitoring/window-report.js';
import { windowPages } from './pages/monitoring/windows.js';
import { digestPages } from './pages/notices/digests.js';
import { inboxPages } from './pages/notices/inbox.js';
import { pastDayPages } from './pages/notices/past-day.js';
import { rehearsalPages } from './pages/notices/rehearsal.js';
import { trialPages } from './pages/notices/trial.js';
import { answerPages } from './pages/obligations/answer.js';
import { calendarFeedPages } from './pages/obligations/calendar-feed.js';
import { evidencePages } from './pages/obligations/evidence.js';
import { obligationPage } from './pages/obligations/obligation.js';
import { obligationPages } from './pages/obligations/obligations.js';
import { paperPages } from './pages/obligations/paper.js';
import { compilerPages } from './pages/people/compilers.js';
import { peoplePages } from './pages/people/people.js';
import { personPages } from './pages/people/person.js';
import { roleCodePages } from './pages/people/role-codes.js';
import { importPages } from './pages/plan/import.js';
import { importConfirmPages } from './pages/plan/import-confirm.js';
import { importCorrections } from './pages/plan/import-corrections.js';
import { importDraftPages } from './pages/plan/import-draft.js';
import { importSectorPages } from './pages/plan/import-sectors.js';
import { individualPages } from './pages/plan/individual.js';
import { individualSteps } from './pages/plan/individual-steps.js';
import { measurePages } from './pages/plan/measures.js';
import { objectivePages } from './pages/plan/objectives.js';
import { planPages } from './pages/plan/plan.js';
import { personRecordPages } from './pages/privacy/person-record.js';
import { retentionPages } from './pages/privacy/retention.js';
import { auditPages } from './pages/register/audit.js';
import { registerPages } from './pages/register/register.js';
import { publicPages } from './pages/relazione/public.js';
import { publicationPages } from './pages/relazione/publication.js';
import { relazionePages } from './pages/relazione/relazione.js';
import { signedCopyPages } from './pages/relazione/signed-copies.js';
import { reviewPages } from './pages/review/review.js';
import { reviewCriteriaPages } from './pages/review/review-criteria.js';
import { reviewDocumentPages } from './pages/review/review-documents.js';
import { closurePages } from './pages/towns/closures.js';
import { ladderPages } from './pages/towns/ladder.js';
import { townSettingsPages } from './pages/towns/town-settings.js';
import { townSetupPages } from './pages/towns/town-setup.js';
import { proposalMinutesPages } from './pages/variation/proposal-minutes.js';
import { variationPages } from './pages/variation/variations.js';
import { whatIfPages } from './pages/variation/what-if.js';
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
