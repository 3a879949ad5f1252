/** The share of pay tied to payment times of a sector: a gate of its own, apart from the points. */
import type { Child } from 'hono/jsx';
import { pointsToDecimal } from '../../../domain/plan/points.js';
import { blank, CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import type { SectorProps } from './measurement-props.js';

export const PaymentTimesForm = ({ viewer, page, sector, refused }: SectorProps): Child => {
  const typed: Typed = refused?.form === 'pagamenti' ? refused.typed : blank(valuesOf(sector.payment));
  return (
    <section class="tr-panel" aria-labelledby="pagamenti">
      <h2 id="pagamenti">Tempi di pagamento</h2>
      <p class="tr-hint">
        Per chi paga le fatture o ne risponde, almeno il 30 % della retribuzione di risultato dipende
        dall'indicatore annuale di ritardo (art. 4-bis D.L. 13/2023). È una condizione a parte: non cambia i
        punti.
      </p>
      <CommandForm viewer={viewer} action={`/misurazione/settori/${sector.id}/pagamenti`}>
        <ErrorSummary typed={typed} of="pagamenti" />
        <input type="hidden" name="anno" value={String(page.year.cycle.year)} />
        <input type="hidden" name="visto" value={String(sector.payment?.rowVersion ?? 0)} />
        <Input name="share" of="pagamenti" label="Quota (%)" typed={typed} inputmode="decimal" required />
        <Input
          name="target"
          of="pagamenti"
          label="Valore atteso, in giorni di ritardo"
          typed={typed}
          hint="Per legge al più 0."
        />
        <Input
          name="indicator"
          of="pagamenti"
          label="Indicatore annuale, in giorni"
          typed={typed}
          hint="Negativo se si paga in anticipo, per esempio -3,2. Vuoto se non è ancora pubblicato."
        />
        <Input
          name="verifiedBy"
          of="pagamenti"
          label="Verificato da"
          typed={typed}
          hint="Per legge l'organo di revisione."
        />
        <Input
          name="verifiedOn"
          of="pagamenti"
          type="date"
          label="Verificato il"
          typed={typed}
          max={viewer.today}
        />
        <button type="submit" class="btn btn-outline-primary">
          Registra i tempi di pagamento
        </button>
      </CommandForm>
    </section>
  );
};

function valuesOf(payment: SectorProps['sector']['payment']): Readonly<Record<string, string>> {
  if (payment === null) return { share: '30', target: '0' };
  const { share, target, indicator, verified } = payment.times;
  const comma = (units: number): string => String(units / 10_000).replace('.', ',');
  return {
    share: pointsToDecimal(share).replace('.', ','),
    target: comma(target),
    indicator: indicator === null ? '' : comma(indicator),
    verifiedBy: verified?.by ?? '',
    verifiedOn: verified?.on ?? '',
  };
}
