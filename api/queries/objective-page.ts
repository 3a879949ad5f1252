/** One objective with its terms, what proves them, what was told about them, and who changed what. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../../store/in-town.js';
import { type AcknowledgedNotice, acknowledgmentsAbout } from '../../store/notices/acknowledgments.js';
import {
  type NoticeTold,
  noticesOfObjective,
  type PassedOverTold,
  passedOverOfObjective,
} from '../../store/notices/notices-of-objective.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import { obligationsOfObjective } from '../../store/obligations/obligations.js';
import { findObjective, type ObjectiveDetail } from '../../store/plan/objectives.js';
import { type AuditRow, listAudit } from '../../store/register/audit.js';
import { type RegisterEntry, readChain, readTexts } from '../../store/register/register.js';
import { erasedTexts } from '../../store/register/register-texts.js';
import { type Action, actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { textsCited } from '../views/register/register-words.js';
import { type RecordView, recordView } from './obligation-view.js';

export interface ObjectivePage {
  readonly objective: ObjectiveDetail;
  readonly terms: readonly RecordView[];
  /** `null`: the viewer may not see it. */
  readonly evidence: readonly Evidence[] | null;
  readonly told: Told | null;
}

/** What only owners, Segretario and Nucleo see. */
export interface Told {
  readonly notices: readonly NoticeTold[];
  /** Who acknowledged which of them. */
  readonly acknowledged: readonly AcknowledgedNotice[];
  readonly passedOver: readonly PassedOverTold[];
  readonly history: readonly AuditRow[];
  readonly register: readonly RegisterEntry[];
  /** Free text of the register by its hash; erased ones are absent. */
  readonly texts: ReadonlyMap<string, string>;
  /** The days on which those were erased. */
  readonly erased: ReadonlyMap<string, CivilDate>;
}

/** `null` when the town has none with that id. */
export async function loadObjectivePage(tx: Tx, viewer: Viewer, id: string): Promise<ObjectivePage | null> {
  const objective = await findObjective(tx, id);
  if (objective === null) return null;
  const calendar = workingCalendar(viewer.town.closures);
  const terms = (await obligationsOfObjective(tx, id)).map((one) => recordView(one, viewer.today, calendar));
  const ids = terms.map(({ obligation }) => obligation.id);
  const owners = terms.map(({ obligation }) => obligation.owner);
  return {
    objective,
    terms,
    evidence: may(viewer, 'evidence.read', owners) ? await listEvidence(tx, ids) : null,
    told: may(viewer, 'register.read', owners) ? await loadTold(tx, viewer, id, ids) : null,
  };
}

const may = (viewer: Viewer, action: Action, owners: readonly Role[]): boolean =>
  actingRole(viewer.roles, action, owners) !== null;

async function loadTold(
  tx: Tx,
  viewer: Viewer,
  objective: string,
  obligations: readonly string[],
): Promise<Told> {
  const register = await readChain(tx, { kind: 'objective', id: objective });
  const hashes = register.flatMap(({ body }) => textsCited(body));
  return {
    notices: await noticesOfObjective(tx, objective),
    acknowledged: await acknowledgmentsAbout(tx, obligations),
    passedOver: await passedOverOfObjective(tx, objective),
    history: await listAudit(tx, { subjectKind: 'obligation', subjects: obligations }),
    register,
    texts: await readTexts(tx, hashes),
    erased: await erasedTexts(tx, hashes, viewer.town.clock.zone),
  };
}
