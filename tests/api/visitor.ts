/** A browser without a screen: keeps its cookie, finds a form on its page, fills it in, sends it. */
import type { createApp } from '../../api/create-app.js';

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** A form as it stands on a page. */
export interface FoundForm {
  readonly action: string;
  /** Hidden fields and what is filled in already. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A file chosen in a form. */
export interface ChosenFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export class Visitor {
  cookie = '';
  readonly #app: ReturnType<typeof createApp>;

  constructor(app: ReturnType<typeof createApp>) {
    this.#app = app;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    const response = await this.#app.request(path, { ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = (set.split(';')[0] ?? '').replace(/=$/, '=');
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  get(path: string): Promise<Answer> {
    return this.ask(path);
  }

  /** Chooses whom to be. */
  enter(town: string, person: string): Promise<Answer> {
    return this.post('/entra', { ente: town, persona: person, poi: '' });
  }

  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  postFiles(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly ChosenFile[],
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const { field, name, bytes } of files) form.append(field, new File([new Uint8Array(bytes)], name));
    return this.ask(path, { method: 'POST', body: form });
  }

  json(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  }

  /** The form of a page that goes to `action`. Throws when it is not there. */
  async form(page: string, action: string): Promise<FoundForm> {
    const { status, text } = await this.get(page);
    const found = [...text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].find(([form]) =>
      form.includes(`action="${action}"`),
    );
    if (found === undefined) throw new Error(`${page} (${status}) has no form for ${action}`);
    const inputs = [...found[0].matchAll(/<input\b[^>]*>/g)].map(([input]) => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]);
    return { action, fields: Object.fromEntries(inputs.filter(([name]) => name !== '')) };
  }

  /** The session's form token, from the page where the person begins. */
  async token(): Promise<string> {
    const home = (await this.get('/')).headers.get('location') ?? '';
    return (await this.form(home, '/esci')).fields['modulo'] ?? '';
  }
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? '';
