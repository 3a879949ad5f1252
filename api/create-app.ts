/** A request's life in order: headers, demo's host, origin, then the routes, each behind its gate. */
import { Hono } from 'hono';
import type { AppEnv } from './app-env.js';
import { demoHostOnly } from './demo-host.js';
import type { Deps } from './deps.js';
import { onFailure, onMissing } from './failures.js';
import { shutWithoutRule } from './gate.js';
import { clockPages } from './pages/clock.js';
import { dashboardPages } from './pages/dashboard.js';
import { digestPages } from './pages/digests.js';
import { evidencePages } from './pages/evidence.js';
import { homePages } from './pages/home.js';
import { importPages } from './pages/import.js';
import { inboxPages } from './pages/inbox.js';
import { objectivePages } from './pages/objectives.js';
import { obligationPage } from './pages/obligation.js';
import { obligationPages } from './pages/obligations.js';
import { peoplePages } from './pages/people.js';
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
    clockPages(),
    dashboardPages(),
    obligationPages(),
    obligationPage(),
    objectivePages(),
  ];
  const more = [evidencePages(), digestPages(), inboxPages(), peoplePages(), importPages()];
  for (const page of [...pages, ...more]) app.route('/', page);
  return app;
}
