/** Form fields with their label above, their hint and their error below, tied to them for screen readers. */
import { randomUUID } from 'node:crypto';
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { FieldProblem } from '../refusals.js';
import type { Viewer } from '../viewer.js';

/** What was typed before, and what was wrong with it. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** A form that nobody has filled in yet, with values to begin from. */
export const blank = (values: Readonly<Record<string, string>> = {}): Typed => ({ values, problems: [] });

const problemOf = (typed: Typed, name: string): string | null =>
  typed.problems.find(({ field }) => field === name)?.message ?? null;

interface FormProps {
  readonly viewer: Pick<Viewer, 'formToken'>; // a person of a town, or an account above towns
  readonly action: string;
  readonly files?: boolean;
  readonly class?: string;
  /** For our own scripts, as `data-…`. */
  readonly data?: Readonly<Record<string, string>>;
  /** Half-filled it is taken too, as a draft is: what is missing is told by the server, not stopped by the browser. */
  readonly isDraft?: boolean;
}

/** Carries the form token and a nonce: sent twice, it acts once. */
export const CommandForm: FC<PropsWithChildren<FormProps>> = ({
  viewer,
  action,
  files,
  class: name = 'tr-form',
  data = {},
  isDraft = false,
  children,
}) => (
  <form
    method="post"
    action={action}
    class={name}
    {...Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value]))}
    {...(files === true ? { enctype: 'multipart/form-data' } : {})}
    novalidate={isDraft}
  >
    <input type="hidden" name="modulo" value={viewer.formToken} />
    <input type="hidden" name="chiave" value={randomUUID()} />
    {children}
  </form>
);

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly typed: Typed;
  readonly hint?: string;
  readonly required?: boolean | 'depends'; // on what other fields say: the server asks
  /** Tells apart fields of the same name in several forms of one page. */
  readonly of?: string;
}

const idOf = ({ name, of }: Pick<FieldProps, 'name' | 'of'>): string =>
  of === undefined ? name : `${name}-${of}`;

/** Attributes that tie a control to its hint and its error. */
function tied(props: FieldProps): Readonly<Record<string, string | boolean>> {
  const id = idOf(props);
  const problem = problemOf(props.typed, props.name);
  const described = [props.hint === undefined ? '' : `${id}-aiuto`, problem === null ? '' : `${id}-errore`];
  const ids = described.filter((one) => one !== '').join(' ');
  return {
    id,
    name: props.name,
    ...(ids === '' ? {} : { 'aria-describedby': ids }),
    ...(problem === null ? {} : { 'aria-invalid': 'true' }),
    ...(props.required === true ? { required: true } : {}),
  };
}

const Around: FC<PropsWithChildren<FieldProps>> = (props) => {
  const id = idOf(props);
  const problem = problemOf(props.typed, props.name);
  return (
    <div class={problem === null ? 'tr-field' : 'tr-field tr-field-wrong'}>
      <label for={id}>
        {props.label}
        {props.required ? null : <span class="tr-optional"> (facoltativo)</span>}
      </label>
      {props.children}
      {props.hint === undefined ? null : (
        <p class="tr-hint" id={`${id}-aiuto`}>
          {props.hint}
        </p>
      )}
      {problem === null ? null : (
        <p class="tr-error" id={`${id}-errore`}>
          {problem}
        </p>
      )}
    </div>
  );
};

interface InputProps extends FieldProps {
  readonly type?: 'text' | 'date' | 'email' | 'search' | 'password';
  readonly max?: string;
  readonly min?: string;
  readonly autocomplete?: string;
  /** Which keys a telephone offers. */
  readonly inputmode?: 'decimal' | 'numeric';
}

export const Input: FC<InputProps> = (props) => (
  <Around {...props}>
    <input
      class="tr-control"
      type={props.type ?? 'text'}
      value={props.typed.values[props.name] ?? ''}
      {...(props.max === undefined ? {} : { max: props.max })}
      {...(props.min === undefined ? {} : { min: props.min })}
      {...(props.autocomplete === undefined ? {} : { autocomplete: props.autocomplete })}
      {...(props.inputmode === undefined ? {} : { inputmode: props.inputmode })}
      {...tied(props)}
    />
  </Around>
);

export const TextArea: FC<FieldProps & { readonly rows?: number }> = (props) => (
  <Around {...props}>
    <textarea class="tr-control" rows={props.rows ?? 4} maxlength={10_000} {...tied(props)}>
      {props.typed.values[props.name] ?? ''}
    </textarea>
  </Around>
);

export const FileInput: FC<FieldProps & { readonly accept: string; readonly multiple?: boolean }> = (
  props,
) => (
  <Around {...props}>
    <input
      class="tr-control"
      type="file"
      accept={props.accept}
      {...(props.multiple === true ? { multiple: true } : {})}
      {...tied(props)}
    />
  </Around>
);

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export const Select: FC<FieldProps & { readonly choices: readonly Choice[] }> = (props) => (
  <Around {...props}>
    <select class="tr-control" {...tied(props)}>
      {props.choices.map(({ value, text }) => (
        <option value={value} selected={value === (props.typed.values[props.name] ?? '')}>
          {text}
        </option>
      ))}
    </select>
  </Around>
);

export const CheckBox: FC<Omit<FieldProps, 'required'>> = (props) => (
  <div class="tr-check">
    <input type="checkbox" value="si" checked={props.typed.values[props.name] === 'si'} {...tied(props)} />
    <label for={idOf(props)}>{props.label}</label>
    {props.hint === undefined ? null : (
      <p class="tr-hint" id={`${idOf(props)}-aiuto`}>
        {props.hint}
      </p>
    )}
  </div>
);

/** Told first, above the form, with a way to each field. */
export const ErrorSummary: FC<{ readonly typed: Typed; readonly of?: string }> = ({ typed, of }) =>
  typed.problems.length === 0 ? null : (
    <div class="tr-flash tr-flash-wrong" role="alert">
      <p>
        <strong>Non è stato registrato nulla: c'è qualcosa da correggere.</strong>
      </p>
      <ul>
        {typed.problems.map(({ field, message }) => (
          <li>
            {field === '' ? (
              message
            ) : (
              <a href={`#${idOf({ name: field, ...(of === undefined ? {} : { of }) })}`}>{message}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
