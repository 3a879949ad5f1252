/** *Conservazione dei dati*: what goes by itself, after how long, why; what went, and when. */
import type { FC } from 'hono/jsx';
import { INSTALLATION_RETENTION } from '../../../domain/retention/installation-retention.js';
import {
  type RetentionRule,
  TOWN_RETENTION,
  TOWN_RETENTIONS,
} from '../../../domain/retention/retention-rules.js';
import type { RetentionPeriods } from '../../../store/privacy/retention.js';
import type { AuditRow } from '../../../store/register/audit.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { italianMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { RETAINED_IN_WORDS, spanInWords, UNITS_IN_WORDS } from './retention-words.js';

interface RetentionPageProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly periods: RetentionPeriods;
  /** What was carried out, latest first. */
  readonly carriedOut: readonly AuditRow[];
  readonly typed: Typed;
}

type Line = RetentionRule & { readonly code: string; readonly count: number };

export const RetentionPageView: FC<RetentionPageProps> = ({ frame, viewer, periods, carriedOut, typed }) => {
  const lines: readonly Line[] = [
    ...TOWN_RETENTIONS.map((code) => ({ ...TOWN_RETENTION[code], code, count: periods[code] })),
    ...Object.entries(INSTALLATION_RETENTION).map(([code, rule]) => ({ ...rule, code, count: rule.kept })),
  ];
  return (
    <Page
      frame={frame}
      title="Conservazione dei dati"
      subtitle="Che cosa se ne va da sé, dopo quanto tempo e perché"
    >
      <p>
        Ogni giorno il sistema cancella ciò che ha finito il suo tempo. Il registro degli avvisi, il piano, i
        monitoraggi trasmessi e la Relazione restano: sono atti dell'ente.
      </p>
      <Table
        caption="Tempi di conservazione"
        columns={[
          { title: 'Che cosa', heading: true, cell: ({ what }) => what },
          { title: 'Per quanto', cell: ({ count, unit }) => spanInWords(count, unit) },
          { title: 'Da quando', cell: ({ from }) => from },
          { title: 'Perché', cell: ({ why }) => why },
        ]}
        rows={lines}
        empty=""
      />
      {reachOf(viewer.roles, 'retention.change') === null ? null : (
        <ChangeForm viewer={viewer} typed={typed} />
      )}
      <section aria-labelledby="cancellato">
        <h2 id="cancellato">Che cosa è stato cancellato</h2>
        <Table
          caption="Cancellazioni, dalla più recente"
          columns={[
            { title: 'Quando', cell: ({ at }) => italianMoment(at, viewer.town.clock.zone) },
            { title: 'Quanto', heading: true, cell: ({ after }) => removedInWords(after) },
          ]}
          rows={carriedOut}
          empty="Finora nulla ha finito il suo tempo."
        />
      </section>
    </Page>
  );
};

const ChangeForm: FC<{ readonly viewer: Viewer; readonly typed: Typed }> = ({ viewer, typed }) => (
  <details class="tr-details" open={typed.problems.length > 0}>
    <summary>Cambia i tempi</summary>
    <ErrorSummary typed={typed} />
    <p>
      Chiedi prima al responsabile della protezione dei dati. Accorciare un tempo cancella al prossimo giro
      ciò che lo ha superato, e non si può annullare.
    </p>
    <CommandForm viewer={viewer} action="/conservazione">
      {TOWN_RETENTIONS.map((code) => {
        const { what, unit, least, most, kept } = TOWN_RETENTION[code];
        return (
          <Input
            name={code}
            label={`${what}: ${UNITS_IN_WORDS[unit]}`}
            hint={`Da ${least} a ${most}; se non scegli, ${kept}.`}
            typed={typed}
            inputmode="numeric"
            required
          />
        );
      })}
      <button type="submit" class="btn btn-primary">
        Registra
      </button>
    </CommandForm>
  </details>
);

/** "3 · Assenze…": counts of an entry of the history. */
function removedInWords(after: AuditRow['after']): string {
  const counts = Object.entries((after ?? {}) as Readonly<Record<string, unknown>>);
  return counts.map(([code, count]) => `${String(count)} × ${RETAINED_IN_WORDS[code] ?? code}`).join('; ');
}
