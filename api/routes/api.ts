/** The JSON API under `/api/v1`, its OpenAPI 3.1 document, and the page that shows it. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { PLAN_LIMITS } from '../../documents/plan-schema.js';
import { KEY_PREFIX } from '../api-key.js';
import type { AppEnv } from '../app-env.js';
import { allow } from '../gate.js';
import { refuse } from '../refuse.js';
import { SESSION_COOKIE } from '../session.js';
import { ApiDocsPage } from '../views/page/api-docs.js';
import { document } from '../views/page/document.js';
import { absenceRoutes } from './absences.js';
import { answerRoutes } from './answers.js';
import { auditRoutes } from './audit.js';
import { calendarRoutes } from './calendar.js';
import { closureRoutes } from './closures.js';
import { competenceRoutes } from './competence.js';
import { compilerRoutes } from './compilers.js';
import { cycleTermRoutes } from './cycle-terms.js';
import { cycleRoutes } from './cycles.js';
import { described } from './described.js';
import { digestRoutes } from './digests.js';
import { evidenceRoutes } from './evidence.js';
import { goLiveRoutes } from './go-live.js';
import { handOverRoutes } from './hand-over.js';
import { individualRoutes } from './individual.js';
import { installationRoutes } from './installation.js';
import { keptPlanRoutes } from './kept-plans.js';
import { ladderRoutes } from './ladder.js';
import { legalCalendarRoutes } from './legal-calendar.js';
import { legalDutyRoutes } from './legal-duties.js';
import { measurementRoutes } from './measurement.js';
import { measurementRuleRoutes } from './measurement-rules.js';
import { measureRoutes } from './measures.js';
import { monitoringRoutes } from './monitoring.js';
import { objectiveRoutes } from './objectives.js';
import { obligationRoutes } from './obligations.js';
import { KEY_SECURITY, SECURITY } from './operation.js';
import { paperRoutes } from './paper.js';
import { pastDayRoutes } from './past-day.js';
import { peopleRoutes } from './people.js';
import { personAccessRoutes } from './person-access.js';
import { personRecordRoutes } from './person-records.js';
import { planDraftRoutes } from './plan-drafts.js';
import { planFileRoutes } from './plan-files.js';
import { planRoutes } from './plans.js';
import { publicationRoutes } from './publication.js';
import { registerRoutes } from './register.js';
import { registerSearchRoutes } from './register-search.js';
import { rehearsalRoutes } from './rehearsal.js';
import { rehearsalEffectRoutes } from './rehearsal-effects.js';
import { relazioneRoutes } from './relazione.js';
import { retentionRoutes } from './retention.js';
import { reviewRoutes } from './review.js';
import { reviewPaperRoutes } from './review-papers.js';
import { reviewPartRoutes } from './review-parts.js';
import { roleCodeRoutes } from './role-codes.js';
import { selfEvaluationRoutes } from './self-evaluations.js';
import { signedCopyRoutes } from './signed-copies.js';
import { testMailRoutes } from './test-mails.js';
import { townRoutes } from './town.js';
import { townSettingsRoutes } from './town-settings.js';
import { townsBoardRoutes } from './towns-board.js';
import { trialMailRoutes } from './trial-mails.js';
import { variationRoutes } from './variations.js';
import { windowReportRoutes } from './window-report.js';
import { windowRoutes } from './windows.js';

const SMALL_BODY_BYTES = 1_000_000;

export function apiRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.openAPIRegistry.registerComponent('securitySchemes', SECURITY, {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description:
      'The session of a person, its name begun with "__Host-" behind TLS; in the demo from "Entra come".',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', KEY_SECURITY, {
    type: 'http',
    scheme: 'bearer',
    description: `A personal key (${KEY_PREFIX}…), made on the page "Accessi"; it may only read unless it was made to record too. Not in the demo.`,
  });
  const small = bodyLimit({
    maxSize: SMALL_BODY_BYTES,
    onError: (c) => refuse(c, { code: 'too-large', limit: '1 MB', file: null }),
  });
  const plans = bodyLimit({
    maxSize: PLAN_LIMITS.bytes,
    onError: (c) => refuse(c, { code: 'too-large', limit: '5 MB' }),
  });
  // Files are streamed to disk under their own limits.
  app.use('/v1/*', (c, next) => {
    if (/\/(evidence|plan-files|signed-copies\/[\w-]+\/[\w-]+)$/.test(c.req.path)) return next();
    return (c.req.path.endsWith('/plan-drafts') ? plans : small)(c, next);
  });
  const parts = [
    townRoutes(),
    townsBoardRoutes(),
    townSettingsRoutes(),
    testMailRoutes(),
    installationRoutes(),
    trialMailRoutes(),
    goLiveRoutes(),
    closureRoutes(),
    obligationRoutes(),
    compilerRoutes(),
    windowRoutes(),
    windowReportRoutes(),
    cycleRoutes(),
    cycleTermRoutes(),
    monitoringRoutes(),
    selfEvaluationRoutes(),
    measurementRuleRoutes(),
    measureRoutes(),
    measurementRoutes(),
    reviewPartRoutes(),
    reviewPaperRoutes(),
    reviewRoutes(),
    publicationRoutes(),
    relazioneRoutes(),
    evidenceRoutes(),
    signedCopyRoutes(),
    objectiveRoutes(),
    peopleRoutes(),
    personAccessRoutes(),
    personRecordRoutes(),
    roleCodeRoutes(),
    handOverRoutes(),
    absenceRoutes(),
    calendarRoutes(),
    digestRoutes(),
    paperRoutes(),
    registerRoutes(),
    registerSearchRoutes(),
    auditRoutes(),
    retentionRoutes(),
    answerRoutes(),
    competenceRoutes(),
    rehearsalRoutes(),
    rehearsalEffectRoutes(),
    ladderRoutes(),
    pastDayRoutes(),
    legalCalendarRoutes(),
    legalDutyRoutes(),
    individualRoutes(),
    planRoutes(),
    planDraftRoutes(),
    keptPlanRoutes(),
    planFileRoutes(),
    variationRoutes(),
  ];
  for (const part of parts) app.route('/v1', part);

  app.get('/openapi.json', allow('api.describe'), (c) => c.json(described(app)));
  app.get('/docs', allow('api.describe'), (c) => c.html(document(ApiDocsPage({}))));
  return app;
}
