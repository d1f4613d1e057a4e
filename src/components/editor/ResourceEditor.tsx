import { Alert, Button, Stack, Tab, TabContent, TabsBar } from '@grafana/ui';
import { type ReactNode, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { saveResource, useMayNot } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { FieldNamesProvider } from '../form/fieldNames';
import { type Draft, type Unread } from './document';
import { EditorFooter } from './EditorFooter';
import { PlanView } from './PlanView';
import { Problems } from './Problems';
import { fitsForm } from './shape';
import { useDraftForm } from './useDraftForm';
import { useSaveForm, type WriteResource } from './useSaveForm';
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
  write?: WriteResource;
  /** Other resources that are written with this one, as they are now. */
  also?: (resource: Resource) => Resource[];
  onSaved: (saved: Resource) => void;
  onDeleted?: () => void;
}

const writeAlone: WriteResource = (resource, version, reason) => saveResource(resource, version, { reason });

/** `misfit`: the form is asked for, and can't show what stands in the YAML. */
type View = 'form' | 'yaml' | 'changes' | 'misfit';

/**
 * Edits one resource as a form and as YAML, both ways; shows what saving would change before it does. Problems stand at their
 * field and in a list above, and the first field that has one gets the focus.
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
  const { form, begun, restored, startOver } = useDraftForm(kind, initial, version);
  const [view, setView] = useState<View>(() => (fitsForm(kind, begun) ? 'form' : 'yaml'));
  const [unread, setUnread] = useState<Unread>();
  const [base, setBase] = useState(version);
  const [reason, setReason] = useState('');
  const refused = useMayNot(kind, 'write');
  const readOnly = !mayWrite || file !== undefined;

  const { save, saving, error, elsewhere, reset, fields } = useSaveForm({
    kind,
    form,
    write,
    onSaved: (saved) => {
      startOver(form.getValues());
      onSaved(saved);
    },
  });
  const submit = (basedOn: number | undefined) => save(basedOn, reason.trim() || undefined);

  const show = (next: View) => setView(next === 'form' && !fitsForm(kind, form.getValues()) ? 'misfit' : next);

  const current = error?.status === 412 ? (error.problem.current as Resource | undefined) : undefined;
  const takeTheirs = (theirs: Resource) => {
    startOver({ metadata: { name: theirs.metadata.name, labels: theirs.metadata.labels }, spec: theirs.spec });
    setBase(theirs.metadata.version);
    reset();
  };

  return (
    <FormProvider {...form}>
      <FieldNamesProvider>
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
            <Problems error={error} elsewhere={elsewhere} />
          )}
          <TabsBar>
            {views().map(({ value, label }) => (
              <Tab
                key={value}
                label={label}
                active={view === value || (view === 'misfit' && value === 'form')}
                onChangeTab={() => show(value)}
              />
            ))}
          </TabsBar>
          <TabContent>
            {view === 'form' && (
              <form
                ref={fields}
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
            {view === 'misfit' && (
              <Alert
                severity="warning"
                title={t('components.editor.misfit', 'The form can’t show what stands in the YAML')}
              >
                {t('components.editor.misfit-text', 'A list or group of fields is written there as something else.')}
              </Alert>
            )}
            {view !== 'yaml' && unread && (
              <Alert severity="warning" title={t('components.editor.unread', 'The YAML can’t be read yet')}>
                {t(
                  'components.editor.unread-text',
                  'Here stands what could be read last. Go back to the YAML and complete it, then you can save.'
                )}
              </Alert>
            )}
            {view === 'yaml' && <YamlView kind={kind} readOnly={readOnly} unread={unread} onUnread={setUnread} />}
            {view === 'changes' && <PlanView kind={kind} also={also} />}
          </TabContent>
          {!readOnly && (
            <EditorFooter
              kind={kind}
              name={version === undefined ? undefined : initial.metadata.name}
              version={base}
              reason={reason}
              onReason={setReason}
              saving={saving}
              blocked={unread !== undefined}
              onSave={() => submit(base)}
              onDeleted={onDeleted}
            />
          )}
        </Stack>
      </FieldNamesProvider>
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
