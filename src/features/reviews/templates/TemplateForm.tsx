import { css } from '@emotion/css';
import { Button, FieldSet, IconButton, Stack } from '@grafana/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { type ReportTemplateSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { FieldRow } from '../../../components/form/FieldRow';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { FieldGroup, OwnError } from '../../../components/form/FieldGroup';
import { LinesField } from '../../../components/form/LinesField';
import { NameField } from '../../../components/form/NameField';
import { ResourcesField } from '../../../components/form/ResourcesField';
import { SwitchField } from '../../../components/form/SwitchField';
import { sectionTypes } from '../../../contract';
import { t } from '../../../i18n';
import { type SectionType, sectionTypeLabel } from './sectionTypes';

type TemplateDraft = Draft<ReportTemplateSpec>;

/** Fields of a template: what every report shows, when it is frozen, and who gets it. `named`: it exists, so its name stays. */
export function TemplateForm({ named }: { named: boolean }) {
  return (
    <div className={styles}>
      <FieldSet label={t('reviews.template.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('reviews.template.title', 'Title')} required />
          <NameField fixed={named} />
          <TextField name="spec.description" label={t('reviews.template.description', 'Description')} multiline />
        </Stack>
      </FieldSet>
      <Sections />
      <FieldSet label={t('reviews.template.delivery', 'When and to whom')}>
        <Stack direction="column" gap={2}>
          <NumberField
            name="spec.freezeHoursBefore"
            label={t('reviews.template.hours', 'Frozen so many hours before each review')}
            description={t(
              'reviews.template.hours-text',
              'The schedule then freezes by itself; left empty, people do.'
            )}
            step={1}
          />
          <Subscribers />
        </Stack>
      </FieldSet>
    </div>
  );
}

/** A name that no other section has: the type's, with a number where it is taken. */
function freeName(type: string, taken: string[]): string {
  const base = type.toLowerCase();
  let name = base;
  for (let n = 2; taken.includes(name); n++) {
    name = `${base}-${n}`;
  }
  return name;
}

function Sections() {
  const { control, getValues } = useFormContext<TemplateDraft>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'spec.sections' });
  const add = () => {
    const taken = (getValues('spec.sections') ?? []).map(({ name }) => name);
    append({ name: freeName('text', taken), type: 'text' });
  };
  return (
    <FieldSet label={t('reviews.template.sections', 'Sections, as they follow each other')}>
      <Stack direction="column" gap={2}>
        {fields.map((field, index) => (
          <FieldGroup
            key={field.id}
            path={`spec.sections.${index}`}
            label={t('reviews.template.section', 'Section {{n}}', { n: index + 1 })}
            framed
          >
            <FieldRow
              actions={
                <>
                  <IconButton
                    name="arrow-up"
                    tooltip={t('reviews.template.up', 'Move up')}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                  <IconButton
                    name="arrow-down"
                    tooltip={t('reviews.template.down', 'Move down')}
                    disabled={index === fields.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                  <IconButton
                    name="trash-alt"
                    tooltip={t('reviews.template.remove', 'Remove the section')}
                    onClick={() => remove(index)}
                  />
                </>
              }
            >
              <ChoiceField
                name={`spec.sections.${index}.type`}
                label={t('reviews.template.type', 'Shows')}
                options={sectionTypes.map((value) => ({ value, label: sectionTypeLabel(value) }))}
                required
              />
              <TextField name={`spec.sections.${index}.title`} label={t('reviews.template.section-title', 'Heading')} />
              <TextField name={`spec.sections.${index}.name`} label={t('reviews.template.name', 'Name')} required />
            </FieldRow>
            <SectionDetails index={index} />
          </FieldGroup>
        ))}
        <OwnError path="spec.sections" label={t('reviews.template.sections', 'Sections, as they follow each other')} />
        <div>
          <Button variant="secondary" size="sm" fill="text" icon="plus" onClick={add}>
            {t('reviews.template.add', 'Add a section')}
          </Button>
        </div>
      </Stack>
    </FieldSet>
  );
}

/** What only some sections have. */
function SectionDetails({ index }: { index: number }) {
  const path = `spec.sections.${index}`;
  const type = useWatch({ name: `${path}.type` }) as SectionType;
  return (
    <Stack direction="column" gap={1}>
      {type === 'kpiDetail' && (
        <ResourcesField
          kind="Kpi"
          name={`${path}.kpis`}
          label={t('reviews.template.kpis', 'KPIs')}
          description={t('reviews.template.kpis-text', 'All of the scorecards’ when left empty.')}
        />
      )}
      {(type === 'exceptions' || type === 'commentary') && (
        <LinesField
          name={`${path}.statuses`}
          label={t('reviews.template.statuses', 'Statuses')}
          description={t('reviews.template.statuses-text', 'One per line; the lowest level when left empty.')}
        />
      )}
      {type === 'text' && <TextField name={`${path}.text`} label={t('reviews.template.text', 'Text')} multiline />}
      <SwitchField
        name={`${path}.required`}
        label={t('reviews.template.required', 'Required')}
        description={t('reviews.template.required-text', 'Counts as a gap while it is empty.')}
      />
    </Stack>
  );
}

function Subscribers() {
  const { control } = useFormContext<TemplateDraft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'spec.subscribers' });
  return (
    <Stack direction="column" gap={1}>
      {fields.map((field, index) => (
        <FieldGroup
          key={field.id}
          path={`spec.subscribers.${index}`}
          label={t('reviews.template.subscriber', 'Subscriber {{n}}', { n: index + 1 })}
        >
          <FieldRow
            actions={
              <IconButton
                name="trash-alt"
                tooltip={t('reviews.template.unsubscribe', 'Remove the subscriber')}
                onClick={() => remove(index)}
              />
            }
          >
            <TextField
              name={`spec.subscribers.${index}.person`}
              label={t('reviews.template.person', 'Person')}
              placeholder={t('reviews.template.person-example', 'login or e-mail')}
            />
            <ChoiceField
              name={`spec.subscribers.${index}.channel`}
              label={t('reviews.template.channel', 'Gets it')}
              options={[
                { value: 'app', label: t('reviews.channel.app', 'in the app') },
                { value: 'email', label: t('reviews.channel.email', 'e-mail') },
                { value: 'webhook', label: t('reviews.channel.webhook', 'webhook') },
              ]}
            />
          </FieldRow>
        </FieldGroup>
      ))}
      <div>
        <Button variant="secondary" size="sm" fill="text" icon="plus" onClick={() => append({ channel: 'app' })}>
          {t('reviews.template.subscribe', 'Add a subscriber')}
        </Button>
      </div>
    </Stack>
  );
}

const styles = css({ maxWidth: 900 });
