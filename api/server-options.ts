/** How long a connection may take: requests from telephones with little signal, and the proxy that keeps connections open. */

export const SERVER_OPTIONS = {
  /** A photo of 20 MB from a telephone with little signal (0,2 Mbit/s) takes 13 minutes. Headers alone have a minute. */
  requestTimeout: 15 * 60_000,
  /**
   * Longer than proxies keep an idle connection (Caddy 120 s, nginx 60 s): the one that closes it must be the proxy, else
   * a form that leaves in that very moment is answered with 502.
   */
  keepAliveTimeout: 130_000,
};
