import { Button, FieldSet, IconButton, Stack } from '@grafana/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { type ReviewSeriesSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { FieldRow } from '../../../components/form/FieldRow';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { FieldGroup, OwnError } from '../../../components/form/FieldGroup';
import { PartNameField } from '../../../components/form/NameField';
import { t } from '../../../i18n';
import { classLabel, itemClasses } from '../model/classes';

type SeriesDraft = Draft<ReviewSeriesSpec>;

/** The agenda that every meeting of the series has: items with their time boxes, in order. `named`: the series exists. */
export function AgendaFields({ named }: { named: boolean }) {
  const { control } = useFormContext<SeriesDraft>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'spec.agenda' });
  const agenda = useWatch({ control, name: 'spec.agenda' });
  const sum = (agenda ?? []).reduce((minutes, item) => minutes + (Number(item?.minutes) || 0), 0);
  return (
    <FieldSet label={t('reviews.form.agenda', 'Agenda')}>
      <Stack direction="column" gap={1}>
        {fields.map(({ id }, index) => {
          const path = `spec.agenda.${index}` as const;
          const title = agenda?.[index]?.title || t('reviews.form.item', 'item {{n}}', { n: index + 1 });
          return (
            <FieldGroup key={id} path={path} label={title}>
              <FieldRow
                actions={
                  <>
                    <IconButton
                      name="arrow-up"
                      tooltip={t('reviews.form.item-up', 'Move {{title}} up', { title })}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                    />
                    <IconButton
                      name="trash-alt"
                      tooltip={t('reviews.form.item-remove', 'Remove {{title}}', { title })}
                      onClick={() => remove(index)}
                    />
                  </>
                }
              >
                <TextField name={`${path}.title`} label={t('reviews.form.item-title', 'Title')} required />
                <PartNameField path={path} label={t('reviews.form.item-name', 'Name')} fixed={named} />
                <NumberField name={`${path}.minutes`} label={t('reviews.form.item-minutes', 'Minutes')} required />
                <ChoiceField
                  name={`${path}.class`}
                  label={t('reviews.form.item-class', 'Class')}
                  options={itemClasses.map((value) => ({ value, label: classLabel(value) }))}
                  required
                />
              </FieldRow>
            </FieldGroup>
          );
        })}
        <OwnError path="spec.agenda" label={t('reviews.form.agenda', 'Agenda')} />
        <div>
          <Button
            variant="secondary"
            size="sm"
            icon="plus"
            onClick={() => append({ name: '', title: '', minutes: 10, class: 'tactical' })}
          >
            {t('reviews.form.add-item', 'Add an item')}
          </Button>
        </div>
        {sum > 0 && <p>{t('reviews.form.sum', '{{minutes}} minutes in all', { minutes: sum })}</p>}
      </Stack>
    </FieldSet>
  );
}
