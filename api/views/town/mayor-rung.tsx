/** What holds today for the notice to the Sindaco: the act that provides for it, who recorded it and when. */
import type { FC } from 'hono/jsx';
import { civilDateAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { MayorRungSet } from '../../../store/obligations/mayor-rung.js';
import type { Town } from '../../../store/towns/towns.js';

interface MayorRungProps {
  readonly town: Town;
  /** `null`: as the town began. */
  readonly set: MayorRungSet | null;
}

export const MayorRung: FC<MayorRungProps> = ({ town, set }) => (
  <p class="tr-lead">
    {`${inForce(town)}${set === null ? '' : ` Registrato ${italianDate(civilDateAt(set.at, town.clock.zone))}${set.by === null ? '' : ` da ${set.by}`}.`}`}
  </p>
);

function inForce({ settings: { mayorRung } }: Town): string {
  if (!mayorRung.on)
    return 'Oggi il Sindaco non riceve comunicazioni: non partono neppure i preavvisi al Segretario.';
  return mayorRung.act === null
    ? "Oggi la comunicazione è attiva, ma senza l'atto che la prevede: citalo qui, o toglila."
    : `Oggi la comunicazione è prevista da ${mayorRung.act}: i messaggi che ne parlano citano l'atto.`;
}
