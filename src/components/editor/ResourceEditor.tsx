import { Alert, Button, Stack, Tab, TabContent, TabsBar } from '@grafana/ui';
import { type ReactNode, useState } from 'react';
import { type FieldPath, FormProvider } from 'react-hook-form';
import { ApiError, type ProblemItem } from '../../api/errors';
import { saveResource, useMayNot, useWrite } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { PlanView } from './PlanView';
import { type Draft, fieldOf, toResource, type YamlProblem } from './document';
import { EditorFooter } from './EditorFooter';
import { Problems } from './Problems';
import { useDraftForm } from './useDraftForm';
import { YamlView } from './YamlView';

interface Props {
  kind: KindName;
  initial: Draft;
  /** Version that the change is based on; undefined creates the resource. */
  version?: number;
  /** File that manages the resource, or undefined. What a file manages can only be read here. */
  file?: string;
  mayWrite: boolean;
  /** The kind's fields, which find the form in react-hook-form's context. */
  children: ReactNode;
  /** Writes the resource where that takes more than a call of its own, such as another resource with it. */
  write?: (resource: Resource, version: number | undefined, reason: string | undefined) => Promise<Resource>;
  /** Other resources that are written with this one, as they are now. */
  also?: (resource: Resource) => Resource[];
  onSaved: (saved: Resource) => void;
  onDeleted?: () => void;
}

interface Write {
  resource: Resource;
  version: number | undefined;
  reason: string | undefined;
}

const writeAlone: NonNullable<Props['write']> = (resource, version, reason) =>
  saveResource(resource, version, { reason });

type View = 'form' | 'yaml' | 'changes';

/**
 * Edits one resource as a form and as YAML, both ways; shows what saving would change before it does. Problems that the
 * server finds stand at their field and in a list above.
 */
export function ResourceEditor({
  kind,
  initial,
  version,
  file,
  mayWrite,
  children,
  write = writeAlone,
  also,
  onSaved,
  onDeleted,
}: Props) {
  const { form, restored, startOver } = useDraftForm(kind, initial, version);
  const [view, setView] = useState<View>('form');
  const [yamlProblems, setYamlProblems] = useState<YamlProblem[]>([]);
  const [base, setBase] = useState(version);
  const [reason, setReason] = useState('');
  const save = useWrite(({ resource, version, reason }: Write) => write(resource, version, reason));
  const refused = useMayNot(kind, 'write');
  const readOnly = !mayWrite || file !== undefined;

  const submit = (basedOn: number | undefined) =>
    form.handleSubmit(async () => {
      try {
        const resource = toResource(kind, form.getValues());
        const saved = await save.mutateAsync({ resource, version: basedOn, reason: reason.trim() || undefined });
        startOver(form.getValues());
        onSaved(saved);
      } catch (error) {
        showAtFields(error instanceof ApiError ? error.errors : []);
      }
    })();

  const showAtFields = (problems: ProblemItem[]) => {
    for (const { path, message, resource } of problems) {
      if (!resource || resource.kind === kind) {
        form.setError(fieldOf(path) as FieldPath<Draft>, { type: 'server', message });
      }
    }
  };

  const current = save.error?.status === 412 ? (save.error.problem.current as Resource | undefined) : undefined;
  const takeTheirs = (theirs: Resource) => {
    startOver({ metadata: { name: theirs.metadata.name, labels: theirs.metadata.labels }, spec: theirs.spec });
    setBase(theirs.metadata.version);
    save.reset();
  };

  return (
    <FormProvider {...form}>
      <Stack direction="column" gap={2}>
        {file && (
          <Alert severity="info" title={t('components.editor.managed', 'Managed by a file')}>
            {t('components.editor.managed-text', 'Change {{file}}; it is read-only here.', { file })}
          </Alert>
        )}
        {!file && refused && (
          <Alert
            severity="info"
            title={t('components.editor.refused-role', 'You may look, but not change anything here')}
          >
            {t(
              'components.editor.refused-role-text',
              'Ask an editor to make the change, or an administrator for the role.'
            )}
          </Alert>
        )}
        {restored && (
          <Alert severity="info" title={t('components.editor.restored', 'Your unsaved changes are back')}>
            <Button size="sm" variant="secondary" onClick={() => startOver(initial)}>
              {t('components.editor.discard', 'Discard them')}
            </Button>
          </Alert>
        )}
        {current ? (
          <Alert severity="warning" title={t('components.editor.stale', 'Somebody changed it in the meantime')}>
            <Stack gap={1}>
              <Button size="sm" variant="secondary" onClick={() => takeTheirs(current)}>
                {t('components.editor.take-theirs', 'Take their version')}
              </Button>
              <Button size="sm" variant="secondary" onClick={() => submit(current.metadata.version)}>
                {t('components.editor.keep-mine', 'Save mine over it')}
              </Button>
            </Stack>
          </Alert>
        ) : (
          <Problems error={save.error} />
        )}
        <TabsBar>
          {views().map(({ value, label }) => (
            <Tab key={value} label={label} active={view === value} onChangeTab={() => setView(value)} />
          ))}
        </TabsBar>
        <TabContent>
          {view === 'form' && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                submit(base);
              }}
            >
              <fieldset disabled={readOnly}>
                <Stack direction="column" gap={2}>
                  {children}
                </Stack>
              </fieldset>
            </form>
          )}
          {view === 'yaml' && <YamlView kind={kind} readOnly={readOnly} onProblems={setYamlProblems} />}
          {view === 'changes' && <PlanView kind={kind} also={also} />}
        </TabContent>
        {!readOnly && (
          <EditorFooter
            kind={kind}
            name={version === undefined ? undefined : initial.metadata.name}
            version={base}
            reason={reason}
            onReason={setReason}
            saving={save.isPending}
            blocked={yamlProblems.length > 0}
            onSave={() => submit(base)}
            onDeleted={onDeleted}
          />
        )}
      </Stack>
    </FormProvider>
  );
}

function views(): Array<{ value: View; label: string }> {
  return [
    { value: 'form', label: t('components.editor.form', 'Form') },
    { value: 'yaml', label: t('components.editor.yaml', 'YAML') },
    { value: 'changes', label: t('components.editor.changes', 'Changes') },
  ];
}
