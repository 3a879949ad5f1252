/** *Acquisisci*, *Restituisci per integrazioni*, *Riapri*; and the Nucleo's observations. */
import type { FC } from 'hono/jsx';
import { blank, CommandForm, ErrorSummary, TextArea, type Typed } from '../fields.js';
import type { SubmissionProps } from './submission-props.js';

export const SubmissionSteps: FC<SubmissionProps> = (props) => {
  const { may } = props.page;
  if (!may.acknowledge && !may.return && !may.reopen && !may.observe) return null;
  return (
    <section class="tr-panel" aria-labelledby="esito">
      <h2 id="esito">{may.observe && !may.acknowledge && !may.reopen ? 'Osservazioni' : 'Esito'}</h2>
      {may.acknowledge ? <Step {...props} path="acquisisci" button="Acquisisci" primary /> : null}
      {may.return ? (
        <Step
          {...props}
          path="restituisci"
          button="Restituisci per integrazioni"
          asks="Che cosa integrare"
          hint="Il settore lo legge per primo. Il monitoraggio torna aperto, da trasmettere entro 5 giorni lavorativi."
        />
      ) : null}
      {may.reopen ? (
        <Step
          {...props}
          path="riapri"
          button="Riapri"
          asks="Motivo"
          hint="Il settore può correggere e trasmettere di nuovo entro 5 giorni lavorativi."
        />
      ) : null}
      {may.observe ? (
        <Step
          {...props}
          path="osserva"
          button="Registra l'osservazione"
          asks="Osservazione"
          name="text"
          hint="La leggono il settore e il Segretario."
        />
      ) : null}
    </section>
  );
};

interface StepProps extends SubmissionProps {
  readonly path: string;
  readonly button: string;
  /** Label of the text that the step wants. */
  readonly asks?: string;
  readonly name?: string;
  readonly hint?: string;
  readonly primary?: boolean;
}

const Step: FC<StepProps> = ({
  viewer,
  page,
  offered,
  path,
  button,
  asks,
  name = 'reason',
  hint,
  primary,
}) => {
  const typed: Typed =
    offered?.form === path ? { values: { [name]: offered.text ?? '' }, problems: offered.problems } : blank();
  return (
    <CommandForm viewer={viewer} action={`/monitoraggio/${page.submission.id}/${path}`}>
      <ErrorSummary typed={typed} of={path} />
      <input type="hidden" name="visto" value={String(page.submission.rowVersion)} />
      {asks === undefined ? null : (
        <TextArea
          name={name}
          of={path}
          label={asks}
          typed={typed}
          rows={3}
          required
          {...(hint === undefined ? {} : { hint })}
        />
      )}
      <button type="submit" class={primary === true ? 'btn btn-primary' : 'btn btn-outline-primary'}>
        {button}
      </button>
    </CommandForm>
  );
};
