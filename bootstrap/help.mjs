/** What `npm start -- --help` prints; it must not need the packages. */
export const help = `Traguardo: le scadenze del ciclo della performance, con il comune d'esempio.

Uso:  npm start [-- OPZIONI]

  --port N        porta della pagina (senza: 3000), raggiungibile solo da questa macchina
  --data CARTELLA dove tenere i dati (senza: .traguardo nella cartella del progetto)
  --empty         comincia senza il comune d'esempio
  --reset         cancella i dati di prova e ricomincia da capo
  --temporal-ui N mostra anche le pagine di Temporal, su questa porta
  --help          questo aiuto

Si ferma con Ctrl-C; i dati restano e il prossimo avvio riprende da dove era arrivato.
Se esistono, sono usati: DATABASE_URL (un PostgreSQL tuo), TEMPORAL_ADDRESS (un server Temporal tuo),
TEMPORAL_CLI (il programma «temporal»).
`;
