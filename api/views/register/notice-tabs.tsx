/** The two sides of what was told: the mails, and the register that proves them. */
import type { FC } from 'hono/jsx';

const TABS = [
  { href: '/avvisi', text: 'Messaggi inviati' },
  { href: '/registro', text: 'Registro degli avvisi' },
  { href: '/modifiche', text: 'Registro delle modifiche' },
  { href: '/prova-generale/giorno', text: 'Un giorno passato' },
] as const;

/** For who reads the whole register. */
export const NoticeTabs: FC<{ readonly here: (typeof TABS)[number]['href'] }> = ({ here }) => (
  <nav class="tr-tabs" aria-label="Avvisi e registro">
    {TABS.map(({ href, text }) => (
      <a href={href} {...(href === here ? { 'aria-current': 'page' } : {})}>
        {text}
      </a>
    ))}
  </nav>
);
