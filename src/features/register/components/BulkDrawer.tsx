import { Alert, Button, Drawer, Stack } from '@grafana/ui';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { type ApiError } from '../../../api/errors';
import { useBulkChange } from '../../../api/followUp';
import { pathOf, request } from '../../../api/client';
import { LONGEST_REASON } from '../../../api/resources';
import { type Ref, type Resource } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { entryKey, stateLabel } from '../../../components/followup/words';
import { contractResolver } from '../../../components/form/contractResolver';
import { DateField } from '../../../components/form/DateField';
import { ChoiceField, TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { useSubmitForm } from '../../../components/form/useSubmitForm';
import { type KindName, pluralOf } from '../../../contract';
import { t } from '../../../i18n';
import { bulkFields, commonStates, fieldOf, isEmpty, problemsByEntry, withFields } from '../model/bulk';

interface Props {
  /** What is changed. */
  refs: Ref[];
  titleOf: (key: string) => string;
  onClose: () => void;
  onDone: () => void;
}

const read = ({ kind, name }: Ref) => request<Resource>('GET', pathOf(pluralOf(kind as KindName), name));

const form = bulkFields.extend({ reason: z.string().max(LONGEST_REASON).optional() });
type BulkForm = z.infer<typeof form>;

/** Sets state, owner and due date of one or many entries at once: all of them, or none when one is refused. */
export function BulkDrawer({ refs, titleOf, onClose, onDone }: Props) {
  const bulk = useForm<BulkForm>({ resolver: contractResolver(form), mode: 'onTouched', shouldFocusError: false });
  const values = useWatch({ control: bulk.control }) as BulkForm;
  const [asked, setAsked] = useState<string>();
  const change = useBulkChange();
  const { submit, sending, error, fields, check } = useSubmitForm<BulkForm, unknown>({ form: bulk, fieldOf, onDone });
  const confirming = asked === JSON.stringify(values);

  const send = async () => {
    const { reason, ...set } = bulk.getValues();
    const documents = (await Promise.all(refs.map(read))).map((resource) => withFields(resource, set));
    return change.mutateAsync({ documents, reason: reason?.trim() || undefined });
  };
  const ask = () => check(() => setAsked(JSON.stringify(values)));

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
      <FormProvider {...bulk}>
        <form
          ref={fields}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void (confirming || refs.length === 1 ? submit(send) : ask());
          }}
        >
          <Stack direction="column" gap={2}>
            {error && <Refused error={error} titleOf={titleOf} />}
            <Fields refs={refs} />
            {confirming && (
              <Alert
                severity="warning"
                title={t('register.bulk.confirm', 'This changes {{count}} entries', { count: refs.length })}
              />
            )}
            <Stack gap={1}>
              <Button
                type="submit"
                disabled={isEmpty(values) || sending}
                onMouseDown={keepFocus}
                // The second click of a double click is no answer to the question that the first one asked.
                onClick={(event) => event.detail > 1 && event.preventDefault()}
              >
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
      </FormProvider>
    </Drawer>
  );
}

function Fields({ refs }: { refs: Ref[] }) {
  const states = commonStates(refs).map((value) => ({ value, label: stateLabel(value) }));
  const onlyActions = refs.every(({ kind }) => kind === 'Action');
  const unchanged = t('register.bulk.unchanged', 'As it is');
  return (
    <>
      <ChoiceField name="state" label={t('register.bulk.state', 'State')} placeholder={unchanged} options={states} />
      <TextField name="owner" label={t('register.bulk.owner', 'Owner')} placeholder={unchanged} />
      <DateField
        name="due"
        label={t('register.bulk.due', 'Due')}
        description={t('register.bulk.due-text', 'The first due date stays on record.')}
      />
      {onlyActions && (
        <TextField
          name="evidence"
          label={t('register.bulk.evidence', 'Evidence')}
          description={t('register.bulk.evidence-text', 'What shows that it is done.')}
        />
      )}
      <TextField
        name="reason"
        label={t('register.bulk.reason', 'Why')}
        description={t('register.bulk.reason-text', 'Kept in the history.')}
      />
    </>
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
