import { Alert, Button, Combobox, Drawer, Field, Input, Stack } from '@grafana/ui';
import { type FormEvent, useId, useState } from 'react';
import { type ApiError } from '../../../api/errors';
import { useBulkChange } from '../../../api/followUp';
import { pathOf, request } from '../../../api/client';
import { type Ref, type Resource } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { entryKey, stateLabel } from '../../../components/followup/words';
import { type KindName, pluralOf } from '../../../contract';
import { t } from '../../../i18n';
import { type BulkFields, commonStates, isEmpty, noFields, problemsByEntry, withFields } from '../model/bulk';

interface Props {
  /** What is changed. */
  refs: Ref[];
  titleOf: (key: string) => string;
  onClose: () => void;
  onDone: () => void;
}

const read = ({ kind, name }: Ref) => request<Resource>('GET', pathOf(pluralOf(kind as KindName), name));

/** Sets state, owner and due date of one or many entries at once: all of them, or none when one is refused. */
export function BulkDrawer({ refs, titleOf, onClose, onDone }: Props) {
  const [fields, setFields] = useState(noFields);
  const [reason, setReason] = useState('');
  const [confirming, setConfirming] = useState(false);
  const [unread, setUnread] = useState<Error>();
  const change = useBulkChange();
  const set = (part: Partial<BulkFields>) => {
    setConfirming(false);
    setFields({ ...fields, ...part });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!confirming && refs.length > 1) {
      setConfirming(true);
      return;
    }
    setConfirming(false);
    setUnread(undefined);
    try {
      const documents = (await Promise.all(refs.map(read))).map((resource) => withFields(resource, fields));
      change.mutate({ documents, reason: reason.trim() || undefined }, { onSuccess: onDone });
    } catch (error) {
      setUnread(error as Error);
    }
  };

  return (
    <Drawer
      title={
        refs.length === 1
          ? titleOf(entryKey(refs[0]))
          : t('register.bulk.title', 'Change {{count}} entries', { count: refs.length })
      }
      subtitle={t('register.bulk.subtitle', 'What you leave empty stays as it is.')}
      size="sm"
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack direction="column" gap={2}>
          {unread && <ErrorState error={unread} />}
          {change.error && <Refused error={change.error} titleOf={titleOf} />}
          <Fields refs={refs} fields={fields} onChange={set} />
          <ReasonField value={reason} onChange={setReason} />
          {confirming && (
            <Alert
              severity="warning"
              title={t('register.bulk.confirm', 'This changes {{count}} entries', { count: refs.length })}
            />
          )}
          <Stack gap={1}>
            <Button type="submit" disabled={isEmpty(fields) || change.isPending}>
              {confirming
                ? t('register.bulk.confirmed', 'Change all {{count}}', { count: refs.length })
                : t('register.bulk.apply', 'Change')}
            </Button>
            <Button variant="secondary" fill="outline" onClick={onClose}>
              {t('register.bulk.cancel', 'Cancel')}
            </Button>
          </Stack>
        </Stack>
      </form>
    </Drawer>
  );
}

interface FieldsProps {
  refs: Ref[];
  fields: BulkFields;
  onChange: (part: Partial<BulkFields>) => void;
}

function Fields({ refs, fields, onChange }: FieldsProps) {
  const ids = { state: useId(), owner: useId(), due: useId(), evidence: useId() };
  const states = commonStates(refs).map((value) => ({ value, label: stateLabel(value) }));
  const onlyActions = refs.every(({ kind }) => kind === 'Action');
  return (
    <>
      <Field noMargin label={t('register.bulk.state', 'State')}>
        <Combobox
          id={ids.state}
          isClearable
          placeholder={t('register.bulk.unchanged', 'As it is')}
          value={fields.state || null}
          options={states}
          onChange={(chosen) => onChange({ state: chosen?.value ?? '' })}
        />
      </Field>
      <Field noMargin label={t('register.bulk.owner', 'Owner')}>
        <Input
          id={ids.owner}
          placeholder={t('register.bulk.unchanged', 'As it is')}
          value={fields.owner}
          onChange={({ currentTarget }) => onChange({ owner: currentTarget.value })}
        />
      </Field>
      <Field
        noMargin
        label={t('register.bulk.due', 'Due')}
        description={t('register.bulk.due-text', 'The first due date stays on record.')}
      >
        <Input
          id={ids.due}
          type="date"
          value={fields.due}
          onChange={({ currentTarget }) => onChange({ due: currentTarget.value })}
        />
      </Field>
      {onlyActions && (
        <Field
          noMargin
          label={t('register.bulk.evidence', 'Evidence')}
          description={t('register.bulk.evidence-text', 'What shows that it is done.')}
        >
          <Input
            id={ids.evidence}
            value={fields.evidence}
            onChange={({ currentTarget }) => onChange({ evidence: currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}

function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const id = useId();
  return (
    <Field
      noMargin
      label={t('register.bulk.reason', 'Why')}
      description={t('register.bulk.reason-text', 'Kept in the history.')}
    >
      <Input id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </Field>
  );
}

/** What the server refuses, by entry. */
function Refused({ error, titleOf }: { error: ApiError; titleOf: (key: string) => string }) {
  const problems = [...problemsByEntry(error.errors)];
  if (problems.length === 0) {
    return <ErrorState error={error} title={t('register.bulk.refused', 'Nothing was changed')} />;
  }
  return (
    <Alert severity="error" title={t('register.bulk.refused', 'Nothing was changed')}>
      <ul>
        {problems.map(([key, messages]) => (
          <li key={key}>
            {key && <strong>{titleOf(key)}: </strong>}
            {messages.join('; ')}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
