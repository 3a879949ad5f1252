/** Individual objectives as a body asks for them: their numbers are read by the commands, as those of the form are. */
import type { Json } from '../../store/connection.js';
import type { Outcome } from '../commands/run-command.js';
import { namedAnew } from './operation.js';

/** What the command is told; `parent` is the objective of the sector that it belongs to. */
export const askedIn = (body: { objective: string; title: string; due: string; weight: number | null }) => ({
  ...{ parent: body.objective, title: body.title, due: body.due },
  weight: body.weight === null ? '' : String(body.weight),
});

/** Its problems under the names of the body. */
export const named = <Result extends Json>(outcome: Promise<Outcome<Result>>): Promise<Outcome<Result>> =>
  namedAnew(outcome, { parent: 'objective' });
