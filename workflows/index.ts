/** The one door of the bundle: what the worker may run. */
export { cycle } from './cycle.js';
export { objective } from './objective.js';
export { round } from './round.js';
