import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';

let installed = false;

/** The SDK's runtime for tests: once a process, silent but for errors; the process's signals belong to the test runner. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  const quiet = (): void => undefined;
  const tell = (message: string): void => {
    process.stderr.write(`${message}\n`);
  };
  Runtime.install({
    logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: tell },
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
    },
    shutdownSignals: [],
  });
}
