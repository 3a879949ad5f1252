/** One step of the setup of a town: its form, the way to the others, what is wrong with it. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { TownSetup } from '../../../store/towns/town-setups.js';
import type { EnteredAccount } from '../../account.js';
import { SETUP_STEPS, type SetupRead, type SetupStep } from '../../onboarding/town-setup.js';
import { CommandForm, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { SETUPS, STEP_TITLES, SUMMARY, setupName } from './setup-words.js';
import { StepFields } from './step-fields.js';

export interface SetupStepProps {
  readonly frame: Frame;
  readonly account: EnteredAccount;
  readonly setup: TownSetup;
  readonly step: SetupStep;
  readonly typed: Typed;
  /** All steps as they stand. */
  readonly read: SetupRead;
}

export const SetupStepView: FC<SetupStepProps> = (props) => {
  const { account, setup, step, typed } = props;
  const place = `${SETUPS}/${setup.id}/${step}`;
  return (
    <SetupPage {...props} here={step}>
      <ToCorrect typed={typed} />
      <CommandForm viewer={account} action={place} files={step === 'persone'} isDraft>
        <input type="hidden" name="visto" value={String(setup.version)} />
        <StepFields step={step} typed={typed} answers={setup.answers} />
        <button type="submit" class="btn btn-primary">
          Salva e continua
        </button>
      </CommandForm>
    </SetupPage>
  );
};

/** Unlike where a form is refused, all that was typed is kept. */
const ToCorrect: FC<{ readonly typed: Typed }> = ({ typed: { problems } }) =>
  problems.length === 0 ? null : (
    <div class="tr-flash tr-flash-wrong" role="alert">
      <p>
        <strong>Quello che hai scritto è salvato, ma c'è qualcosa da correggere.</strong>
      </p>
      <ul>
        {problems.map(({ field, message }) => (
          <li>{field === '' ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );

interface SetupPageProps {
  readonly frame: Frame;
  readonly setup: TownSetup;
  readonly read: SetupRead;
  readonly here: SetupStep | typeof SUMMARY;
}

export const SetupPage: FC<PropsWithChildren<SetupPageProps>> = ({ frame, setup, read, here, children }) => {
  const steps = [...SETUP_STEPS, SUMMARY] as const;
  const isWrong = (step: SetupStep | typeof SUMMARY): boolean =>
    !read.ok && step !== SUMMARY && setup.answers[step] !== undefined && read.problems[step] !== undefined;
  return (
    <Page
      frame={frame}
      title={STEP_TITLES[here]}
      subtitle={`${setupName(setup)} · passo ${steps.indexOf(here) + 1} di ${steps.length}`}
      back={{ href: '/installazione', text: 'Installazione' }}
    >
      <nav aria-label="Passi" class="tr-years">
        {steps.map((step) => (
          <a href={`${SETUPS}/${setup.id}/${step}`} {...(step === here ? { 'aria-current': 'step' } : {})}>
            {STEP_TITLES[step]}
            {isWrong(step) ? <span class="visually-hidden"> (da correggere)</span> : null}
            {isWrong(step) ? <span aria-hidden="true"> !</span> : null}
          </a>
        ))}
      </nav>
      {children}
    </Page>
  );
};
