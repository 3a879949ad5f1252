/** The style sheets of every page. */
import type { FC } from 'hono/jsx';

const BOOTSTRAP_ITALIA = '/assets/bootstrap-italia/css/bootstrap-italia.min.css';
/** In this order: later ones refine earlier ones. */
const OWN_STYLES = [
  'faces',
  'base',
  'header',
  'panels',
  'evidence',
  'obligations',
  'forms',
  'answer',
  'tables',
  'import',
  'import-form',
  'monitoring',
  'cycle',
  'review',
  'rehearsal',
  'legal',
  'public',
  'print',
] as const;

export const Styles: FC = () => (
  <>
    <link rel="stylesheet" href={BOOTSTRAP_ITALIA} />
    {OWN_STYLES.map((name) => (
      <link rel="stylesheet" href={`/assets/traguardo/${name}.css`} />
    ))}
  </>
);
