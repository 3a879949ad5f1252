/** Swagger UI from our own origin: the document of the API, to read and to try. */
import type { FC } from 'hono/jsx';

export const ApiDocsPage: FC = () => (
  <html lang="it">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>API per programmi – Traguardo</title>
      <link rel="stylesheet" href="/assets/swagger-ui/swagger-ui.css" />
      <link rel="stylesheet" href="/assets/traguardo/api-docs.css" />
      <link rel="icon" href="/assets/traguardo/icona.svg" type="image/svg+xml" />
    </head>
    <body>
      <header>
        <h1>API per programmi</h1>
        <p>
          Ciò che fanno le pagine, per altri programmi. Il documento:{' '}
          <a href="/api/openapi.json">openapi.json</a>, OpenAPI 3.1. <a href="/">Torna a Traguardo</a>
        </p>
        <noscript>
          <p>Senza JavaScript questa pagina non elenca le operazioni: sono tutte in openapi.json.</p>
        </noscript>
        <h2>Operazioni</h2>
      </header>
      <div id="swagger-ui" lang="en" />
      <script src="/assets/swagger-ui/swagger-ui-bundle.js" />
      <script src="/assets/traguardo/api-docs.js" />
    </body>
  </html>
);
