/** Under which open data may be used again. */
import type { FC } from 'hono/jsx';

export const Licence: FC = () => (
  <>
    <a href="https://creativecommons.org/licenses/by/4.0/deed.it" rel="license">
      Creative Commons Attribuzione 4.0 (CC BY 4.0)
    </a>
    .
  </>
);
